#include "tests/core/text/fixtures.h"

#include <QTemporaryDir>

#include <map>

using namespace rb::text;
using namespace rb::text::testing;

/// T5's tokenizer from tokenizer.json alone.
class UnigramTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void matchesReference_data() {
        addCaseRows(
            {"tokenizers/sentencepiece_t5/cases.json", "tokenizers/sentencepiece_t5/cases_more.json"});
    }
    void matchesReference();
    void namedDifferencesMatchReference_data() {
        addCaseRows({"tokenizers/sentencepiece_t5/tokenizer_json_differs.json"});
    }
    void namedDifferencesMatchReference();
    void extraIdsCountDown();

private:
    QTemporaryDir m_folder;
    TokenizerPointer m_tokenizer;
    std::map<std::string, json> m_differs; ///< by text
};

void UnigramTokenizerTest::initTestCase() {
    QVERIFY(QFile::copy(dataPath("tokenizers/sentencepiece_t5/tokenizer.json"),
                        m_folder.filePath(QStringLiteral("tokenizer.json"))));
    m_tokenizer = opened(m_folder.path(), TokenizerKind::SentencePiece);
    QVERIFY(m_tokenizer);
    for (const json& named : fixture("tokenizers/sentencepiece_t5/tokenizer_json_differs.json"))
        m_differs.emplace(named["text"].get<std::string>(), named);
}

void UnigramTokenizerTest::matchesReference() {
    const json& expected = currentCase();
    const auto text = expected["text"].get<std::string>();
    const std::vector<TokenId> ids = m_tokenizer->encode(text);
    const auto named = m_differs.find(text);
    const json& differs = named != m_differs.end() ? named->second : expected;
    COMPARE_IDS(ids, idsOf(differs.contains("tokenizer_json_ids") ? differs["tokenizer_json_ids"]
                                                                  : expected["t5_ids_legacy"]));
    // Only the older tokenizer strips its texts.
    const std::string decoded = m_tokenizer->decode(idsOf(expected["t5_ids_legacy"]), true);
    QCOMPARE(QString::fromStdString(decoded).trimmed().toStdString(),
             expected["t5_decoded_legacy"].get<std::string>());
}

void UnigramTokenizerTest::namedDifferencesMatchReference() {
    const json& expected = currentCase();
    const std::vector<TokenId> ids = m_tokenizer->encode(expected["text"].get<std::string>());
    COMPARE_IDS(ids, idsOf(expected["tokenizer_json_ids"]));
    QCOMPARE(piecesOf(*m_tokenizer, ids), expected["tokenizer_json_tokens"].get<std::vector<std::string>>());
}

void UnigramTokenizerTest::extraIdsCountDown() {
    const json expected = fixture("tokenizers/sentencepiece_t5/extra_ids.json");
    QCOMPARE(m_tokenizer->size(), expected["total"].get<TokenId>());
    for (const auto& [name, id] : expected["ids"].items()) {
        QCOMPARE(m_tokenizer->idOf(name), std::optional(id.get<TokenId>()));
        QCOMPARE(m_tokenizer->pieceOf(id.get<TokenId>()), name);
    }
    QVERIFY(m_tokenizer->pieceOf(900).empty());
}

QTEST_GUILESS_MAIN(UnigramTokenizerTest)
#include "test_unigram_tokenizer.moc"
