#include "tests/core/text/fixtures.h"

using namespace rb::text;
using namespace rb::text::testing;

/// The folders that transformers 4 and 5 save, with what its `generate` wrote.
class HuggingFaceFoldersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAndPromptsMatchGolden_data();
    void textsAndPromptsMatchGolden();

private:
    static std::vector<TokenId> withoutImageTokens(std::vector<TokenId> ids, TokenId image);
};

void HuggingFaceFoldersTest::textsAndPromptsMatchGolden_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("opt");
    for (const char* name : {"blip2-opt", "hf5-opt"})
        QTest::newRow(name) << dataPath("hf_blip2/") + QLatin1String(name) << true;
    for (const char* name : {"blip2-t5", "hf5-t5"})
        QTest::newRow(name) << dataPath("hf_blip2/") + QLatin1String(name) << false;
}

std::vector<TokenId> HuggingFaceFoldersTest::withoutImageTokens(std::vector<TokenId> ids, TokenId image) {
    std::erase(ids, image);
    return ids;
}

void HuggingFaceFoldersTest::textsAndPromptsMatchGolden() {
    QFETCH(const QString, folder);
    QFETCH(const bool, opt);
    const auto tokenizer = opened(folder, opt ? TokenizerKind::ByteLevelBpe : TokenizerKind::SentencePiece);
    QVERIFY(tokenizer);
    // One of the folders has the token in its configuration only, and no prompt with it.
    const TokenId image = tokenizer->idOf("<image>").value_or(-1);
    const json golden = json::parse(contentOf(folder + QStringLiteral("/golden.json")));
    std::size_t texts = 0;
    for (const json& entry : golden) {
        const std::vector<TokenId> prompt = withoutImageTokens(idsOf(entry["prompt_ids"]), image);
        COMPARE_IDS(tokenizer->encode(entry["prompt"].get<std::string>()), prompt);
        const bool cut = entry.contains("new_tokens");
        const json& sequences = entry[cut ? "new_tokens" : "token_ids"];
        for (std::size_t i = 0; i < sequences.size(); ++i, ++texts) {
            std::vector<TokenId> ids = withoutImageTokens(idsOf(sequences[i]), image);
            // The texts of OPT repeat the prompt.
            if (opt && cut) ids.insert(ids.begin(), prompt.begin(), prompt.end());
            QCOMPARE(tokenizer->decode(ids, true), entry["texts"][i].get<std::string>());
        }
    }
    QVERIFY(texts >= 18);
}

QTEST_GUILESS_MAIN(HuggingFaceFoldersTest)
#include "test_hugging_face_folders.moc"
