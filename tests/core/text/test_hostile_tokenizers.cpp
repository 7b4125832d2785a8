#include "tests/core/text/fixtures.h"

#include <QDir>
#include <QTemporaryDir>

#include <fstream>

using namespace rb::text;
using namespace rb::text::testing;

/// The hostile vocabularies of the public set are refused, alone and over a good folder.
class HostileTokenizersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folderIsRefused_data();
    void folderIsRefused();
    void folderIsRefusedOverGoodFolder_data() { folderIsRefused_data(); }
    void folderIsRefusedOverGoodFolder();

private:
    static long peakKiB();
    static void copyInto(const QString& source, const QTemporaryDir& folder);
    static void verifyRefused(const QString& folder, TokenizerKind kind, const QString& culprit);
};

void HostileTokenizersTest::folderIsRefused_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("good");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("culprit");
    std::size_t rows = 0;
    for (const json& entry : fixture("hostile/index.json")) {
        const auto kind = entry["kind"].get<std::string>(), file = entry["file"].get<std::string>();
        if (kind != "tokenizer" && kind != "spiece") continue;
        const bool spiece = kind == "spiece", words = file.find("vocab_txt") != std::string::npos;
        const auto tokenizer = spiece  ? TokenizerKind::SentencePiece
                               : words ? TokenizerKind::WordPiece
                                       : TokenizerKind::ByteLevelBpe;
        QTest::newRow(file.c_str()) << dataPath("hostile/") + QString::fromStdString(file) +
                                           QStringLiteral("/tokenizer")
                                    << dataPath(spiece ? "regionblip/tiny-t5/tokenizer"
                                                       : "regionblip/tiny-opt/tokenizer")
                                    << static_cast<int>(tokenizer)
                                    << (spiece  ? QStringLiteral("spiece.model")
                                        : words ? QStringLiteral("vocab.txt")
                                                : QStringLiteral("vocab.json"));
        ++rows;
    }
    QCOMPARE(rows, std::size_t(4));
}

/// The peak of resident memory since the last reset (Linux).
long HostileTokenizersTest::peakKiB() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word)
        if (word == "VmHWM:" && status >> word) return std::stol(word);
    return -1;
}

void HostileTokenizersTest::copyInto(const QString& source, const QTemporaryDir& folder) {
    for (const QString& name : QDir(source).entryList(QDir::Files)) {
        QFile::remove(folder.filePath(name));
        QVERIFY(QFile::copy(source + u'/' + name, folder.filePath(name)));
    }
}

void HostileTokenizersTest::verifyRefused(const QString& folder, TokenizerKind kind, const QString& culprit) {
    std::ofstream("/proc/self/clear_refs") << "5"; // sets the peak back to what is resident now
    const long before = peakKiB();
    const auto result = openTokenizer(fsPath(folder), kind);
    const long grown = peakKiB() - before;
    QVERIFY(!result.ok());
    QVERIFY2(isOneSentenceNaming(result.error().message, culprit.toStdString()),
             result.error().message.c_str());
    QVERIFY2(before > 0 && grown < 64 * 1024, qPrintable(QString::number(grown)));
}

void HostileTokenizersTest::folderIsRefused() {
    QFETCH(const QString, folder);
    QFETCH(const int, kind);
    QFETCH(const QString, culprit);
    verifyRefused(folder, static_cast<TokenizerKind>(kind), culprit);
}

void HostileTokenizersTest::folderIsRefusedOverGoodFolder() {
    QFETCH(const QString, folder);
    QFETCH(const QString, good);
    QFETCH(const int, kind);
    QFETCH(const QString, culprit);
    const QTemporaryDir laid;
    copyInto(good, laid);
    QVERIFY(openTokenizer(fsPath(laid.path()), static_cast<TokenizerKind>(kind)).ok());
    copyInto(folder, laid);
    verifyRefused(laid.path(), static_cast<TokenizerKind>(kind), culprit);
}

QTEST_GUILESS_MAIN(HostileTokenizersTest)
#include "test_hostile_tokenizers.moc"
