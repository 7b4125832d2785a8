#include "core/clouds/ply_writer.h"
#include "tests/core/clouds/cloud_files.h"
#include "tests/core/golden.h"

#include <cmath>

using namespace rb::clouds;
using namespace rb::clouds::testing;

namespace {

/// A PLY file of `format` with these lines between `format` and `end_header`.
QByteArray ply(const QByteArray& format, const QByteArray& lines, const QByteArray& data) {
    return "ply\nformat " + format + " 1.0\ncomment made by a test\n" + lines + "end_header\n" + data;
}

const QByteArray kLittle = "binary_little_endian", kBig = "binary_big_endian", kAscii = "ascii";
const QByteArray kPlaces = "property float x\nproperty float y\nproperty float z\n";

/// Two points 1 2 3 and 4 5 6 whose coordinates have the type of T.
template <typename T>
QByteArray typed(const QByteArray& type, bool bigEndian) {
    return ply(bigEndian ? kBig : kLittle,
               "element vertex 2\nproperty " + type + " x\nproperty " + type + " y\nproperty " + type + " z\n",
               numbers<T>({1, 2, 3, 4, 5, 6}, bigEndian));
}

const std::vector<float> kCounted{1, 2, 3, 4, 5, 6};

} // namespace

class PlyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeIsRead_data();
    void everyTypeIsRead();
    void oddButValidFileEqualsExpected();
    void otherElementsAndListsArePassedOver_data();
    void otherElementsAndListsArePassedOver();
    void namesOfFieldsAreKnown_data();
    void namesOfFieldsAreKnown();
    void colorsOfEveryTypeBecomeBytes_data();
    void colorsOfEveryTypeBecomeBytes();
    void normalsBecomeUnitVectors();
    void badFileIsRefused_data();
    void badFileIsRefused();
    void writtenCloudIsReadBack();
    void farCloudIsWrittenInDoubles();
    void chosenPointsAreWrittenInTheirOrder();
    void badChoiceLeavesTheOldFile();

private:
    CloudFiles m_files;
};

void PlyTest::everyTypeIsRead_data() {
    QTest::addColumn<QByteArray>("content");
    for (const bool big : {false, true}) {
        const char* const order = big ? "big-endian" : "little-endian";
        QTest::addRow("char, %s", order) << typed<std::int8_t>("char", big);
        QTest::addRow("uint8, %s", order) << typed<std::uint8_t>("uint8", big);
        QTest::addRow("short, %s", order) << typed<std::int16_t>("short", big);
        QTest::addRow("ushort, %s", order) << typed<std::uint16_t>("ushort", big);
        QTest::addRow("int, %s", order) << typed<std::int32_t>("int", big);
        QTest::addRow("uint32, %s", order) << typed<std::uint32_t>("uint32", big);
        QTest::addRow("float, %s", order) << typed<float>("float", big);
        QTest::addRow("float64, %s", order) << typed<double>("float64", big);
    }
    QTest::newRow("ascii") << ply(kAscii, "element vertex 2\n" + kPlaces, "1 2 3\n4 5 6\n");
    QTest::newRow("ascii, carriage returns") << ply(kAscii, "element vertex 2\n" + kPlaces, "1 2 3\n4 5 6\n").replace("\n", "\r\n");
    QTest::newRow("ascii, no last line feed") << ply(kAscii, "element vertex 2\n" + kPlaces, "1 2 3\n4 +5.0 6e0");
}

void PlyTest::everyTypeIsRead() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("typed.ply"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == kCounted);
    QCOMPARE(QString::fromStdString(cloud->format), QStringLiteral("PLY"));
}

void PlyTest::oddButValidFileEqualsExpected() {
    const nlohmann::json expected = rb::testing::goldenJson("hostile/valid/expected.json").at("files").at("extra_properties.ply");
    const auto cloud = readCloud(fsPath(dataPath("hostile/valid/extra_properties.ply")));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QCOMPARE(cloud->size(), expected.at("xyz").size());
    for (std::size_t i = 0; i < cloud->size(); ++i) {
        for (std::size_t axis = 0; axis < 3; ++axis) QCOMPARE(cloud->positions[3 * i + axis], expected.at("xyz")[i][axis].get<float>());
        QCOMPARE(cloud->classes[i], expected.at("label")[i].get<int>());
    }
}

void PlyTest::otherElementsAndListsArePassedOver_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray points = "element vertex 2\n" + kPlaces;
    const QByteArray faces = "element face 2\nproperty list uchar int vertex_indices\nproperty ushort flags\n";
    const QByteArray camera = "element camera 1\nproperty double a\nproperty short b\n";
    for (const bool big : {false, true}) {
        const QByteArray places = numbers<float>({1, 2, 3, 4, 5, 6}, big);
        const QByteArray face = number<std::uint8_t>(3) + numbers<std::int32_t>({7, 8, 9}, big) + number<std::uint16_t>(1, big);
        const QByteArray& format = big ? kBig : kLittle;
        QTest::addRow("faces behind, %s", format.data()) << ply(format, points + faces, places + face + face);
        QTest::addRow("faces before, %s", format.data()) << ply(format, faces + points, face + face + places);
        QTest::addRow("fixed element before, %s", format.data()) << ply(format, camera + points, number(1.5, big) + number<std::int16_t>(3, big) + places);
        QTest::addRow("lists among the points, %s", format.data())
            << ply(format, "element vertex 2\nproperty list uchar short before\nproperty float x\nproperty float y\nproperty list int double between\nproperty float z\n",
                   number<std::uint8_t>(2) + numbers<std::int16_t>({9, 9}, big) + numbers<float>({1, 2}, big) + number<std::int32_t>(0, big) + number<float>(3, big) +
                       number<std::uint8_t>(0) + numbers<float>({4, 5}, big) + number<std::int32_t>(1, big) + number(7.5, big) + number<float>(6, big));
    }
    QTest::newRow("ascii, faces before and behind")
        << ply(kAscii, faces + points + "element edge 1\nproperty int a\n", "3 7 8 9 1\n3 7 8 9 1\n1 2 3\n4 5 6\n5\n");
    QTest::newRow("ascii, a list behind the places")
        << ply(kAscii, points + "property list uchar int extra\n", "1 2 3 0\n4 5 6 2 8 9\n");
}

void PlyTest::otherElementsAndListsArePassedOver() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("elements.ply"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == kCounted);
    CloudReadOptions options;
    options.thinTo = 1;
    QCOMPARE(m_files.read(QStringLiteral("elements.ply"), content, options)->size(), std::size_t{1});
}

void PlyTest::namesOfFieldsAreKnown_data() {
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QString>("part");
    for (const char* names : {"intensity", "scalar_Intensity", "reflectance", "scalar_Scan_Angle"}) QTest::newRow(names) << QByteArray(names) << QStringLiteral("intensity");
    for (const char* names : {"class", "label", "Classification", "scalar_Classification", "scalar_Label", "semantic"}) QTest::newRow(names) << QByteArray(names) << QStringLiteral("classes");
    for (const char* names : {"instance", "object_id", "objectId", "instance_id"}) QTest::newRow(names) << QByteArray(names) << QStringLiteral("instances");
    for (const char* names : {"red green blue", "diffuse_red diffuse_green diffuse_blue", "r g b"}) QTest::newRow(names) << QByteArray(names) << QStringLiteral("colors");
    for (const char* names : {"nx ny nz", "normal_x normal_y normal_z"}) QTest::newRow(names) << QByteArray(names) << QStringLiteral("normals");
    QTest::newRow("a colour without blue") << QByteArray("red green") << QStringLiteral("nothing");
    QTest::newRow("unknown") << QByteArray("confidence") << QStringLiteral("nothing");
}

void PlyTest::namesOfFieldsAreKnown() {
    QFETCH(const QByteArray, names);
    QFETCH(const QString, part);
    QByteArray lines = "element vertex 1\n" + kPlaces, data = "1 2 3";
    for (const QByteArray& name : names.split(' ')) {
        lines += "property int " + name + "\n";
        data += " 7";
    }
    const auto cloud = m_files.read(QStringLiteral("names.ply"), ply(kAscii, lines, data + "\n"));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QCOMPARE(cloud->intensity.size(), part == QLatin1String("intensity") ? 1U : 0U);
    QCOMPARE(cloud->classes.size(), part == QLatin1String("classes") ? 1U : 0U);
    QCOMPARE(cloud->instances.size(), part == QLatin1String("instances") ? 1U : 0U);
    QCOMPARE(cloud->colors.size(), part == QLatin1String("colors") ? 3U : 0U);
    QCOMPARE(cloud->normals.size(), part == QLatin1String("normals") ? 3U : 0U);
    if (!cloud->intensity.empty()) QCOMPARE(cloud->intensity[0], 7.0F);
    if (!cloud->classes.empty()) QCOMPARE(cloud->classes[0], 7);
    if (!cloud->instances.empty()) QCOMPARE(cloud->instances[0], 7);
    if (!cloud->colors.empty()) QCOMPARE(cloud->colors[0], std::uint8_t{7});
}

void PlyTest::colorsOfEveryTypeBecomeBytes_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("colors");
    QTest::newRow("uchar") << QByteArray("uchar") << numbers<std::uint8_t>({0, 128, 255});
    QTest::newRow("int") << QByteArray("int") << numbers<std::int32_t>({0, 128, 255});
    QTest::newRow("ushort, 16 bits used") << QByteArray("ushort") << numbers<std::uint16_t>({0, 128 * 257, 65535});
    QTest::newRow("ushort, 8 bits used") << QByteArray("ushort") << numbers<std::uint16_t>({0, 128, 255});
    QTest::newRow("float to 1") << QByteArray("float") << numbers<float>({0, 128 / 255.0F, 1});
    QTest::newRow("float to 255") << QByteArray("float") << numbers<float>({-3, 128, 300});
    QTest::newRow("double to 1") << QByteArray("double") << numbers<double>({0, 128 / 255.0, 1});
}

void PlyTest::colorsOfEveryTypeBecomeBytes() {
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, colors);
    const QByteArray lines = "element vertex 1\n" + kPlaces + "property " + type + " red\nproperty " + type + " green\nproperty " + type + " blue\n";
    const auto cloud = m_files.read(QStringLiteral("colors.ply"), ply(kLittle, lines, numbers<float>({1, 2, 3}) + colors));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->colors == (std::vector<std::uint8_t>{0, 128, 255}));
}

void PlyTest::normalsBecomeUnitVectors() {
    const auto cloud = m_files.read(QStringLiteral("normals.ply"),
                                    ply(kLittle, "element vertex 4\n" + kPlaces + "property float nx\nproperty float ny\nproperty float nz\n",
                                        numbers<float>({0, 0, 0, 3, 0, 4, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NAN, 0, 0})));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->normals == (std::vector<float>{0.6F, 0, 0.8F, 0, -1, 0, 0, 0, 0, 0, 0, 0}));
}

void PlyTest::badFileIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray points = "element vertex 2\n" + kPlaces;
    const QByteArray places = numbers<float>({1, 2, 3, 4, 5, 6});
    QTest::newRow("no PLY") << QByteArray("plywood\nformat ascii 1.0\n");
    QTest::newRow("no format") << QByteArray("ply\n" + points + "end_header\n") + places;
    QTest::newRow("unknown format") << ply("binary_middle_endian", points, places);
    QTest::newRow("no end") << ply(kLittle, points, {}).chopped(12);
    QTest::newRow("no vertex") << ply(kLittle, "element face 0\nproperty list uchar int i\n", {});
    QTest::newRow("no points") << ply(kLittle, "element vertex 0\n" + kPlaces, {});
    QTest::newRow("no z") << ply(kLittle, "element vertex 1\nproperty float x\nproperty float y\n", places);
    QTest::newRow("z is a list") << ply(kLittle, "element vertex 1\nproperty float x\nproperty float y\nproperty list uchar float z\n", places);
    QTest::newRow("count of a list is real") << ply(kLittle, "element vertex 1\nproperty list float int l\n" + kPlaces, places);
    QTest::newRow("property before any element") << ply(kLittle, "property float x\n" + points, places);
    QTest::newRow("a byte short") << ply(kLittle, points, places.chopped(1));
    QTest::newRow("count that wraps") << ply(kLittle, "element vertex 4611686018427387905\n" + kPlaces, places);
    QTest::newRow("count beyond 64 bits") << ply(kLittle, "element vertex 99999999999999999999999\n" + kPlaces, places);
    QTest::newRow("elements before that wrap") << ply(kLittle, "element a 9223372036854775807\nproperty double b\nproperty double c\n" + points, places);
    QTest::newRow("list that goes beyond the file") << ply(kLittle, "element vertex 1\n" + kPlaces + "property list uint double l\nproperty int after\n", places.left(12) + number<std::uint32_t>(0xffffffffU) + number(1.0));
    QTest::newRow("not a number") << ply(kLittle, points, numbers<float>({1, 2, 3, 4, NAN, 6}));
    QTest::newRow("infinity") << ply(kBig, points, numbers<float>({1, 2, 3, 4, 5, INFINITY}, true));
    QTest::newRow("intensity that is not finite") << ply(kLittle, "element vertex 1\n" + kPlaces + "property float intensity\n", numbers<float>({1, 2, 3, NAN}));
    QTest::newRow("ascii, a line short") << ply(kAscii, points, "1 2 3\n");
    QTest::newRow("ascii, a number short") << ply(kAscii, points, "1 2 3\n4 5\n");
    QTest::newRow("ascii, a word") << ply(kAscii, points, "1 2 3\n4 five 6\n");
}

void PlyTest::badFileIsRefused() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("bad.ply"), content);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.ply")), cloud.error().message.c_str());
    QVERIFY(!measureCloud(fsPath(m_files.path(QStringLiteral("bad.ply")))).ok() || content.contains("intensity"));
}

void PlyTest::writtenCloudIsReadBack() {
    const auto scene = readCloud(fsPath(dataPath("formats/scanrefer/scene0000_00_aligned_vert.npy")));
    QVERIFY2(scene.ok(), textOf(scene));
    Cloud cloud = *scene;
    cloud.intensity.assign(cloud.size(), 0.25F);
    const auto path = fsPath(m_files.path(QStringLiteral("written.ply")));
    const auto written = writePly(path, cloud);
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    const auto back = readCloud(path);
    QVERIFY2(back.ok(), textOf(back));
    QVERIFY(back->positions == cloud.positions);
    QVERIFY(back->colors == cloud.colors);
    QVERIFY(back->normals == cloud.normals);
    QVERIFY(back->intensity == cloud.intensity);
    QVERIFY(back->classes == cloud.classes);
    QVERIFY(back->instances == cloud.instances);
}

void PlyTest::farCloudIsWrittenInDoubles() {
    Cloud cloud;
    cloud.offset = {565'000, 5'932'000, 0};
    cloud.positions = {0.125F, 0.25F, 0.375F, 100.5F, 200.25F, 3.125F};
    const auto path = fsPath(m_files.path(QStringLiteral("far.ply")));
    QVERIFY(writePly(path, cloud).ok());
    const auto back = readCloud(path);
    QVERIFY2(back.ok(), textOf(back));
    for (std::size_t i = 0; i < 2; ++i) QVERIFY(placeOf(*back, i) == placeOf(cloud, i));
}

void PlyTest::chosenPointsAreWrittenInTheirOrder() {
    Cloud cloud;
    cloud.positions = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
    cloud.classes = {10, 11, 12, 13};
    const auto path = fsPath(m_files.path(QStringLiteral("chosen.ply")));
    const std::vector<std::uint32_t> chosen{3, 1};
    QVERIFY(writePly(path, cloud, chosen).ok());
    const auto back = readCloud(path);
    QVERIFY2(back.ok(), textOf(back));
    QVERIFY(back->positions == (std::vector<float>{3, 3, 3, 1, 1, 1}));
    QVERIFY(back->classes == (std::vector<std::int32_t>{13, 11}));
}

void PlyTest::badChoiceLeavesTheOldFile() {
    const auto path = m_files.write(QStringLiteral("old.ply"), "old");
    Cloud cloud;
    cloud.positions = {0, 0, 0};
    const auto written = writePly(path, cloud, std::vector<std::uint32_t>{1});
    QVERIFY(!written.ok());
    QVERIFY(isOneSentenceNaming(written.error().message, QStringLiteral("old.ply")));
    QCOMPARE(contentOf(m_files.path(QStringLiteral("old.ply"))), QByteArray("old"));
}

QTEST_GUILESS_MAIN(PlyTest)
#include "test_ply.moc"
