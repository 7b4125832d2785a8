#include "tests/core/checkpoint/hostile_folder.h"
#include "tests/core/checkpoint/peak_memory.h"
#include "tests/core/clouds/cloud_files.h"
#include "tests/core/golden.h"

#include <QDir>
#include <QFileInfo>

#include <random>
#include <set>

using namespace rb::clouds;
using namespace rb::clouds::testing;

/// Damaged and hostile clouds are refused, cheaply, and nothing in them runs.
class HostileCloudsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fileIsRefused_data();
    void fileIsRefused();
    void everyKindHasFiles();
    void truncationIsRefused_data();
    void truncationIsRefused();
    void mutationNeverCrashes_data();
    void mutationNeverCrashes();

private:
    std::unique_ptr<HostileFolder> m_folder;
};

static const std::set<std::string> kKinds{"ply", "pcd", "las", "npy", "npz"};

void HostileCloudsTest::init() { m_folder = std::make_unique<HostileFolder>(); }

void HostileCloudsTest::cleanup() {
    QVERIFY(m_folder->dir().isEmpty());
    m_folder.reset();
}

void HostileCloudsTest::fileIsRefused_data() {
    QTest::addColumn<QString>("path");
    for (const nlohmann::json& entry : rb::testing::goldenJson("hostile/index.json")) {
        const std::string kind = entry.at("kind"), file = entry.at("file");
        if (kKinds.count(kind) > 0) QTest::newRow(file.c_str()) << dataPath("hostile/") + QString::fromStdString(file);
    }
}

void HostileCloudsTest::fileIsRefused() {
    QFETCH(const QString, path);
    QVERIFY(QFileInfo::exists(path));
    const PeakMemory memory;
    const auto cloud = readCloud(fsPath(path));
    QVERIFY(!cloud.ok());
    QVERIFY2(memory.grownKiB() >= 0 && memory.grownKiB() < PeakMemory::kLimitKiB, qPrintable(QString::number(memory.grownKiB())));
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QFileInfo(path).fileName()), cloud.error().message.c_str());
    QVERIFY(!measureCloud(fsPath(path)).ok());
}

void HostileCloudsTest::everyKindHasFiles() {
    std::set<std::string> kinds;
    for (const nlohmann::json& entry : rb::testing::goldenJson("hostile/index.json")) kinds.insert(entry.at("kind").get<std::string>());
    QVERIFY(std::includes(kinds.begin(), kinds.end(), kKinds.begin(), kKinds.end()));
}

void HostileCloudsTest::truncationIsRefused_data() {
    QTest::addColumn<QString>("source");
    for (const char* file : {"cloud_ascii.ply", "cloud_binary_le.ply", "cloud_binary_be.ply", "cloud_ascii.pcd", "cloud_binary.pcd", "cloud_binary_compressed.pcd",
                             "cloud_12.las", "cloud_14.las", "cloud.npy", "cloud.npz", "cloud_deflated.npz"})
        QTest::newRow(file) << dataPath("formats/points/") + QLatin1String(file);
}

void HostileCloudsTest::truncationIsRefused() {
    QFETCH(const QString, source);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cut.") + QFileInfo(source).suffix());
    const QByteArray whole = contentOf(source);
    for (int percent = 1; percent < 100; percent += 3) {
        QVERIFY(writeContent(path, whole.left(whole.size() * percent / 100)));
        const auto cloud = readCloud(fsPath(path));
        QVERIFY2(!cloud.ok(), qPrintable(QString::number(percent)));
        QVERIFY2(isOneSentenceNaming(cloud.error().message, QFileInfo(path).fileName()), cloud.error().message.c_str());
    }
}

void HostileCloudsTest::mutationNeverCrashes_data() {
    truncationIsRefused_data();
    QTest::newRow("lists") << dataPath("hostile/valid/extra_properties.ply");
    QTest::newRow("text") << dataPath("formats/points/cloud.xyz");
}

void HostileCloudsTest::mutationNeverCrashes() {
    QFETCH(const QString, source);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mutated.") + QFileInfo(source).suffix());
    const QByteArray good = contentOf(source);
    std::mt19937 random(7);
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
        QByteArray bad = good;
        for (int flips = 0; flips < 4; ++flips)
            bad[static_cast<qsizetype>(random() % static_cast<std::size_t>(std::min<qsizetype>(bad.size(), 400)))] = static_cast<char>(random());
        QVERIFY(writeContent(path, bad));
        const PeakMemory memory;
        const auto cloud = readCloud(fsPath(path));
        QVERIFY(memory.grownKiB() < PeakMemory::kLimitKiB);
        if (cloud.ok()) continue;
        ++refused;
        QVERIFY2(isOneSentenceNaming(cloud.error().message, QFileInfo(path).fileName()), cloud.error().message.c_str());
    }
    QVERIFY(refused > 0);
}

QTEST_GUILESS_MAIN(HostileCloudsTest)
#include "test_hostile_clouds.moc"
