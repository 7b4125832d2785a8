#include "tests/core/clouds/cloud_files.h"

#include <cmath>

using namespace rb::clouds;
using namespace rb::clouds::testing;

namespace {

constexpr int kRecordBytes[] = {20, 28, 26, 34, 57, 63, 30, 36, 38, 59, 67};
constexpr int kColorAt[] = {0, 0, 20, 28, 0, 28, 0, 30, 30, 0, 30};

template <typename T>
void put(QByteArray& bytes, int at, T value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

/// A LAS file of two points whose raw coordinates are 100 200 300 and -100 -200 -300, with `extra` bytes behind each.
QByteArray las(int minor, int format, int extra = 0, double scale = 0.01, double origin = 1000) {
    const int headerBytes = minor == 4 ? 375 : minor == 3 ? 235 : 227;
    QByteArray file(headerBytes, '\0');
    file.replace(0, 4, "LASF");
    file[24] = 1;
    file[25] = static_cast<char>(minor);
    put(file, 94, static_cast<std::uint16_t>(headerBytes));
    put(file, 96, static_cast<std::uint32_t>(headerBytes));
    file[104] = static_cast<char>(format);
    put(file, 105, static_cast<std::uint16_t>(kRecordBytes[format] + extra));
    if (minor == 4 && format > 5) put(file, 247, std::uint64_t{2});
    else put(file, 107, std::uint32_t{2});
    for (int axis = 0; axis < 3; ++axis) {
        put(file, 131 + 8 * axis, scale);
        put(file, 155 + 8 * axis, origin);
    }
    for (const int sign : {1, -1}) {
        QByteArray record(kRecordBytes[format] + extra, '\0');
        for (int axis = 0; axis < 3; ++axis) put(record, 4 * axis, std::int32_t{sign * 100 * (axis + 1)});
        put(record, 12, std::uint16_t{40'000});
        record[format < 6 ? 15 : 16] = static_cast<char>(format < 6 ? 0xe6 : 6); // class 6, with all flags
        if (kColorAt[format] > 0)
            for (int i = 0; i < 3; ++i) put(record, kColorAt[format] + 2 * i, static_cast<std::uint16_t>(257 * 100 * i));
        file += record;
    }
    return file;
}

} // namespace

class LasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPointFormatIsRead_data();
    void everyPointFormatIsRead();
    void colorsOfEightBitsStayAsTheyAre();
    void utmCoordinatesKeepTheScale();
    void lazIsReadOrRefusedInOneSentence_data();
    void lazIsReadOrRefusedInOneSentence();
    void badFileIsRefused_data();
    void badFileIsRefused();

private:
    CloudFiles m_files;
};

void LasTest::everyPointFormatIsRead_data() {
    QTest::addColumn<int>("minor");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("extra");
    for (int format = 0; format <= 10; ++format)
        for (const int extra : {0, 7}) QTest::addRow("format %d, %d extra bytes", format, extra) << (format > 5 ? 4 : format > 3 ? 3 : 2) << format << extra;
    QTest::newRow("LAS 1.4 with an old format") << 4 << 3 << 0;
}

void LasTest::everyPointFormatIsRead() {
    QFETCH(const int, minor);
    QFETCH(const int, format);
    QFETCH(const int, extra);
    const auto cloud = m_files.read(QStringLiteral("points.las"), las(minor, format, extra));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QCOMPARE(QString::fromStdString(cloud->format), QStringLiteral("LAS 1.%1").arg(minor));
    QCOMPARE(cloud->size(), std::size_t{2});
    for (std::size_t axis = 0; axis < 3; ++axis) {
        QVERIFY(std::fabs(placeOf(*cloud, 0)[axis] - (1000 + static_cast<double>(axis + 1))) < 1e-4);
        QVERIFY(std::fabs(placeOf(*cloud, 1)[axis] - (1000 - static_cast<double>(axis + 1))) < 1e-4);
    }
    QVERIFY(cloud->intensity == (std::vector<float>{40'000, 40'000}));
    QVERIFY(cloud->classes == (std::vector<std::int32_t>{6, 6}));
    QVERIFY(cloud->colors == (kColorAt[format] > 0 ? std::vector<std::uint8_t>{0, 100, 200, 0, 100, 200} : std::vector<std::uint8_t>{}));
}

void LasTest::colorsOfEightBitsStayAsTheyAre() {
    QByteArray content = las(2, 2);
    for (int point = 0; point < 2; ++point)
        for (int i = 0; i < 3; ++i) put(content, 227 + 26 * point + 20 + 2 * i, static_cast<std::uint16_t>(80 * i));
    const auto cloud = m_files.read(QStringLiteral("eight.las"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->colors == (std::vector<std::uint8_t>{0, 80, 160, 0, 80, 160}));
}

void LasTest::utmCoordinatesKeepTheScale() {
    QByteArray content = las(2, 0, 0, 0.001, 5'932'000);
    put(content, 227, std::int32_t{1'234'567});
    const auto cloud = m_files.read(QStringLiteral("utm.las"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(std::fabs(placeOf(*cloud, 0)[0] - 5'933'234.567) < 0.0001);
    QVERIFY(std::fabs(placeOf(*cloud, 1)[0] - 5'931'999.9) < 0.0001);
}

void LasTest::lazIsReadOrRefusedInOneSentence_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("1.2") << QStringLiteral("cloud_12");
    QTest::newRow("1.4") << QStringLiteral("cloud_14");
}

// Either build is right: with LASzip the points are those of the twin that is not packed.
void LasTest::lazIsReadOrRefusedInOneSentence() {
    QFETCH(const QString, file);
    const QString folder = dataPath("formats/points/");
    const auto laz = readCloud(fsPath(folder + file + QStringLiteral(".laz")));
    if (!laz.ok()) {
        QVERIFY(laz.error().code == rb::ErrorCode::Unsupported);
        QVERIFY2(isOneSentenceNaming(laz.error().message, file + QStringLiteral(".laz")), laz.error().message.c_str());
        return;
    }
    const auto twin = readCloud(fsPath(folder + file + QStringLiteral(".las")));
    QVERIFY(laz->positions == twin->positions && laz->colors == twin->colors && laz->intensity == twin->intensity && laz->classes == twin->classes);
    CloudReadOptions options;
    options.thinTo = 77;
    QVERIFY(readCloud(fsPath(folder + file + QStringLiteral(".laz")), options)->positions == readCloud(fsPath(folder + file + QStringLiteral(".las")), options)->positions);
}

void LasTest::badFileIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    const auto changed = [](int at, auto value, int minor = 2, int format = 0) {
        QByteArray content = las(minor, format);
        put(content, at, value);
        return content;
    };
    QTest::newRow("other letters") << changed(0, 'X');
    QTest::newRow("version 2") << changed(24, '\2');
    QTest::newRow("version 1.5") << changed(25, '\5');
    QTest::newRow("format 11") << changed(104, '\13');
    QTest::newRow("records shorter than their format") << changed(105, std::uint16_t{19});
    QTest::newRow("records longer than the file") << changed(105, std::uint16_t{60'000});
    QTest::newRow("three points") << changed(107, std::uint32_t{3});
    QTest::newRow("no points") << changed(107, std::uint32_t{0});
    QTest::newRow("points begin behind the file") << changed(96, std::uint32_t{1'000'000});
    QTest::newRow("points begin inside the header") << changed(96, std::uint32_t{100});
    QTest::newRow("header of no bytes") << changed(94, std::uint16_t{0});
    QTest::newRow("2^32 - 1 records before the points") << changed(100, std::uint32_t{0xffffffff});
    QTest::newRow("scale of nought") << changed(131, 0.0);
    QTest::newRow("scale of infinity") << changed(139, static_cast<double>(INFINITY));
    QTest::newRow("offset that is no number") << changed(155, static_cast<double>(NAN));
    QTest::newRow("offset beyond all floats") << changed(131, 1e300);
    QTest::newRow("count of LAS 1.4 that wraps") << changed(247, std::uint64_t{1} << 62, 4, 6);
    QTest::newRow("header cut short") << las(2, 0).left(226);
    QTest::newRow("points cut short") << las(2, 0).chopped(1);
}

void LasTest::badFileIsRefused() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("bad.las"), content);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.las")), cloud.error().message.c_str());
}

QTEST_GUILESS_MAIN(LasTest)
#include "test_las.moc"
