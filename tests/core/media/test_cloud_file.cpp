#include "core/media/cloud_file.h"
#include "tests/core/checkpoint/test_files.h"
#include "tests/core/checkpoint/torch_zip.h"
#include "tests/core/golden.h"

#include <QDir>
#include <QTemporaryDir>

#include <cmath>
#include <cstring>

using namespace rb::media;
using namespace rb::testing;
using namespace rb::checkpoint::testing;
using rb::geometry::PointCloud;

namespace {

/// A NumPy file of version 1 from its type, order, shape and data.
QByteArray npy(const QByteArray& type, const QByteArray& shape, const QByteArray& data, const char* fortran = "False") {
    const QByteArray header =
        "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n";
    const auto length = static_cast<quint16>(header.size());
    return QByteArray("\x93NUMPY\x01\x00", 8) + QByteArray(reinterpret_cast<const char*>(&length), 2) + header + data;
}

template <typename T>
QByteArray bytesOf(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(T))};
}

template <typename T>
QByteArray countedPoints(const QByteArray& type) {
    return npy(type, "(2, 3)", bytesOf(std::vector<T>{0, 1, 2, 3, 4, 5}));
}

/// The record deflated, with what its headers state.
ZipPart deflated(const QByteArray& name, const QByteArray& content) {
    const QByteArray zlib = qCompress(content, 9); // four bytes of length, two of header, four of checksum
    ZipPart part{name, zlib.mid(6, zlib.size() - 10), 8, content.size()};
    part.crcError = crc32(content) - crc32(part.data);
    return part;
}

} // namespace

class CloudFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnMajorFileMatchesExpected();
    void sampleCloudsLoad_data();
    void sampleCloudsLoad();
    void everyRealTypeIsRead_data();
    void everyRealTypeIsRead();
    void furtherColumnsAreColors();
    void badNpyIsRefused_data();
    void badNpyIsRefused();
    void archiveIsRead_data();
    void archiveIsRead();
    void badArchiveIsRefused_data();
    void badArchiveIsRefused();
    void largerCloudThanAllowedIsRefused();
    void textIsRead_data();
    void textIsRead();
    void badTextNamesItsLine_data();
    void badTextNamesItsLine();
    void endingsOfCloudsAreKnown();

private:
    rb::Result<PointCloud> read(const char* name, const QByteArray& content, const CloudReadOptions& options = {});
    QTemporaryDir m_folder;
};

rb::Result<PointCloud> CloudFileTest::read(const char* name, const QByteArray& content, const CloudReadOptions& options) {
    const QString path = m_folder.filePath(QLatin1String(name));
    if (!writeContent(path, content)) qCritical("The test file could not be written.");
    return readCloud(fsPath(path), options);
}

void CloudFileTest::columnMajorFileMatchesExpected() {
    const nlohmann::json expected = goldenJson("hostile/valid/expected.json").at("files").at("fortran.npy").at("xyz");
    const auto cloud = readCloud(fsPath(dataPath("hostile/valid/fortran.npy")));
    QVERIFY2(cloud.ok(), cloud.ok() ? "" : cloud.error().message.c_str());
    QCOMPARE(cloud->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        for (std::size_t axis = 0; axis < 3; ++axis)
            QCOMPARE(cloud->positions[3 * i + axis], expected[i][axis].get<float>());
}

void CloudFileTest::sampleCloudsLoad_data() {
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(RB_RESOURCES "/models/regionblip-mini/samples"));
    for (const QString& name : folder.entryList({QStringLiteral("*.npy")}, QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void CloudFileTest::sampleCloudsLoad() {
    QFETCH(const QString, path);
    const auto cloud = readCloud(fsPath(path));
    QVERIFY2(cloud.ok(), cloud.ok() ? "" : cloud.error().message.c_str());
    QVERIFY(cloud->size() >= 100);
    QVERIFY(cloud->colors.empty() || cloud->colors.size() == cloud->positions.size());
    for (const float value : cloud->positions) QVERIFY(std::isfinite(value) && std::fabs(value) < 1000);
}

void CloudFileTest::everyRealTypeIsRead_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("f4") << countedPoints<float>("<f4");
    QTest::newRow("f8") << countedPoints<double>("<f8");
    QTest::newRow("i1") << countedPoints<std::int8_t>("|i1");
    QTest::newRow("u1") << countedPoints<std::uint8_t>("|u1");
    QTest::newRow("i2") << countedPoints<std::int16_t>("<i2");
    QTest::newRow("u2") << countedPoints<std::uint16_t>("<u2");
    QTest::newRow("i4") << countedPoints<std::int32_t>("<i4");
    QTest::newRow("u4") << countedPoints<std::uint32_t>("<u4");
    QTest::newRow("i8") << countedPoints<std::int64_t>("<i8");
    QTest::newRow("u8") << countedPoints<std::uint64_t>("<u8");
    QTest::newRow("f4, column-major") << npy("<f4", "(2, 3)", bytesOf(std::vector<float>{0, 3, 1, 4, 2, 5}), "True");
    QByteArray second = countedPoints<float>("<f4");
    second[6] = 2;
    second.insert(10, QByteArray(2, '\0')); // the length has four bytes from version 2 on
    QTest::newRow("version 2") << second;
}

void CloudFileTest::everyRealTypeIsRead() {
    QFETCH(const QByteArray, content);
    const auto cloud = read("typed.npy", content);
    QVERIFY2(cloud.ok(), cloud.ok() ? "" : cloud.error().message.c_str());
    QVERIFY(cloud->positions == (std::vector<float>{0, 1, 2, 3, 4, 5}));
    QVERIFY(cloud->colors.empty());
}

void CloudFileTest::furtherColumnsAreColors() {
    const auto cloud = read("colored.npy", npy("<f4", "(2, 7)", bytesOf(std::vector<float>{
        1, 2, 3, 10, 20, 255, -1, 4, 5, 6, -5, 300, 0, -1})));
    QVERIFY(cloud.ok());
    QVERIFY(cloud->positions == (std::vector<float>{1, 2, 3, 4, 5, 6}));
    QVERIFY(cloud->colors == (std::vector<std::uint8_t>{10, 20, 255, 0, 255, 0}));
    const auto plain = read("reflectance.npy", npy("<f4", "(1, 4)", bytesOf(std::vector<float>{1, 2, 3, 9})));
    QVERIFY(plain.ok());
    QVERIFY(plain->positions == (std::vector<float>{1, 2, 3}));
    QVERIFY(plain->colors.empty());
}

void CloudFileTest::badNpyIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray six(24, '\0');
    QTest::newRow("no NumPy file") << QByteArray("x y z of a point cloud");
    QTest::newRow("objects") << npy("|O", "(2, 3)", six);
    QTest::newRow("big-endian") << npy(">f4", "(2, 3)", six);
    QTest::newRow("complex") << npy("<c8", "(1, 3)", six);
    QTest::newRow("one axis") << npy("<f4", "(6,)", six);
    QTest::newRow("three axes") << npy("<f4", "(1, 2, 3)", six);
    QTest::newRow("two columns") << npy("<f4", "(3, 2)", six);
    QTest::newRow("more data than the shape says") << npy("<f4", "(1, 3)", six);
    QTest::newRow("less data than the shape says") << npy("<f4", "(3, 3)", six);
    QTest::newRow("product beyond 64 bits") << npy("<f4", "(100000000, 9223372036854775807)", six);
    QTest::newRow("size beyond 64 bits") << npy("<f4", "(2, 99999999999999999999999)", six);
    QTest::newRow("negative size") << npy("<f4", "(-2, 3)", six);
    QTest::newRow("no points") << npy("<f4", "(0, 3)", {});
    QTest::newRow("not a number") << npy("<f4", "(1, 3)", bytesOf(std::vector<float>{1, NAN, 2}));
    QTest::newRow("infinity") << npy("<f4", "(1, 3)", bytesOf(std::vector<float>{1, 2, INFINITY}));
    QTest::newRow("beyond float32") << npy("<f8", "(1, 3)", bytesOf(std::vector<double>{1, 2, 1e300}));
    QTest::newRow("order that is no truth value") << npy("<f4", "(2, 3)", six, "__import__('os')");
    QTest::newRow("header longer than the file") << npy("<f4", "(2, 3)", six).left(40);
}

void CloudFileTest::badNpyIsRefused() {
    QFETCH(const QByteArray, content);
    const auto cloud = read("bad.npy", content);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.npy")), cloud.error().message.c_str());
}

void CloudFileTest::archiveIsRead_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray points = countedPoints<float>("<f4"), other = countedPoints<std::int32_t>("<i4").chopped(9);
    QTest::newRow("arr_0") << zip({{"arr_0.npy", points}});
    QTest::newRow("the only array") << zip({{"points.npy", points}});
    QTest::newRow("arr_0 among others") << zip({{"arr_1.npy", other}, {"arr_0.npy", points}});
    QTest::newRow("deflated") << zip({deflated("arr_0.npy", points)});
}

void CloudFileTest::archiveIsRead() {
    QFETCH(const QByteArray, content);
    const auto cloud = read("archive.npz", content);
    QVERIFY2(cloud.ok(), cloud.ok() ? "" : cloud.error().message.c_str());
    QVERIFY(cloud->positions == (std::vector<float>{0, 1, 2, 3, 4, 5}));
}

void CloudFileTest::badArchiveIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray points = countedPoints<float>("<f4");
    QTest::newRow("no archive") << points;
    QTest::newRow("empty archive") << zip({});
    QTest::newRow("two arrays of other names") << zip({{"a.npy", points}, {"b.npy", points}});
    QTest::newRow("something else inside") << zip({{"arr_0.npy", "no array at all"}});
    ZipPart wrong{"arr_0.npy", points};
    wrong.crcError = 1;
    QTest::newRow("wrong checksum") << zip({wrong});
    ZipPart wrongPacked = deflated("arr_0.npy", points);
    ++wrongPacked.crcError;
    QTest::newRow("wrong checksum, deflated") << zip({wrongPacked});
    ZipPart longer = deflated("arr_0.npy", points);
    longer.statedBytes += 24;
    QTest::newRow("shorter than it says") << zip({longer});
    const QByteArray many = npy("<f4", "(1000000, 3)", QByteArray(12'000'000, '\0'));
    QTest::newRow("packed by 1000 to 1") << zip({deflated("arr_0.npy", many)});
}

void CloudFileTest::badArchiveIsRefused() {
    QFETCH(const QByteArray, content);
    const auto cloud = read("bad.npz", content);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.npz")), cloud.error().message.c_str());
}

void CloudFileTest::largerCloudThanAllowedIsRefused() {
    CloudReadOptions options;
    options.maxPoints = 1;
    const auto array = read("large.npy", countedPoints<float>("<f4"), options);
    QVERIFY(!array.ok() && array.error().code == rb::ErrorCode::TooLarge);
    QVERIFY(isOneSentenceNaming(array.error().message, QStringLiteral("large.npy")));
    const auto text = read("large.xyz", "0 1 2\n3 4 5\n", options);
    QVERIFY(!text.ok() && text.error().code == rb::ErrorCode::TooLarge);
    options.maxPoints = 2;
    QVERIFY(read("large.npy", countedPoints<float>("<f4"), options).ok());
    QVERIFY(read("large.xyz", "0 1 2\n3 4 5\n", options).ok());
}

void CloudFileTest::textIsRead_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("colored");
    QTest::newRow("spaces") << QByteArray("0 1 2\n3 4 5\n") << false;
    QTest::newRow("no line feed at the end") << QByteArray("0 1 2\n3 4 5") << false;
    QTest::newRow("carriage returns") << QByteArray("0 1 2\r\n3 4 5\r\n") << false;
    QTest::newRow("commas and tabs") << QByteArray("0,1,2\n3,\t4,\t5\n") << false;
    QTest::newRow("comments and empty lines") << QByteArray("# x y z\n\n0 1 2\n  \n3 4 5\n\n") << false;
    QTest::newRow("exponents") << QByteArray("0 1.0 20e-1\n 3.0e0 4 5E+0\n") << false;
    QTest::newRow("colours") << QByteArray("0 1 2 10 20 30\n3 4 5 300 -4 60\n") << true;
    QTest::newRow("colours of one point only") << QByteArray("0 1 2 10 20 30\n3 4 5\n") << false;
    QTest::newRow("a fourth column") << QByteArray("0 1 2 9\n3 4 5 9\n") << false;
}

void CloudFileTest::textIsRead() {
    QFETCH(const QByteArray, text);
    QFETCH(const bool, colored);
    for (const char* name : {"cloud.xyz", "cloud.txt", "cloud.XYZ"}) {
        const auto cloud = read(name, text);
        QVERIFY2(cloud.ok(), cloud.ok() ? "" : cloud.error().message.c_str());
        QVERIFY(cloud->positions == (std::vector<float>{0, 1, 2, 3, 4, 5}));
        const std::vector<std::uint8_t> colors{10, 20, 30, 255, 0, 60};
        QVERIFY(cloud->colors == (colored ? colors : std::vector<std::uint8_t>{}));
    }
}

void CloudFileTest::badTextNamesItsLine_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("words") << QByteArray("# points\n0 1 2\nnot a point\n") << QStringLiteral("line 3");
    QTest::newRow("two numbers") << QByteArray("0 1\n") << QStringLiteral("line 1");
    QTest::newRow("not a number") << QByteArray("0 1 2\nnan 1 2\n") << QStringLiteral("line 2");
    QTest::newRow("infinity") << QByteArray("0 1 inf\n") << QStringLiteral("line 1");
    QTest::newRow("beyond float32") << QByteArray("0 1 1e300\n") << QStringLiteral("line 1");
    QTest::newRow("beyond double") << QByteArray("0 1 1e999\n") << QStringLiteral("line 1");
    QTest::newRow("numbers that run into words") << QByteArray("0 1 2m\n") << QStringLiteral("line 1");
    QTest::newRow("comments only") << QByteArray("# nothing\n") << QStringLiteral("no points");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff", 4) << QStringLiteral("line 1");
}

void CloudFileTest::badTextNamesItsLine() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, part);
    const auto cloud = read("bad.xyz", text);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.xyz")), cloud.error().message.c_str());
    QVERIFY2(QString::fromStdString(cloud.error().message).contains(part), cloud.error().message.c_str());
}

void CloudFileTest::endingsOfCloudsAreKnown() {
    for (const char* name : {"a.npy", "a.NPZ", "a.xyz", "folder.png/a.txt"}) QVERIFY(isCloudFile(name));
    for (const char* name : {"a.png", "npy", "a.npy.bak", ""}) QVERIFY(!isCloudFile(name));
    const auto cloud = read("picture.png", countedPoints<float>("<f4"));
    QVERIFY(!cloud.ok() && cloud.error().code == rb::ErrorCode::Unsupported);
    QVERIFY(isOneSentenceNaming(cloud.error().message, QStringLiteral("picture.png")));
}

QTEST_GUILESS_MAIN(CloudFileTest)
#include "test_cloud_file.moc"
