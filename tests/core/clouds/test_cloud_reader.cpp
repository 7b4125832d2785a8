#include "tests/core/clouds/cloud_files.h"

#include <QFileInfo>

#include <cmath>
#include <set>

using namespace rb::clouds;
using namespace rb::clouds::testing;

namespace {

/// `count` points x = i, y = 2i, z = 3i as KITTI's floats.
QByteArray countedScan(int count) {
    QByteArray bytes;
    for (int i = 0; i < count; ++i) bytes += numbers<float>({static_cast<float>(i), static_cast<float>(2 * i), static_cast<float>(3 * i), 1});
    return bytes;
}

QByteArray countedText(int count) {
    QByteArray text;
    for (int i = 0; i < count; ++i) text += QByteArray::number(i) + ' ' + QByteArray::number(2 * i) + ' ' + QByteArray::number(3 * i) + '\n';
    return text;
}

} // namespace

class CloudReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixtureEqualsExpected_data();
    void fixtureEqualsExpected();
    void scanReferSceneEqualsItsArrays();
    void headerTellsPointsFieldsAndMemory_data();
    void headerTellsPointsFieldsAndMemory();
    void thinningKeepsJustSoManyPointsInOrder_data();
    void thinningKeepsJustSoManyPointsInOrder();
    void thinnedFilesOfDifferentFormatsAgree();
    void cancelEndsTheReading_data();
    void cancelEndsTheReading();
    void progressRisesToOne();
    void largerCloudThanAllowedIsRefused();
    void farCloudsKeepATenthOfAMillimetre_data();
    void farCloudsKeepATenthOfAMillimetre();
    void boundsAreThoseOfAllPoints();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();
    void endingsOfCloudsAreKnown();
    void plainCloudAddsTheOffset();

private:
    CloudFiles m_files;
};

void CloudReaderTest::fixtureEqualsExpected_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("colored");
    QTest::addColumn<bool>("las");
    for (const char* file : {"cloud_ascii.ply", "cloud_binary_le.ply", "cloud_binary_be.ply", "cloud_ascii.pcd", "cloud_binary.pcd",
                             "cloud_binary_compressed.pcd", "cloud.npy", "cloud.npz", "cloud_deflated.npz", "cloud.xyz"})
        QTest::newRow(file) << QString::fromLatin1(file) << true << false;
    QTest::newRow("kitti.bin") << QStringLiteral("kitti.bin") << false << false;
    for (const char* file : {"cloud_12.las", "cloud_14.las"}) QTest::newRow(file) << QString::fromLatin1(file) << true << true;
}

void CloudReaderTest::fixtureEqualsExpected() {
    QFETCH(const QString, file);
    QFETCH(const bool, colored);
    QFETCH(const bool, las);
    const auto cloud = readCloud(fsPath(dataPath("formats/points/") + file));
    QVERIFY2(cloud.ok(), textOf(cloud));
    const auto places = goldenRows(las ? "formats/points/expected_las_xyz.npy" : "formats/points/expected_xyz.npy");
    const auto colors = goldenRows("formats/points/expected_rgb.npy");
    QCOMPARE(cloud->size(), std::size_t{2000});
    QCOMPARE(cloud->pointsInFile, 2000U);
    QCOMPARE(cloud->colors.size(), colored ? 6000U : 0U);
    for (std::size_t i = 0; i < 2000; ++i)
        for (std::size_t axis = 0; axis < 3; ++axis) {
            QCOMPARE(cloud->positions[3 * i + axis], static_cast<float>(places[i][axis] - cloud->offset[axis]));
            if (colored) QCOMPARE(static_cast<double>(cloud->colors[3 * i + axis]), colors[i][axis]);
        }
    if (!las && colored) return;
    const auto intensities = goldenRows(las ? "formats/points/expected_las_intensity.npy" : "formats/points/expected_intensity.npy");
    for (std::size_t i = 0; i < 2000; ++i) QCOMPARE(static_cast<double>(cloud->intensity[i]), intensities[i][0]);
}

void CloudReaderTest::scanReferSceneEqualsItsArrays() {
    const auto cloud = readCloud(fsPath(dataPath("formats/scanrefer/scene0000_00_aligned_vert.npy")));
    QVERIFY2(cloud.ok(), textOf(cloud));
    const auto rows = goldenRows("formats/scanrefer/scene0000_00_aligned_vert.npy");
    const auto instances = goldenRows("formats/scanrefer/scene0000_00_ins_label.npy");
    const auto classes = goldenRows("formats/scanrefer/scene0000_00_sem_label.npy");
    QCOMPARE(cloud->size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            QCOMPARE(cloud->positions[3 * i + axis], static_cast<float>(rows[i][axis]));
            QVERIFY(std::fabs(cloud->colors[3 * i + axis] - rows[i][3 + axis]) <= 0.5);
        }
        const double length = std::hypot(rows[i][6], rows[i][7], rows[i][8]);
        for (std::size_t axis = 0; axis < 3; ++axis)
            QVERIFY(std::fabs(static_cast<double>(cloud->normals[3 * i + axis]) - (length > 0 ? rows[i][6 + axis] / length : 0)) < 1e-4);
        QCOMPARE(static_cast<double>(cloud->instances[i]), instances[i][0]);
        QCOMPARE(static_cast<double>(cloud->classes[i]), classes[i][0]);
    }
}

void CloudReaderTest::headerTellsPointsFieldsAndMemory_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("fields");
    QTest::addColumn<int>("bytesAPoint");
    QTest::newRow("ply") << QStringLiteral("cloud_binary_le.ply") << QStringLiteral("PLY") << 6 << 15;
    QTest::newRow("pcd") << QStringLiteral("cloud_ascii.pcd") << QStringLiteral("PCD") << 4 << 15;
    QTest::newRow("las 1.2") << QStringLiteral("cloud_12.las") << QStringLiteral("LAS 1.2") << 9 << 23;
    QTest::newRow("las 1.4") << QStringLiteral("cloud_14.las") << QStringLiteral("LAS 1.4") << 10 << 23;
    QTest::newRow("npy") << QStringLiteral("cloud.npy") << QStringLiteral("NumPy") << 6 << 15;
    QTest::newRow("xyz") << QStringLiteral("cloud.xyz") << QStringLiteral("text") << 6 << 15;
    QTest::newRow("kitti") << QStringLiteral("kitti.bin") << QStringLiteral("KITTI") << 4 << 16;
}

void CloudReaderTest::headerTellsPointsFieldsAndMemory() {
    QFETCH(const QString, file);
    QFETCH(const QString, format);
    QFETCH(const int, fields);
    QFETCH(const int, bytesAPoint);
    const auto path = fsPath(dataPath("formats/points/") + file);
    const auto header = readCloudHeader(path);
    QVERIFY2(header.ok(), header.ok() ? "" : header.error().message.c_str());
    QCOMPARE(QString::fromStdString(header->format), format);
    QCOMPARE(header->points, 2000U);
    QCOMPARE(static_cast<int>(header->fields.size()), fields);
    QCOMPARE(header->memoryBytes(), 2000U * static_cast<unsigned>(bytesAPoint));
    const auto cloud = readCloud(path);
    const std::size_t held = cloud->positions.size() * 4 + cloud->colors.size() + cloud->normals.size() * 4 + cloud->intensity.size() * 4 +
                             cloud->classes.size() * 4 + cloud->instances.size() * 4;
    QCOMPARE(header->memoryBytes(), held);
}

void CloudReaderTest::thinningKeepsJustSoManyPointsInOrder_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    constexpr int kPoints = 300'000; // more than a block of text and a batch hold
    QTest::newRow("records") << QStringLiteral("scan.bin") << countedScan(kPoints);
    QTest::newRow("lines") << QStringLiteral("scan.xyz") << countedText(kPoints);
}

void CloudReaderTest::thinningKeepsJustSoManyPointsInOrder() {
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    CloudReadOptions options;
    for (const std::uint64_t wanted : {1ULL, 7ULL, 1000ULL, 299'999ULL, 300'000ULL, 400'000ULL}) {
        options.thinTo = wanted;
        const auto cloud = m_files.read(name, content, options);
        QVERIFY2(cloud.ok(), textOf(cloud));
        const std::uint64_t kept = std::min<std::uint64_t>(wanted, 300'000);
        QCOMPARE(cloud->size(), kept);
        QCOMPARE(cloud->pointsInFile, 300'000U);
        double last = -1;
        for (std::size_t i = 0; i < cloud->size(); ++i) {
            const auto place = placeOf(*cloud, i);
            QVERIFY(place[0] > last);
            QVERIFY(place[1] == 2 * place[0] && place[2] == 3 * place[0]);
            // One of each run of equal length.
            const double run = 300'000.0 / static_cast<double>(kept);
            QVERIFY(place[0] >= std::floor(static_cast<double>(i) * run) && place[0] < static_cast<double>(i + 1) * run);
            last = place[0];
        }
    }
}

void CloudReaderTest::thinnedFilesOfDifferentFormatsAgree() {
    CloudReadOptions options;
    options.thinTo = 123;
    std::vector<float> first;
    for (const char* file : {"cloud_ascii.ply", "cloud_binary_le.ply", "cloud_binary_be.ply", "cloud_ascii.pcd", "cloud_binary_compressed.pcd",
                             "cloud.npy", "cloud_deflated.npz", "cloud.xyz", "kitti.bin"}) {
        const auto cloud = readCloud(fsPath(dataPath("formats/points/") + QLatin1String(file)), options);
        QVERIFY2(cloud.ok(), textOf(cloud));
        QCOMPARE(cloud->size(), std::size_t{123});
        if (first.empty()) first = cloud->positions;
        QVERIFY2(cloud->positions == first, file);
    }
}

void CloudReaderTest::cancelEndsTheReading_data() {
    thinningKeepsJustSoManyPointsInOrder_data();
}

void CloudReaderTest::cancelEndsTheReading() {
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    std::stop_source stop;
    CloudReadOptions options;
    options.stop = stop.get_token();
    int told = 0;
    options.progress = [&](double) {
        ++told;
        stop.request_stop();
    };
    const auto cloud = m_files.read(name, content, options);
    QVERIFY(!cloud.ok());
    QVERIFY(cloud.error().code == rb::ErrorCode::Cancelled);
    QVERIFY(isOneSentenceNaming(cloud.error().message, name));
    QCOMPARE(told, 1);
}

void CloudReaderTest::progressRisesToOne() {
    std::vector<double> told;
    CloudReadOptions options;
    options.progress = [&](double fraction) { told.push_back(fraction); };
    QVERIFY(m_files.read(QStringLiteral("scan.bin"), countedScan(50'000), options).ok());
    QVERIFY(told.size() > 2);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.back(), 1.0);
}

void CloudReaderTest::largerCloudThanAllowedIsRefused() {
    CloudReadOptions options;
    options.maxPoints = 9;
    for (const auto& [name, content] : {std::pair{QStringLiteral("ten.bin"), countedScan(10)}, {QStringLiteral("ten.xyz"), countedText(10)}}) {
        const auto cloud = m_files.read(name, content, options);
        QVERIFY(!cloud.ok());
        QVERIFY(cloud.error().code == rb::ErrorCode::TooLarge);
        QVERIFY(isOneSentenceNaming(cloud.error().message, name));
        CloudReadOptions thinned = options;
        thinned.thinTo = 9;
        QCOMPARE(m_files.read(name, content, thinned)->size(), std::size_t{9});
    }
}

void CloudReaderTest::farCloudsKeepATenthOfAMillimetre_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<double>("extent");
    QTest::addColumn<double>("tolerance");
    // UTM zone 32: easting, northing, height.
    for (const auto& [extent, tolerance] : {std::pair{400.0, 0.00001}, {4000.0, 0.0001}, {10'000.0, 0.00025}}) {
        QByteArray ply = "ply\nformat binary_little_endian 1.0\nelement vertex 1001\nproperty double x\nproperty double y\nproperty double z\nend_header\n";
        QByteArray text;
        for (int i = 0; i <= 1000; ++i) {
            const double x = 565'000.123 + extent * i / 1000, y = 5'932'000.456 + extent * (1000 - i) / 1000, z = 12.345 + i / 1000.0;
            ply += numbers<double>({x, y, z});
            text += QByteArray::number(x, 'f', 6) + ',' + QByteArray::number(y, 'f', 6) + ',' + QByteArray::number(z, 'f', 6) + '\n';
        }
        QTest::addRow("PLY over %g m", extent) << QStringLiteral("utm.ply") << ply << extent << tolerance;
        QTest::addRow("text over %g m", extent) << QStringLiteral("utm.csv") << text << extent << tolerance;
    }
}

void CloudReaderTest::farCloudsKeepATenthOfAMillimetre() {
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const double, extent);
    QFETCH(const double, tolerance);
    const auto cloud = m_files.read(name, content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    for (int i = 0; i <= 1000; ++i) {
        const double expected[3] = {565'000.123 + extent * i / 1000, 5'932'000.456 + extent * (1000 - i) / 1000, 12.345 + i / 1000.0};
        const auto place = placeOf(*cloud, static_cast<std::size_t>(i));
        for (std::size_t axis = 0; axis < 3; ++axis) QVERIFY(std::fabs(place[axis] - expected[axis]) < tolerance);
    }
}

void CloudReaderTest::boundsAreThoseOfAllPoints() {
    const auto places = goldenRows("formats/points/expected_xyz.npy");
    const auto measured = measureCloud(fsPath(dataPath("formats/points/cloud.xyz")));
    QVERIFY(measured.ok() && measured->bounds);
    const auto las = readCloudHeader(fsPath(dataPath("formats/points/cloud_14.las")));
    QVERIFY(las.ok() && las->bounds);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        double lower = HUGE_VAL, upper = -HUGE_VAL;
        for (const auto& row : places) {
            lower = std::min(lower, row[axis]);
            upper = std::max(upper, row[axis]);
        }
        QVERIFY(std::fabs(measured->bounds->lower[axis] - lower) < 1e-6);
        QVERIFY(std::fabs(measured->bounds->upper[axis] - upper) < 1e-6);
        QVERIFY(std::fabs(las->bounds->lower[axis] - lower) < 0.0006);
        QVERIFY(std::fabs(las->bounds->upper[axis] - upper) < 0.0006);
    }
    QVERIFY(!readCloudHeader(fsPath(dataPath("formats/points/cloud.npy")))->bounds);
}

void CloudReaderTest::whatIsNoFileIsRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("what");
    for (const char* ending : {"ply", "pcd", "las", "laz", "npy", "npz", "xyz", "csv", "bin", "png"})
        for (const char* what : {"missing", "empty", "folder"})
            QTest::addRow("%s .%s", what, ending) << QStringLiteral("thing.") + QLatin1String(ending) << QString::fromLatin1(what);
}

void CloudReaderTest::whatIsNoFileIsRefused() {
    QFETCH(const QString, name);
    QFETCH(const QString, what);
    const CloudFiles files;
    if (what == QLatin1String("empty")) files.write(name, {});
    if (what == QLatin1String("folder")) std::filesystem::create_directory(fsPath(files.path(name)));
    for (const auto& error : {readCloudHeader(fsPath(files.path(name))).error(), readCloud(fsPath(files.path(name))).error()}) {
        QVERIFY2(isOneSentenceNaming(error.message, name), error.message.c_str());
        QCOMPARE(error.code == rb::ErrorCode::FileNotFound, what == QLatin1String("missing"));
    }
}

void CloudReaderTest::endingsOfCloudsAreKnown() {
    for (const char* name : {"a.ply", "a.PCD", "a.las", "a.laz", "a.npy", "a.NPZ", "a.xyz", "folder.png/a.txt", "a.asc", "a.csv", "a.bin"})
        QVERIFY(isCloudFile(name));
    for (const char* name : {"a.png", "npy", "a.npy.bak", "", "a.obj"}) QVERIFY(!isCloudFile(name));
}

void CloudReaderTest::plainCloudAddsTheOffset() {
    Cloud cloud;
    cloud.offset = {100, 0, -50};
    cloud.positions = {1, 2, 3, 4, 5, 6};
    cloud.colors = {1, 2, 3, 4, 5, 6};
    const rb::geometry::PointCloud plain = plainCloud(cloud);
    QVERIFY(plain.positions == (std::vector<float>{101, 2, -47, 104, 5, -44}));
    QVERIFY(plain.colors == cloud.colors);
}

QTEST_GUILESS_MAIN(CloudReaderTest)
#include "test_cloud_reader.moc"
