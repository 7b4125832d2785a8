#include "tests/core/text/fixtures.h"

#include <QTemporaryDir>

using namespace rb::text;
using namespace rb::text::testing;

/// GPT-2's real vocabulary and one in OPT's layout, from both kinds of files.
class ByteLevelBpeTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void optFilesMatchReference_data() {
        addCaseRows({"tokenizers/bpe_opt/cases.json", "tokenizers/bpe_opt/cases_more.json"});
    }
    void optFilesMatchReference() { compare(*m_opt.files); }
    void optJsonMatchesReference_data() { optFilesMatchReference_data(); }
    void optJsonMatchesReference() { compare(*m_opt.json); }
    void gpt2FilesMatchReference_data() { addCaseRows({"tokenizers/bpe_gpt2/cases.json"}); }
    void gpt2FilesMatchReference() { compare(*m_gpt2.files); }
    void gpt2JsonMatchesReference_data() { gpt2FilesMatchReference_data(); }
    void gpt2JsonMatchesReference() { compare(*m_gpt2.json); }
    void anyBytesDecode_data() {
        addCaseRows(
            {"tokenizers/bpe_opt/decode_any_bytes.json", "tokenizers/bpe_gpt2/decode_any_bytes.json"});
    }
    void anyBytesDecode();
    void idsOutsideDecodeToNothing();
    void beginningTokenFollowsConfiguration();

private:
    /// The same tokenizer from vocab.json with merges.txt and from tokenizer.json alone.
    struct Both {
        TokenizerPointer files, json;
    };
    Both openBoth(const char* relative, const QTemporaryDir& folder);
    static void compare(const Tokenizer& tokenizer);

    QTemporaryDir m_optFolder, m_gpt2Folder;
    Both m_opt, m_gpt2;
};

ByteLevelBpeTokenizerTest::Both ByteLevelBpeTokenizerTest::openBoth(const char* relative,
                                                                    const QTemporaryDir& folder) {
    const QString source = dataPath(relative);
    if (!QFile::copy(source + QStringLiteral("/tokenizer.json"),
                     folder.filePath(QStringLiteral("tokenizer.json"))))
        return {};
    return {opened(source, TokenizerKind::ByteLevelBpe), opened(folder.path(), TokenizerKind::ByteLevelBpe)};
}

void ByteLevelBpeTokenizerTest::initTestCase() {
    m_opt = openBoth("tokenizers/bpe_opt", m_optFolder);
    m_gpt2 = openBoth("tokenizers/bpe_gpt2", m_gpt2Folder);
    QVERIFY(m_opt.files && m_opt.json && m_gpt2.files && m_gpt2.json);
    QCOMPARE(m_gpt2.files->size(), 50257);
    QCOMPARE(m_gpt2.json->size(), 50257);
    QCOMPARE(m_opt.files->size(), 800);
    QCOMPARE(m_opt.json->size(), 800);
}

void ByteLevelBpeTokenizerTest::compare(const Tokenizer& tokenizer) {
    const json& expected = currentCase();
    const std::vector<TokenId> ids = tokenizer.encode(expected["text"].get<std::string>());
    COMPARE_IDS(ids, idsOf(expected["ids"]));
    // GPT-2's reference keeps special tokens in the text.
    const bool skips = expected.contains("decoded_with_special");
    QCOMPARE(tokenizer.decode(ids, skips), expected["decoded"].get<std::string>());
    if (expected.contains("tokens"))
        QCOMPARE(piecesOf(tokenizer, ids), expected["tokens"].get<std::vector<std::string>>());
    if (skips) QCOMPARE(tokenizer.decode(ids, false), expected["decoded_with_special"].get<std::string>());
}

void ByteLevelBpeTokenizerTest::anyBytesDecode() {
    const json& expected = currentCase();
    QFETCH(QString, file);
    const Both& both = file.contains(QLatin1String("gpt2")) ? m_gpt2 : m_opt;
    const std::vector<TokenId> ids = idsOf(expected["ids"]);
    const json& soFar = expected["text_so_far"];
    QCOMPARE(soFar.size(), ids.size());
    for (const auto& tokenizer : {both.files, both.json}) {
        QCOMPARE(tokenizer->decode(ids, true), expected["decoded"].get<std::string>());
        for (std::size_t k = 0; k < ids.size(); ++k)
            QCOMPARE(tokenizer->decodePartial(std::span(ids).first(k + 1)), soFar[k].get<std::string>());
    }
}

void ByteLevelBpeTokenizerTest::idsOutsideDecodeToNothing() {
    const std::vector<TokenId> ids{-1, 800, 1'000'000};
    QCOMPARE(m_opt.files->decode(ids, false), std::string());
    QVERIFY(m_opt.files->pieceOf(800).empty());
    QVERIFY(!m_opt.files->idOf("no such piece"));
}

void ByteLevelBpeTokenizerTest::beginningTokenFollowsConfiguration() {
    const QTemporaryDir folder;
    for (const QString& name : {QStringLiteral("vocab.json"), QStringLiteral("merges.txt")})
        QVERIFY(QFile::copy(dataPath("tokenizers/bpe_opt/") + name, folder.filePath(name)));
    const std::vector<TokenId> begun = m_opt.files->encode("a dog");
    const QString config = folder.filePath(QStringLiteral("tokenizer_config.json"));
    QVERIFY(writeContent(config, R"({"add_bos_token": false, "bos_token": "</s>"})"));
    const auto plain = opened(folder.path(), TokenizerKind::ByteLevelBpe);
    QVERIFY(plain);
    COMPARE_IDS(plain->encode("a dog"), std::vector<TokenId>(begun.begin() + 1, begun.end()));
    QVERIFY(writeContent(config, R"({"add_bos_token": true, "bos_token": {"content": "</s>"}})"));
    const auto opt = opened(folder.path(), TokenizerKind::ByteLevelBpe);
    QVERIFY(opt);
    COMPARE_IDS(opt->encode("a dog"), begun);
}

QTEST_GUILESS_MAIN(ByteLevelBpeTokenizerTest)
#include "test_byte_level_bpe_tokenizer.moc"
