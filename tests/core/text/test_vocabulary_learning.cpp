#include "core/text/vocabulary_learning.h"

#include "core/base/durable_file.h"
#include "core/text/tokenizer.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace rb;

class VocabularyLearningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frequentWordsBecomeOnePiece();
    void anyTextCanBeWritten();
    void theOrderOfTextsDoesNotMatter();
    void noMorePiecesThanAskedFor();
    void wordPiecesHoldLettersAndFrequentWords();

private:
    static const std::vector<std::string>& texts() {
        static const std::vector<std::string> texts{"a dog next to a dog", "a red dog above a table", "a table to the left of a dog", "a red table"};
        return texts;
    }
    static std::shared_ptr<const text::Tokenizer> tokenizer(const text::LearntBpe& learnt);
};

std::shared_ptr<const text::Tokenizer> VocabularyLearningTest::tokenizer(const text::LearntBpe& learnt) {
    const QTemporaryDir folder;
    const std::filesystem::path path(folder.path().toStdString());
    nlohmann::json ids = nlohmann::json::object();
    for (std::size_t i = 0; i < learnt.pieces.size(); ++i) ids[learnt.pieces[i]] = i;
    std::string merges = "#version: 0.2\n";
    for (const auto& [left, right] : learnt.merges) merges += left + " " + right + "\n";
    if (!replaceFile(path / "vocab.json", ids.dump()).ok() || !replaceFile(path / "merges.txt", merges).ok()) return nullptr;
    const auto opened = text::openTokenizer(path, text::TokenizerKind::ByteLevelBpe);
    return opened.ok() ? *opened : nullptr;
}

void VocabularyLearningTest::frequentWordsBecomeOnePiece() {
    const auto opened = tokenizer(text::learnByteLevelBpe(texts(), {"<s>", "<pad>"}, 400));
    QVERIFY(opened != nullptr);
    QCOMPARE(opened->encode(" dog").size(), std::size_t{1});
    QCOMPARE(opened->encode(" table").size(), std::size_t{1});
    QVERIFY(opened->encode(" zebra").size() > 1);
    QCOMPARE(opened->pieceOf(1), std::string("<pad>"));
}

void VocabularyLearningTest::anyTextCanBeWritten() {
    const auto opened = tokenizer(text::learnByteLevelBpe(texts(), {"<s>"}, 300));
    QVERIFY(opened != nullptr);
    for (const std::string& text : {std::string("a dog next to a table"), std::string("Zürich 東京 \n\t!"), std::string("\xff\xfe broken", 9)})
        QCOMPARE(opened->decode(opened->encode(text), true), text == std::string("\xff\xfe broken", 9) ? std::string("\uFFFD\uFFFD broken") : text);
}

void VocabularyLearningTest::theOrderOfTextsDoesNotMatter() {
    std::vector<std::string> turned(texts().rbegin(), texts().rend());
    const text::LearntBpe a = text::learnByteLevelBpe(texts(), {}, 350), b = text::learnByteLevelBpe(turned, {}, 350);
    QVERIFY(a.pieces == b.pieces && a.merges == b.merges);
    QVERIFY(text::learnWordPieces(texts(), 60) == text::learnWordPieces(turned, 60));
}

void VocabularyLearningTest::noMorePiecesThanAskedFor() {
    QCOMPARE(text::learnByteLevelBpe(texts(), {"<s>"}, 262).pieces.size(), std::size_t{262});
    const text::LearntBpe all = text::learnByteLevelBpe(texts(), {}, 100'000);
    QVERIFY(all.pieces.size() < 400); // no pair stands twice any more
}

void VocabularyLearningTest::wordPiecesHoldLettersAndFrequentWords() {
    const std::vector<std::string> pieces = text::learnWordPieces(texts(), 500);
    const auto has = [&pieces](const char* piece) { return std::find(pieces.begin(), pieces.end(), piece) != pieces.end(); };
    QCOMPARE(pieces[0], std::string("[PAD]"));
    QCOMPARE(pieces[2], std::string("[CLS]"));
    for (const char* piece : {"dog", "table", "d", "##g", "a"}) QVERIFY2(has(piece), piece);
    QVERIFY(!has("zebra"));
    const auto dog = std::find(pieces.begin(), pieces.end(), "dog"), above = std::find(pieces.begin(), pieces.end(), "above");
    QVERIFY(dog < above); // the more frequent first
}

QTEST_GUILESS_MAIN(VocabularyLearningTest)
#include "test_vocabulary_learning.moc"
