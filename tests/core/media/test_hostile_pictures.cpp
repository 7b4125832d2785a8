#include "core/media/image.h"
#include "tests/core/checkpoint/hostile_folder.h"
#include "tests/core/checkpoint/peak_memory.h"
#include "tests/core/checkpoint/test_files.h"
#include "tests/core/golden.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <random>

using namespace rb::media;
using namespace rb::testing;
using namespace rb::checkpoint::testing;

namespace {

/// The error of reading a picture; nothing when it was read.
std::optional<rb::Error> errorOf(const QString& path) {
    const auto image = readImage(fsPath(path));
    return image.ok() ? std::nullopt : std::optional(image.error());
}

} // namespace

/// Damaged and hostile pictures are refused, cheaply, and nothing in them runs.
class HostilePicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fileIsRefused_data();
    void fileIsRefused();
    void noFileIsRefused_data();
    void noFileIsRefused();
    void truncationIsRefused_data();
    void truncationIsRefused();
    void mutationNeverCrashes_data();
    void mutationNeverCrashes();

private:
    std::unique_ptr<HostileFolder> m_folder;
};

void HostilePicturesTest::init() { m_folder = std::make_unique<HostileFolder>(); }

void HostilePicturesTest::cleanup() {
    QVERIFY(m_folder->dir().isEmpty());
    m_folder.reset();
}

void HostilePicturesTest::fileIsRefused_data() {
    QTest::addColumn<QString>("path");
    for (const nlohmann::json& entry : goldenJson("hostile/index.json")) {
        const std::string kind = entry.at("kind"), file = entry.at("file");
        if (kind == "image") QTest::newRow(file.c_str()) << dataPath("hostile/") + QString::fromStdString(file);
    }
}

void HostilePicturesTest::fileIsRefused() {
    QFETCH(const QString, path);
    QVERIFY(QFileInfo::exists(path));
    QElapsedTimer timer;
    timer.start();
    const PeakMemory memory;
    const auto error = errorOf(path);
    QVERIFY(error);
    QVERIFY2(memory.grownKiB() >= 0 && memory.grownKiB() < PeakMemory::kLimitKiB,
             qPrintable(QString::number(memory.grownKiB())));
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY2(isOneSentenceNaming(error->message, QFileInfo(path).fileName()), error->message.c_str());
}

void HostilePicturesTest::noFileIsRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("what");
    for (const char* name : {"thing.png", "thing.jpg"})
        for (const char* what : {"missing", "empty", "folder"}) QTest::addRow("%s %s", what, name) << QString::fromLatin1(name) << QString::fromLatin1(what);
}

void HostilePicturesTest::noFileIsRefused() {
    QFETCH(const QString, name);
    QFETCH(const QString, what);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    if (what == QLatin1String("empty")) QVERIFY(writeContent(path, {}));
    if (what == QLatin1String("folder")) QVERIFY(QDir().mkdir(path));
    const auto error = errorOf(path);
    QVERIFY(error);
    QVERIFY2(isOneSentenceNaming(error->message, name), error->message.c_str());
    QCOMPARE(error->code == rb::ErrorCode::FileNotFound, what == QLatin1String("missing"));
}

void HostilePicturesTest::truncationIsRefused_data() {
    QTest::addColumn<QString>("source");
    for (const char* file : {"images/photo.jpg", "images/resize/progressive.jpg", "images/cmyk.jpg", "images/rgba.png",
                             "images/gray16.png", "images/palette.png"})
        QTest::newRow(file) << dataPath(file);
}

void HostilePicturesTest::truncationIsRefused() {
    QFETCH(const QString, source);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cut.") + QFileInfo(source).suffix());
    const QByteArray whole = contentOf(source);
    QVERIFY(writeContent(path, whole));
    QVERIFY(!errorOf(path));
    for (int percent = 1; percent < 90; percent += 4) {
        QVERIFY(writeContent(path, whole.left(whole.size() * percent / 100)));
        const auto error = errorOf(path);
        QVERIFY2(error, qPrintable(QString::number(percent)));
        QVERIFY2(isOneSentenceNaming(error->message, QFileInfo(path).fileName()), error->message.c_str());
    }
}

void HostilePicturesTest::mutationNeverCrashes_data() {
    QTest::addColumn<QString>("source");
    for (const char* file : {"images/tiny.png", "images/exif_6.jpg", "images/palette.png"})
        QTest::newRow(file) << dataPath(file);
}

void HostilePicturesTest::mutationNeverCrashes() {
    QFETCH(const QString, source);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mutated.") + QFileInfo(source).suffix());
    const QByteArray good = contentOf(source);
    std::mt19937 random(7);
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
        QByteArray bad = good;
        for (int flips = 0; flips < 4; ++flips)
            bad[static_cast<qsizetype>(random() % static_cast<std::size_t>(std::min<qsizetype>(bad.size(), 400)))] =
                static_cast<char>(random());
        QVERIFY(writeContent(path, bad));
        const PeakMemory memory;
        const auto error = errorOf(path);
        if (!error) continue;
        ++refused;
        QVERIFY2(isOneSentenceNaming(error->message, QFileInfo(path).fileName()), error->message.c_str());
        QVERIFY(memory.grownKiB() < PeakMemory::kLimitKiB);
    }
    QVERIFY(refused > 0);
}

QTEST_GUILESS_MAIN(HostilePicturesTest)
#include "test_hostile_pictures.moc"
