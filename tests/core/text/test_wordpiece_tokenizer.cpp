#include "tests/core/text/fixtures.h"

#include <QTemporaryDir>

using namespace rb::text;
using namespace rb::text::testing;

/// BERT's vocabulary, from vocab.txt and from tokenizer.json alone.
class WordPieceTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void vocabTxtMatchesReference_data() {
        addCaseRows({"tokenizers/bert/cases.json", "tokenizers/bert/cases_more.json"});
    }
    void vocabTxtMatchesReference() { compare(*m_fromVocabTxt); }
    void tokenizerJsonMatchesReference_data() { vocabTxtMatchesReference_data(); }
    void tokenizerJsonMatchesReference() { compare(*m_fromJson); }
    void piecesAndIdsGoBothWays();
    void configurationKeepsCaseAndAccents();
    void configurationAddsTokens();
    void configurationOfAnotherTokenizerIsIgnored();

private:
    static void compare(const Tokenizer& tokenizer);
    TokenizerPointer withConfig(const char* config);

    QTemporaryDir m_jsonFolder, m_configFolder;
    TokenizerPointer m_fromVocabTxt, m_fromJson;
};

void WordPieceTokenizerTest::initTestCase() {
    QVERIFY(QFile::copy(dataPath("tokenizers/bert/tokenizer.json"),
                        m_jsonFolder.filePath(QStringLiteral("tokenizer.json"))));
    QVERIFY(QFile::copy(dataPath("tokenizers/bert/vocab.txt"),
                        m_configFolder.filePath(QStringLiteral("vocab.txt"))));
    m_fromVocabTxt = opened(dataPath("tokenizers/bert"), TokenizerKind::WordPiece);
    m_fromJson = opened(m_jsonFolder.path(), TokenizerKind::WordPiece);
    QVERIFY(m_fromVocabTxt && m_fromJson);
}

/// As Hugging Face truncates: the last token stays `[SEP]`.
static std::vector<TokenId> truncated(std::vector<TokenId> ids, std::size_t length) {
    if (ids.size() > length) {
        ids[length - 1] = ids.back();
        ids.resize(length);
    }
    return ids;
}

void WordPieceTokenizerTest::compare(const Tokenizer& tokenizer) {
    const json& expected = currentCase();
    const std::vector<TokenId> ids = tokenizer.encode(expected["text"].get<std::string>());
    // One case names two accepted answers: the older Python tokenizer drops non-characters.
    if (expected.contains("ids_slow") && ids == idsOf(expected["ids_slow"])) return;
    COMPARE_IDS(ids, idsOf(expected["ids"]));
    QCOMPARE(piecesOf(tokenizer, ids), expected["tokens"].get<std::vector<std::string>>());
    QCOMPARE(tokenizer.decode(ids, true), expected["decoded"].get<std::string>());
    QCOMPARE(tokenizer.decodePartial(ids), expected["decoded"].get<std::string>());
    if (expected.contains("truncated_16")) COMPARE_IDS(truncated(ids, 16), idsOf(expected["truncated_16"]));
    if (expected.contains("truncated_32")) COMPARE_IDS(truncated(ids, 32), idsOf(expected["truncated_32"]));
}

void WordPieceTokenizerTest::piecesAndIdsGoBothWays() {
    QCOMPARE(m_fromVocabTxt->size(), 30522);
    QCOMPARE(m_fromJson->size(), 30522);
    for (TokenId id = 0; id < m_fromJson->size(); ++id) {
        QCOMPARE(m_fromVocabTxt->pieceOf(id), m_fromJson->pieceOf(id));
        QCOMPARE(m_fromJson->idOf(m_fromJson->pieceOf(id)), std::optional(id));
    }
    QVERIFY(m_fromVocabTxt->pieceOf(30522).empty());
    QVERIFY(m_fromVocabTxt->pieceOf(-1).empty());
    QVERIFY(!m_fromVocabTxt->idOf("no such piece"));
}

TokenizerPointer WordPieceTokenizerTest::withConfig(const char* config) {
    if (!writeContent(m_configFolder.filePath(QStringLiteral("tokenizer_config.json")), config))
        return nullptr;
    return opened(m_configFolder.path(), TokenizerKind::WordPiece);
}

void WordPieceTokenizerTest::configurationKeepsCaseAndAccents() {
    // bert-base-uncased knows no capital letters, so these words are unknown once case is kept.
    const auto cased = withConfig(R"({"tokenizer_class": "BertTokenizer", "do_lower_case": false})");
    QVERIFY(cased);
    COMPARE_IDS(cased->encode("Dog dog"), (std::vector<TokenId>{101, 100, 3899, 102}));
    const auto accented = withConfig(R"({"tokenizer_class": "BertTokenizer", "strip_accents": false})");
    QVERIFY(accented);
    QVERIFY(accented->encode("Caf\u00E9") != m_fromVocabTxt->encode("Caf\u00E9"));
    COMPARE_IDS(m_fromVocabTxt->encode("Caf\u00E9"), m_fromVocabTxt->encode("cafe"));
}

void WordPieceTokenizerTest::configurationAddsTokens() {
    const auto tokenizer = withConfig(R"({"tokenizer_class": "BertTokenizer", "bos_token": "[DEC]",
        "added_tokens_decoder": {"30522": {"content": "[DEC]", "special": true}}})");
    QVERIFY(tokenizer);
    QCOMPARE(tokenizer->size(), 30523);
    QCOMPARE(tokenizer->idOf("[DEC]"), std::optional<TokenId>(30522));
    const std::vector<TokenId> ids = tokenizer->encode("[DEC] dog");
    COMPARE_IDS(ids, (std::vector<TokenId>{101, 30522, 3899, 102}));
    QCOMPARE(tokenizer->decode(ids, true), std::string("dog"));
}

void WordPieceTokenizerTest::configurationOfAnotherTokenizerIsIgnored() {
    const auto tokenizer = withConfig(R"({"tokenizer_class": "GPT2Tokenizer", "do_lower_case": false,
        "added_tokens_decoder": {"2": {"content": "</s>", "special": true}}})");
    QVERIFY(tokenizer);
    COMPARE_IDS(tokenizer->encode("A Dog </s>"), m_fromVocabTxt->encode("A Dog </s>"));
}

QTEST_GUILESS_MAIN(WordPieceTokenizerTest)
#include "test_wordpiece_tokenizer.moc"
