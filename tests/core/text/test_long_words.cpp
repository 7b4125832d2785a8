#include "tests/core/text/fixtures.h"

#include <QTemporaryDir>

using namespace rb::text;
using namespace rb::text::testing;

/// Words as long as no caption has neither overflow the stack nor take quadratic time.
class LongWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bpeTakesLongWord();
    void wordPieceCallsLongWordUnknown();
    void sentencePieceTakesLongWord();
    void unigramTakesLongWord();

private:
    static constexpr std::size_t kLength = 200'000;
    /// One word of letters without any space.
    static std::string word();
};

std::string LongWordsTest::word() {
    std::string text;
    for (std::size_t i = 0; i < kLength; ++i)
        text += "thedogsrunabcxyz"[(i * i + i / 7) % 16];
    return text;
}

void LongWordsTest::bpeTakesLongWord() {
    const auto tokenizer = opened(dataPath("tokenizers/bpe_gpt2"), TokenizerKind::ByteLevelBpe);
    QVERIFY(tokenizer);
    for (const std::string& text :
         {word(), std::string(kLength, 'a'), std::string(kLength, ' '), std::string(kLength, '!')})
        QCOMPARE(tokenizer->decode(tokenizer->encode(text), false), text);
}

void LongWordsTest::wordPieceCallsLongWordUnknown() {
    const auto tokenizer = opened(dataPath("tokenizers/bert"), TokenizerKind::WordPiece);
    QVERIFY(tokenizer);
    COMPARE_IDS(tokenizer->encode(word()), (std::vector<TokenId>{101, 100, 102}));
}

void LongWordsTest::sentencePieceTakesLongWord() {
    const auto tokenizer = opened(dataPath("tokenizers/sentencepiece_t5"), TokenizerKind::SentencePiece);
    QVERIFY(tokenizer);
    QCOMPARE(tokenizer->decode(tokenizer->encode(word()), true), word());
}

void LongWordsTest::unigramTakesLongWord() {
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(dataPath("tokenizers/sentencepiece_t5/tokenizer.json"),
                        folder.filePath(QStringLiteral("tokenizer.json"))));
    const auto tokenizer = opened(folder.path(), TokenizerKind::SentencePiece);
    QVERIFY(tokenizer);
    QCOMPARE(tokenizer->decode(tokenizer->encode(word()), true), word());
    const auto library = opened(dataPath("tokenizers/sentencepiece_t5"), TokenizerKind::SentencePiece);
    QVERIFY(library);
    QVERIFY(tokenizer->encode(word()) == library->encode(word()));
}

QTEST_GUILESS_MAIN(LongWordsTest)
#include "test_long_words.moc"
