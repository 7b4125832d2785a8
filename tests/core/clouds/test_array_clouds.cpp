#include "tests/core/checkpoint/torch_zip.h"
#include "tests/core/clouds/cloud_files.h"
#include "tests/core/golden.h"

#include <QDir>

#include <cmath>
#include <cstring>

using namespace rb::clouds;
using namespace rb::clouds::testing;
using namespace rb::testing;

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

class ArrayCloudsTest : public QObject {
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
    void unitVectorsInPlaceOfColorsAreNormals();
    void archiveIsRead_data();
    void archiveIsRead();
    void colorsBesideThePlacesAreRead();
    void columnMajorArchiveIsRead();
    void badArchiveIsRefused_data();
    void badArchiveIsRefused();

private:
    CloudFiles m_files;
};

void ArrayCloudsTest::columnMajorFileMatchesExpected() {
    const nlohmann::json expected = goldenJson("hostile/valid/expected.json").at("files").at("fortran.npy").at("xyz");
    const auto cloud = readCloud(fsPath(dataPath("hostile/valid/fortran.npy")));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QCOMPARE(cloud->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        for (std::size_t axis = 0; axis < 3; ++axis)
            QCOMPARE(cloud->positions[3 * i + axis], expected[i][axis].get<float>());
}

void ArrayCloudsTest::sampleCloudsLoad_data() {
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(RB_RESOURCES "/models/regionblip-mini/samples"));
    for (const QString& name : folder.entryList({QStringLiteral("*.npy")}, QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void ArrayCloudsTest::sampleCloudsLoad() {
    QFETCH(const QString, path);
    const auto cloud = readCloud(fsPath(path));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->size() >= 100);
    QVERIFY(cloud->colors.empty() || cloud->colors.size() == cloud->positions.size());
    for (const float value : cloud->positions) QVERIFY(std::isfinite(value) && std::fabs(value) < 1000);
}

void ArrayCloudsTest::everyRealTypeIsRead_data() {
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

void ArrayCloudsTest::everyRealTypeIsRead() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("typed.npy"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == (std::vector<float>{0, 1, 2, 3, 4, 5}));
    QVERIFY(cloud->colors.empty());
}

void ArrayCloudsTest::furtherColumnsAreColors() {
    const auto cloud = m_files.read(QStringLiteral("colored.npy"), npy("<f4", "(2, 7)", bytesOf(std::vector<float>{
        1, 2, 3, 10, 20, 255, -1, 4, 5, 6, -5, 300, 0, -1})));
    QVERIFY(cloud.ok());
    QVERIFY(cloud->positions == (std::vector<float>{1, 2, 3, 4, 5, 6}));
    QVERIFY(cloud->colors == (std::vector<std::uint8_t>{10, 20, 255, 0, 255, 0}));
    const auto plain = m_files.read(QStringLiteral("reflectance.npy"), npy("<f4", "(1, 4)", bytesOf(std::vector<float>{1, 2, 3, 9})));
    QVERIFY(plain.ok());
    QVERIFY(plain->positions == (std::vector<float>{1, 2, 3}));
    QVERIFY(plain->colors.empty());
    QVERIFY(plain->intensity == std::vector<float>{9});
}

void ArrayCloudsTest::unitVectorsInPlaceOfColorsAreNormals() {
    const auto cloud = m_files.read(QStringLiteral("normals.npy"), npy("<f4", "(2, 6)", bytesOf(std::vector<float>{1, 2, 3, 0, 0, -1, 4, 5, 6, 0.6F, 0, 0.8F})));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->normals == (std::vector<float>{0, 0, -1, 0.6F, 0, 0.8F}));
    QVERIFY(cloud->colors.empty());
}

void ArrayCloudsTest::badNpyIsRefused_data() {
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

void ArrayCloudsTest::badNpyIsRefused() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("bad.npy"), content);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.npy")), cloud.error().message.c_str());
}

void ArrayCloudsTest::archiveIsRead_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray points = countedPoints<float>("<f4"), other = countedPoints<std::int32_t>("<i4").chopped(9);
    QTest::newRow("arr_0") << zip({{"arr_0.npy", points}});
    QTest::newRow("the only array") << zip({{"points.npy", points}});
    QTest::newRow("arr_0 among others") << zip({{"arr_1.npy", other}, {"arr_0.npy", points}});
    QTest::newRow("deflated") << zip({deflated("arr_0.npy", points)});
}

void ArrayCloudsTest::archiveIsRead() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("archive.npz"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == (std::vector<float>{0, 1, 2, 3, 4, 5}));
}

void ArrayCloudsTest::colorsBesideThePlacesAreRead() {
    const QByteArray points = countedPoints<float>("<f4"), colors = npy("|u1", "(2, 3)", bytesOf(std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6}));
    const auto cloud = m_files.read(QStringLiteral("rgb.npz"), zip({{"rgb.npy", colors}, deflated("arr_0.npy", points)}));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == (std::vector<float>{0, 1, 2, 3, 4, 5}));
    QVERIFY(cloud->colors == (std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6}));
}

void ArrayCloudsTest::columnMajorArchiveIsRead() {
    const QByteArray points = npy("<f4", "(2, 3)", bytesOf(std::vector<float>{0, 3, 1, 4, 2, 5}), "True");
    const auto cloud = m_files.read(QStringLiteral("fortran.npz"), zip({deflated("arr_0.npy", points)}));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == (std::vector<float>{0, 1, 2, 3, 4, 5}));
}

void ArrayCloudsTest::badArchiveIsRefused_data() {
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

void ArrayCloudsTest::badArchiveIsRefused() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("bad.npz"), content);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.npz")), cloud.error().message.c_str());
}

QTEST_GUILESS_MAIN(ArrayCloudsTest)
#include "test_array_clouds.moc"
