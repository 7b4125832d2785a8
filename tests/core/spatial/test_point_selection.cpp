#include "tests/core/spatial/clouds.h"

#include <set>

using namespace rb::spatial;
using namespace rb::spatial::testing;

namespace {

std::vector<bool> randomBits(std::size_t points, std::uint32_t seed, double share) {
    std::mt19937 random(seed);
    std::bernoulli_distribution chosen(share);
    std::vector<bool> bits(points);
    for (std::size_t i = 0; i < points; ++i) bits[i] = chosen(random);
    return bits;
}

PointSelection selectionOf(const std::vector<bool>& bits) {
    PointSelection selection(bits.size());
    for (std::size_t i = 0; i < bits.size(); ++i)
        if (bits[i]) selection.set(i);
    return selection;
}

} // namespace

class PointSelectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rangesAreSetAsPlacesOneByOne();
    void operationsAreThoseOfSets_data();
    void operationsAreThoseOfSets();
    void indicesTravelBothWays_data() { addCloudRows(); }
    void indicesTravelBothWays();
    void unknownIndexIsRefused();
    void bytesGiveTheSameSelection_data();
    void bytesGiveTheSameSelection();
    void bytesHaveTheWrittenForm();
    void fewRunsTakeFewBytes();
    void otherBytesAreRefused_data();
    void otherBytesAreRefused();
    void damagedBytesAreRefusedOrOfOneForm();
};

void PointSelectionTest::rangesAreSetAsPlacesOneByOne() {
    for (const std::size_t first : {0U, 1U, 63U, 64U, 65U, 100U, 191U}) {
        for (std::size_t end = first; end <= 200; ++end) {
            PointSelection range(200), single(200);
            range.setRange(first, end);
            for (std::size_t i = first; i < end; ++i) single.set(i);
            QVERIFY(range == single);
            QCOMPARE(range.count(), end - first);
            QCOMPARE(range.empty(), end == first);
        }
    }
}

void PointSelectionTest::operationsAreThoseOfSets_data() {
    QTest::addColumn<int>("points");
    for (const int points : {0, 1, 63, 64, 65, 1000}) QTest::addRow("%d points", points) << points;
}

void PointSelectionTest::operationsAreThoseOfSets() {
    QFETCH(const int, points);
    const auto a = randomBits(static_cast<std::size_t>(points), 1, 0.5), b = randomBits(static_cast<std::size_t>(points), 2, 0.3);
    PointSelection sum = selectionOf(a), difference = sum, common = sum, inverse = sum;
    sum.add(selectionOf(b));
    difference.subtract(selectionOf(b));
    common.intersect(selectionOf(b));
    inverse.invert();
    std::size_t inA = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        inA += a[i] ? 1 : 0;
        QCOMPARE(sum.contains(i), a[i] || b[i]);
        QCOMPARE(difference.contains(i), a[i] && !b[i]);
        QCOMPARE(common.contains(i), a[i] && b[i]);
        QCOMPARE(inverse.contains(i), !a[i]);
    }
    QCOMPARE(inverse.count(), a.size() - inA);
    inverse.invert();
    QVERIFY(inverse == selectionOf(a));
    inverse.clear();
    QVERIFY(inverse.empty() && inverse == PointSelection(a.size()));
}

void PointSelectionTest::indicesTravelBothWays() {
    QFETCH(const QString, cloud);
    const auto octree = build(makeCloud(cloud));
    const PointSelection places = selectionOf(randomBits(octree->size(), 3, 0.4));
    std::set<std::uint32_t> expected;
    for (std::size_t place = 0; place < octree->size(); ++place)
        if (places.contains(place)) expected.insert(octree->order()[place]);
    const auto indices = places.inGivenOrder(*octree).places();
    QVERIFY(std::ranges::equal(indices, expected));
    const auto back = PointSelection::ofIndices(*octree, indices);
    QVERIFY(back && *back == places);
    QVERIFY(places.inGivenOrder(*octree).inOctreeOrder(*octree) == places);
}

void PointSelectionTest::unknownIndexIsRefused() {
    const auto octree = build({0, 0, 0, 1, 1, 1});
    const auto selection = PointSelection::ofIndices(*octree, std::vector<std::uint32_t>{0, 2});
    QVERIFY(!selection);
    QVERIFY(selection.error().code == rb::ErrorCode::InvalidArgument);
}

void PointSelectionTest::bytesGiveTheSameSelection_data() {
    QTest::addColumn<int>("points");
    QTest::addColumn<double>("share");
    for (const int points : {0, 1, 64, 65, 5000})
        for (const double share : {0.0, 0.01, 0.5, 0.99, 1.0}) QTest::addRow("%d points, %g of them", points, share) << points << share;
}

void PointSelectionTest::bytesGiveTheSameSelection() {
    QFETCH(const int, points);
    QFETCH(const double, share);
    const PointSelection selection = selectionOf(randomBits(static_cast<std::size_t>(points), 4, share));
    const auto back = PointSelection::fromBytes(selection.toBytes(), selection.points());
    QVERIFY(back);
    QVERIFY(*back == selection);
}

void PointSelectionTest::bytesHaveTheWrittenForm() {
    PointSelection selection(300);
    selection.setRange(0, 2);
    selection.setRange(200, 299);
    QVERIFY(selection.toBytes() == std::string("RBS1\xac\x02\x00\x02\xc6\x01\x63\x01", 12));
}

void PointSelectionTest::fewRunsTakeFewBytes() {
    PointSelection selection(10'000'000);
    selection.setRange(1'000'000, 9'000'000);
    QVERIFY(selection.toBytes().size() < 20);
}

void PointSelectionTest::otherBytesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
    row("nothing", {});
    row("another magic", QByteArray("RBS2\x0a\x0a", 6));
    row("no number of points", QByteArray("RBS1"));
    row("another number of points", QByteArray("RBS1\x0b\x0b", 6));
    row("a run cut short", QByteArray("RBS1\x0a\x85", 6));
    row("too few points", QByteArray("RBS1\x0a\x05", 6));
    row("too many points", QByteArray("RBS1\x0a\x0b", 6));
    row("an empty run", QByteArray("RBS1\x0a\x05\x00\x05", 8));
    row("two empty runs at the start", QByteArray("RBS1\x0a\x00\x00\x0a", 8));
    row("bytes behind the end", QByteArray("RBS1\x0a\x0a\x01", 7));
    row("a number longer than needed", QByteArray("RBS1\x0a\x8a\x00", 7));
    row("a number of more than 63 bits", QByteArray("RBS1\x0a") + QByteArray(12, '\xff'));
}

void PointSelectionTest::otherBytesAreRefused() {
    QFETCH(const QByteArray, bytes);
    const auto selection = PointSelection::fromBytes({bytes.data(), static_cast<std::size_t>(bytes.size())}, 10);
    QVERIFY(!selection);
    QVERIFY(selection.error().code == rb::ErrorCode::FileInvalid);
    QVERIFY(!selection.error().message.empty());
}

void PointSelectionTest::damagedBytesAreRefusedOrOfOneForm() {
    const std::string good = selectionOf(randomBits(2000, 5, 0.1)).toBytes();
    std::mt19937 random(6);
    for (int i = 0; i < 20000; ++i) {
        std::string bytes = good;
        bytes[random() % bytes.size()] = static_cast<char>(random());
        if (i % 3 == 0) bytes.resize(random() % bytes.size());
        const auto selection = PointSelection::fromBytes(bytes, 2000);
        if (selection) QVERIFY(selection->toBytes() == bytes);
    }
}

QTEST_GUILESS_MAIN(PointSelectionTest)
#include "test_point_selection.moc"
