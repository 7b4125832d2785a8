#include "core/clouds/lzf.h"
#include "tests/core/clouds/cloud_files.h"

#include <bit>
#include <cmath>

using namespace rb::clouds;
using namespace rb::clouds::testing;

namespace {

QByteArray pcd(const QByteArray& fields, const QByteArray& sizes, const QByteArray& types, const QByteArray& counts, int points,
               const QByteArray& kind, const QByteArray& data) {
    const QByteArray number = QByteArray::number(points);
    return "# .PCD v0.7\nVERSION 0.7\nFIELDS " + fields + "\nSIZE " + sizes + "\nTYPE " + types + "\nCOUNT " + counts + "\nWIDTH " + number +
           "\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS " + number + "\nDATA " + kind + "\n" + data;
}

QByteArray places(int points, const QByteArray& kind, const QByteArray& data) {
    return pcd("x y z", "4 4 4", "F F F", "1 1 1", points, kind, data);
}

/// LZF of literals alone.
QByteArray literalLzf(const QByteArray& plain) {
    QByteArray packed;
    for (qsizetype at = 0; at < plain.size(); at += 32) {
        const QByteArray run = plain.mid(at, 32);
        packed += static_cast<char>(run.size() - 1) + run;
    }
    return packed;
}

QByteArray compressed(const QByteArray& packed, qsizetype plainSize) {
    return number(static_cast<std::uint32_t>(packed.size())) + number(static_cast<std::uint32_t>(plainSize)) + packed;
}

} // namespace

class PcdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfSeveralNumbersArePassedOver_data();
    void fieldsOfSeveralNumbersArePassedOver();
    void packedColorIsReadAsFloatAndAsNumber_data();
    void packedColorIsReadAsFloatAndAsNumber();
    void labelAndNormalsAreRead();
    void holesAreLeftOut_data();
    void holesAreLeftOut();
    void backReferencesOfLzfRepeat();
    void damagedLzfIsRefused_data();
    void damagedLzfIsRefused();
    void badFileIsRefused_data();
    void badFileIsRefused();

private:
    CloudFiles m_files;
};

void PcdTest::fieldsOfSeveralNumbersArePassedOver_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray fields = "x _ y z histogram intensity", sizes = "8 1 8 8 4 2", types = "F U F F F U", counts = "1 3 1 1 2 1";
    const auto point = [](double x, double y, double z, std::uint16_t intensity) {
        return number(x) + QByteArray(3, '\7') + numbers({y, z}) + numbers<float>({8, 9}) + number(intensity);
    };
    QTest::newRow("binary") << pcd(fields, sizes, types, counts, 2, "binary", point(1, 2, 3, 70) + point(4, 5, 6, 80));
    const QByteArray columns = numbers<double>({1, 4}) + QByteArray(6, '\7') + numbers<double>({2, 5, 3, 6}) + numbers<float>({8, 9, 8, 9}) + numbers<std::uint16_t>({70, 80});
    QTest::newRow("compressed") << pcd(fields, sizes, types, counts, 2, "binary_compressed", compressed(literalLzf(columns), columns.size()));
    QTest::newRow("ascii") << pcd(fields, sizes, types, counts, 2, "ascii", "1 7 7 7 2 3 8 9 70\n4 7 7 7 5 6 8 9 80\n");
}

void PcdTest::fieldsOfSeveralNumbersArePassedOver() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("fields.pcd"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == (std::vector<float>{1, 2, 3, 4, 5, 6}));
    QVERIFY(cloud->intensity == (std::vector<float>{70, 80}));
}

void PcdTest::packedColorIsReadAsFloatAndAsNumber_data() {
    QTest::addColumn<QByteArray>("content");
    constexpr std::uint32_t kBits = 0x000a14ff;
    const auto asFloat = std::bit_cast<float>(kBits);
    const auto file = [](const QByteArray& name, const QByteArray& type, const QByteArray& kind, const QByteArray& data) {
        return pcd("x y z " + name, "4 4 4 4", "F F F " + type, "1 1 1 1", 1, kind, data);
    };
    QTest::newRow("binary F") << file("rgb", "F", "binary", numbers<float>({1, 2, 3, asFloat}));
    QTest::newRow("binary U, alpha set") << file("rgba", "U", "binary", numbers<float>({1, 2, 3}) + number(kBits | 0xff000000U));
    QTest::newRow("ascii F") << file("rgb", "F", "ascii", "1 2 3 " + QByteArray::number(static_cast<double>(asFloat), 'g', 9) + "\n");
    QTest::newRow("ascii U") << file("rgb", "U", "ascii", "1 2 3 " + QByteArray::number(kBits) + "\n");
    QTest::newRow("ascii I") << file("rgb", "I", "ascii", "1 2 3 " + QByteArray::number(kBits) + "\n");
}

void PcdTest::packedColorIsReadAsFloatAndAsNumber() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("packed.pcd"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->colors == (std::vector<std::uint8_t>{10, 20, 255}));
}

void PcdTest::labelAndNormalsAreRead() {
    const auto cloud = m_files.read(QStringLiteral("normals.pcd"), pcd("x y z normal_x normal_y normal_z label", "4 4 4 4 4 4 4", "F F F F F F U", "1 1 1 1 1 1 1", 1, "binary",
                                                                       numbers<float>({1, 2, 3, 0, 0, -2}) + number<std::uint32_t>(12)));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->normals == (std::vector<float>{0, 0, -1}));
    QVERIFY(cloud->classes == (std::vector<std::int32_t>{12}));
}

void PcdTest::holesAreLeftOut_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("binary") << places(3, "binary", numbers<float>({1, 2, 3, NAN, NAN, NAN, 4, 5, 6}));
    QTest::newRow("ascii") << places(3, "ascii", "1 2 3\nnan nan nan\n4 5 6\n");
}

void PcdTest::holesAreLeftOut() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("holes.pcd"), content);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == (std::vector<float>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(cloud->pointsInFile, 3U);
    QVERIFY(measureCloud(fsPath(m_files.path(QStringLiteral("holes.pcd")))).ok());
}

void PcdTest::backReferencesOfLzfRepeat() {
    // "ab", then 2 back for 2 + 2 bytes, then 1 back for 7 + 9 + 2 bytes, then one literal.
    const QByteArray packed = QByteArray::fromHex("016162" "4001" "e00900" "0063");
    std::vector<char> plain(2 + 4 + 18 + 1);
    QVERIFY(unpackLzf({packed.data(), static_cast<std::size_t>(packed.size())}, plain));
    QCOMPARE(QByteArray(plain.data(), static_cast<qsizetype>(plain.size())), "ababab" + QByteArray(18, 'b') + "c");
}

void PcdTest::damagedLzfIsRefused_data() {
    QTest::addColumn<QByteArray>("packed");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("literals beyond the input") << QByteArray::fromHex("0561");
    QTest::newRow("literals beyond the output") << QByteArray::fromHex("0861616161616161616161");
    QTest::newRow("repeats what is before the begin") << QByteArray::fromHex("0061" "2005" "0061");
    QTest::newRow("repeats beyond the output") << QByteArray::fromHex("0061" "e0ff00");
    QTest::newRow("long repeat without its length") << QByteArray::fromHex("0061" "e0");
    QTest::newRow("repeat without its distance") << QByteArray::fromHex("0061" "40");
    QTest::newRow("too short") << QByteArray::fromHex("0161 61");
}

void PcdTest::damagedLzfIsRefused() {
    QFETCH(const QByteArray, packed);
    std::vector<char> plain(8);
    QVERIFY(!unpackLzf({packed.data(), static_cast<std::size_t>(packed.size())}, plain));
}

void PcdTest::badFileIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray data = numbers<float>({1, 2, 3, 4, 5, 6});
    QTest::newRow("no DATA") << places(2, "binary", {}).replace("DATA binary\n", "");
    QTest::newRow("unknown DATA") << places(2, "binary_zipped", data);
    QTest::newRow("unknown type") << pcd("x y z", "4 4 4", "F F Q", "1 1 1", 2, "binary", data);
    QTest::newRow("unknown size") << pcd("x y z", "4 4 3", "F F F", "1 1 1", 2, "binary", data);
    QTest::newRow("real of two bytes") << pcd("x y z", "2 2 2", "F F F", "1 1 1", 2, "binary", data);
    QTest::newRow("fewer sizes than fields") << pcd("x y z", "4 4", "F F F", "1 1 1", 2, "binary", data);
    QTest::newRow("count of nought") << pcd("x y z", "4 4 4", "F F F", "1 0 1", 2, "binary", data);
    QTest::newRow("no z") << pcd("x y w", "4 4 4", "F F F", "1 1 1", 2, "binary", data);
    QTest::newRow("no points") << places(0, "binary", {});
    QTest::newRow("width times height is not points") << places(2, "binary", data).replace("HEIGHT 1", "HEIGHT 2");
    QTest::newRow("a byte short") << places(2, "binary", data.chopped(1));
    QTest::newRow("counts that wrap") << pcd("x y z a", "4 4 4 8", "F F F F", "1 1 1 2305843009213693952", 2, "binary", data);
    QTest::newRow("nothing but holes") << places(2, "binary", numbers<float>({NAN, NAN, NAN, NAN, NAN, NAN}));
    QTest::newRow("infinity") << places(2, "binary", numbers<float>({1, 2, 3, INFINITY, 5, 6}));
    QTest::newRow("ascii, a line short") << places(2, "ascii", "1 2 3\n");
    QTest::newRow("ascii, a word") << places(2, "ascii", "1 2 3\n4 5 six\n");
    QTest::newRow("packed, other size than the points") << places(2, "binary_compressed", compressed(literalLzf(data), 23));
    QTest::newRow("packed, larger than the file") << places(2, "binary_compressed", compressed(literalLzf(data), 24).chopped(1));
    QTest::newRow("packed, damaged") << places(2, "binary_compressed", compressed(QByteArray(25, '\xff'), 24));
    QTest::newRow("packed, more than LZF can") << places(1'000'000, "binary_compressed", compressed(literalLzf(data), 12'000'000));
    QTest::newRow("packed, no sizes") << places(2, "binary_compressed", "abc");
}

void PcdTest::badFileIsRefused() {
    QFETCH(const QByteArray, content);
    const auto cloud = m_files.read(QStringLiteral("bad.pcd"), content);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.pcd")), cloud.error().message.c_str());
}

QTEST_GUILESS_MAIN(PcdTest)
#include "test_pcd.moc"
