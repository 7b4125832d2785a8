#include "core/meaning/dot_product.h"
#include "tests/core/meaning/made_up.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace rb::meaning;
using namespace rb::meaning::test;

class TestByteVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersComeBackWithinHalfAStep();
    void productsAreCloseToThoseOfTheNumbers_data();
    void productsAreCloseToThoseOfTheNumbers();
    void theMeanIsTheMean();
    void whatIsNoNumberCountsAsZero();
    void packingKeepsEveryByte();
    void strangeBytesAreRefused_data();
    void strangeBytesAreRefused();
    void everyKernelAddsUpTheSame_data();
    void everyKernelAddsUpTheSame();
};

void TestByteVectors::numbersComeBackWithinHalfAStep() {
    std::mt19937 random(1);
    const auto numbers = unitRows(random, 20, 64);
    const ByteVectors rows = toBytes(numbers, 64);
    QCOMPARE(rows.size(), std::size_t(20));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        QVERIFY(std::abs(rows.scales[i / 64] * static_cast<float>(rows.bytes[i]) - numbers[i]) <= 0.501F * rows.scales[i / 64]);
}

void TestByteVectors::productsAreCloseToThoseOfTheNumbers_data() {
    QTest::addColumn<int>("width");
    QTest::newRow("embedded model") << 64;
    QTest::newRow("published models") << 256;
}

void TestByteVectors::productsAreCloseToThoseOfTheNumbers() {
    QFETCH(const int, width);
    std::mt19937 random(2);
    const auto columns = static_cast<std::size_t>(width);
    const auto numbers = unitRows(random, 200, columns);
    const ByteVectors rows = toBytes(numbers, width);
    double largest = 0, squares = 0;
    for (std::size_t a = 0; a < 200; ++a)
        for (std::size_t b = 0; b < 200; ++b) {
            double exact = 0;
            std::int64_t whole = 0;
            for (std::size_t k = 0; k < columns; ++k) {
                exact += static_cast<double>(numbers[a * columns + k]) * static_cast<double>(numbers[b * columns + k]);
                whole += rows.row(a)[k] * rows.row(b)[k];
            }
            const double error = static_cast<double>(whole) * static_cast<double>(rows.scales[a]) * static_cast<double>(rows.scales[b]) - exact;
            largest = std::max(largest, std::abs(error));
            squares += error * error;
        }
    qInfo("width %d: root of the mean square %.5f, largest %.5f", width, std::sqrt(squares / 40000), largest);
    QVERIFY(std::sqrt(squares / 40000) < 0.0015);
    QVERIFY(largest < 0.008);
}

void TestByteVectors::theMeanIsTheMean() {
    const ByteVectors mean = meanOf(toBytes(std::vector<float>{1, 0, 0, 0.5F, 0, -1}, 3)); // rows (1, 0, 0) and (0.5, 0, -1)
    QCOMPARE(mean.size(), std::size_t(1));
    const float expected[] = {0.75F, 0, -0.5F};
    for (std::size_t k = 0; k < 3; ++k) QVERIFY(std::abs(mean.scales[0] * static_cast<float>(mean.bytes[k]) - expected[k]) < 0.01F);
}

void TestByteVectors::whatIsNoNumberCountsAsZero() {
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinite = std::numeric_limits<float>::infinity();
    const ByteVectors rows = toBytes(std::vector<float>{nan, 0.5F, -infinite, 0, 0, 0}, 3);
    QCOMPARE(rows.bytes, (std::vector<std::int8_t>{0, 127, 0, 0, 0, 0}));
    QCOMPARE(rows.scales[1], 0.0F);
}

void TestByteVectors::packingKeepsEveryByte() {
    std::mt19937 random(3);
    const ByteVectors rows = toBytes(unitRows(random, 12, 64), 64);
    const QByteArray bytes = packed(rows);
    QCOMPARE(bytes.size(), qsizetype(12 * (64 + 4)));
    const auto back = unpacked(bytes, 64);
    QVERIFY(back.has_value());
    QCOMPARE(back->bytes, rows.bytes);
    QCOMPARE(back->scales, rows.scales);
}

void TestByteVectors::strangeBytesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("width");
    const QByteArray good = packed(toBytes(std::vector<float>{1, 0}, 2));
    QTest::newRow("nothing") << QByteArray() << qint64(2);
    QTest::newRow("cut off") << good.chopped(1) << qint64(2);
    QTest::newRow("width of nothing") << good << qint64(0);
    QTest::newRow("negative width") << good << qint64(-2);
    QTest::newRow("another width") << good << qint64(3);
    QTest::newRow("enormous width") << good << std::numeric_limits<qint64>::max();
    QTest::newRow("scale is no number") << QByteArray("\xff\xff\xff\x7f", 4) + "ab" << qint64(2);
    QTest::newRow("negative scale") << QByteArray("\x00\x00\x80\xbf", 4) + "ab" << qint64(2);
    QTest::newRow("enormous scale") << QByteArray("\x00\x00\x80\x7e", 4) + "ab" << qint64(2);
    QTest::newRow("too many rows") << QByteArray(5000 * 5, '\0') << qint64(1);
}

void TestByteVectors::strangeBytesAreRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const qint64, width);
    QVERIFY(!unpacked(bytes, width).has_value());
}

void TestByteVectors::everyKernelAddsUpTheSame_data() {
    QTest::addColumn<int>("width");
    for (const int width : {1, 7, 15, 16, 17, 64, 100, 256, 8192}) QTest::addRow("%d", width) << width;
}

void TestByteVectors::everyKernelAddsUpTheSame() {
    QFETCH(const int, width);
    std::mt19937 random(4);
    std::vector<std::int8_t> row(static_cast<std::size_t>(width)), table(row.size() * 9);
    for (std::int8_t& byte : row) byte = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    for (std::int8_t& byte : table) byte = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    std::fill(row.begin(), row.begin() + width / 2, std::int8_t{-127}); // as large as it gets
    std::fill(table.begin(), table.begin() + width, std::int8_t{-127});
    std::vector<std::int32_t> plain(9), chosen(9);
    plainDotProducts(row, table, plain);
    dotProducts(row, table, chosen);
    for (std::size_t i = 0; i < 9; ++i) {
        std::int64_t sum = 0;
        for (std::size_t k = 0; k < row.size(); ++k) sum += std::int64_t{row[k]} * table[i * row.size() + k];
        QCOMPARE(std::int64_t{plain[i]}, sum);
        QCOMPARE(std::int64_t{chosen[i]}, sum);
    }
}

QTEST_GUILESS_MAIN(TestByteVectors)
#include "test_byte_vectors.moc"
