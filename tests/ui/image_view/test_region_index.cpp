#include "ui/image_view/region_index.h"

#include <QTest>

using namespace rb::ui;
using rb::geometry::Box2;

class TestRegionIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatALookAtAllFinds_data();
    void findsWhatALookAtAllFinds();
    void touchingCounts();
    void idsAreFound();
    void emptyIndexFindsNothing();
};

namespace {

std::vector<CanvasRegion> scattered(int count) {
    std::vector<CanvasRegion> regions;
    for (int i = 0; i < count; ++i) {
        CanvasRegion region;
        region.id = 1000 + i;
        region.shape.box = {double((i * 7919) % 3000), double((i * 6271) % 2000), 5.0 + i % 300, 5.0 + (i * 13) % 200};
        regions.push_back(region);
    }
    return regions;
}

} // namespace

void TestRegionIndex::findsWhatALookAtAllFinds_data() {
    QTest::addColumn<int>("count");
    for (const int count : {1, 15, 16, 17, 256, 257, 5000})
        QTest::addRow("%d", count) << count;
}

void TestRegionIndex::findsWhatALookAtAllFinds() {
    QFETCH(int, count);
    const std::vector<CanvasRegion> regions = scattered(count);
    const RegionIndex index(regions);
    for (const QRectF& part : {QRectF(0, 0, 4000, 4000), QRectF(500, 500, 300, 200), QRectF(1200, 40, 0, 0),
                               QRectF(-900, -900, 10, 10)}) {
        std::vector<std::uint32_t> expected;
        for (std::size_t i = 0; i < regions.size(); ++i) {
            const Box2 box = regions[i].box();
            if (box.x <= part.right() && box.x + box.width >= part.left() && box.y <= part.bottom() &&
                box.y + box.height >= part.top())
                expected.push_back(std::uint32_t(i));
        }
        QVERIFY(index.meeting(part) == expected);
    }
}

void TestRegionIndex::touchingCounts() {
    std::vector<CanvasRegion> regions(1);
    regions[0].shape.box = {10, 10, 0, 20}; // a line
    const RegionIndex index(regions);
    QCOMPARE(index.meeting({10, 15, 5, 5}).size(), std::size_t(1));
    QCOMPARE(index.meeting({10.5, 15, 5, 5}).size(), std::size_t(0));
}

void TestRegionIndex::idsAreFound() {
    const std::vector<CanvasRegion> regions = scattered(40);
    const RegionIndex index(regions);
    QCOMPARE(index.byId(1039), &regions[39]);
    QVERIFY(!index.byId(1));
}

void TestRegionIndex::emptyIndexFindsNothing() {
    QVERIFY(RegionIndex().meeting({0, 0, 10, 10}).empty());
    const std::vector<CanvasRegion> none;
    QVERIFY(RegionIndex(none).meeting({0, 0, 10, 10}).empty());
    QVERIFY(!RegionIndex().byId(1));
}

QTEST_GUILESS_MAIN(TestRegionIndex)
#include "test_region_index.moc"
