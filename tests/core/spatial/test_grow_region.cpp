#include "core/spatial/grow_region.h"
#include "core/spatial/neighbour_grid.h"
#include "tests/core/spatial/clouds.h"

using namespace rb::spatial;
using namespace rb::spatial::testing;

namespace {

constexpr std::size_t kSearched = 5000; // a plain search compares all with all

double squaredBetween(const std::vector<float>& positions, std::size_t a, std::size_t b) {
    double squared = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        squared += std::pow(static_cast<double>(positions[3 * a + axis]) - positions[3 * b + axis], 2);
    return squared;
}

/// Follows joins(a, b) from the seed through all points, as sorted indices.
template <typename Joins>
std::vector<std::uint32_t> plainRegion(const std::vector<float>& positions, std::uint32_t seed, double distance, const Joins& joins) {
    std::vector<std::uint32_t> reached{seed}, left;
    for (std::uint32_t i = 0; 3 * i < positions.size(); ++i)
        if (i != seed) left.push_back(i);
    for (std::size_t i = 0; i < reached.size(); ++i) {
        std::erase_if(left, [&](std::uint32_t point) {
            if (squaredBetween(positions, reached[i], point) > distance * distance || !joins(reached[i], point)) return false;
            reached.push_back(point);
            return true;
        });
    }
    std::sort(reached.begin(), reached.end());
    return reached;
}

std::uint32_t placeOf(const PointOctree& octree, std::uint32_t index) {
    return static_cast<std::uint32_t>(std::ranges::find(octree.order(), index) - octree.order().begin());
}

} // namespace

class GrowRegionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void regionIsThatOfAPlainSearch_data();
    void regionIsThatOfAPlainSearch();
    void colorsBoundTheRegion();
    void normalsBoundTheRegion();
    void regionHasAtMostTheWantedPoints();
    void gapsOfTheTypicalSpacingAreCrossed();
    void typicalSpacingIsThatOfAGrid();
    void stoppedGrowthFails();
    void unknownSeedIsRefused();
    void attributesOfAnotherCloudAreRefused();
};

void GrowRegionTest::regionIsThatOfAPlainSearch_data() {
    QTest::addColumn<QString>("cloud");
    QTest::addColumn<double>("distance");
    QTest::newRow("uniform, near") << QStringLiteral("uniform") << 0.1;
    QTest::newRow("uniform, far") << QStringLiteral("uniform") << 0.2;
    QTest::newRow("clusters, one") << QStringLiteral("clustered") << 0.02;
    QTest::newRow("clusters, several") << QStringLiteral("clustered") << 0.3;
    QTest::newRow("planar") << QStringLiteral("planar") << 0.04;
    QTest::newRow("duplicates alone") << QStringLiteral("duplicates") << 0.1;
    QTest::newRow("duplicates, next ones") << QStringLiteral("duplicates") << 0.5;
    QTest::newRow("one point") << QStringLiteral("one") << 0.1;
}

void GrowRegionTest::regionIsThatOfAPlainSearch() {
    QFETCH(const QString, cloud);
    QFETCH(const double, distance);
    auto positions = makeCloud(cloud);
    positions.resize(std::min(positions.size(), 3 * kSearched));
    const auto octree = build(positions);
    for (const std::uint32_t seed : {0U, static_cast<std::uint32_t>(octree->size() / 2)}) {
        GrowOptions options;
        options.maxDistance = distance;
        const auto region = growRegion(*octree, {}, placeOf(*octree, seed), options);
        QVERIFY(region);
        const auto expected = plainRegion(positions, seed, distance, [](std::uint32_t, std::uint32_t) { return true; });
        QVERIFY(indicesOf(*octree, *region) == expected);
    }
}

void GrowRegionTest::colorsBoundTheRegion() {
    const auto positions = makeCloud(QStringLiteral("planar"));
    const auto octree = build(positions);
    std::vector<std::uint8_t> colors;
    for (std::size_t i = 0; i < positions.size(); i += 3) { // red rises to the right, green in stripes
        colors.push_back(static_cast<std::uint8_t>(127 + 120 * positions[i]));
        colors.push_back(static_cast<std::uint8_t>(static_cast<int>((positions[i + 1] + 1) * 5) % 2 * 60));
        colors.push_back(9);
    }
    GrowOptions options;
    options.maxDistance = 0.05;
    options.colorTolerance = 50;
    const auto region = growRegion(*octree, {colors, {}}, placeOf(*octree, 77), options);
    const auto expected = plainRegion(positions, 77, 0.05, [&](std::uint32_t, std::uint32_t point) {
        const double red = colors[3 * point] - colors[3 * 77], green = colors[3 * point + 1] - colors[3 * 77 + 1];
        return red * red + green * green <= 2500;
    });
    QVERIFY(expected.size() > 100 && expected.size() < 5000);
    QVERIFY(region && indicesOf(*octree, *region) == expected);
}

void GrowRegionTest::normalsBoundTheRegion() {
    // A floor, and a wall that rises from its edge; normals of the wall point either way.
    std::vector<float> positions, normals;
    for (int i = 0; i < 60; ++i) {
        for (int j = 0; j < 60; ++j) {
            positions.insert(positions.end(), {float(i) * 0.1F, float(j) * 0.1F, 0});
            normals.insert(normals.end(), {0, 0, j % 2 == 0 ? 1.0F : -1.0F});
            positions.insert(positions.end(), {0, float(j) * 0.1F, float(i + 1) * 0.1F});
            normals.insert(normals.end(), {1, 0, 0});
        }
    }
    const auto octree = build(positions);
    GrowOptions options;
    options.maxDistance = 0.15;
    QCOMPARE(growRegion(*octree, {{}, normals}, placeOf(*octree, 0), options)->count(), std::size_t{7200});
    options.normalAngle = 0.3;
    const auto floor = indicesOf(*octree, *growRegion(*octree, {{}, normals}, placeOf(*octree, 0), options));
    QCOMPARE(floor.size(), std::size_t{3600});
    for (const std::uint32_t index : floor) QCOMPARE(positions[3 * index + 2], 0.0F);
}

void GrowRegionTest::regionHasAtMostTheWantedPoints() {
    const auto octree = build(makeCloud(QStringLiteral("planar")));
    for (const std::size_t wanted : {0U, 1U, 2U, 500U}) {
        GrowOptions options;
        options.maxDistance = 0.1;
        options.maxPoints = wanted;
        QCOMPARE(growRegion(*octree, {}, 5, options)->count(), wanted);
    }
}

void GrowRegionTest::gapsOfTheTypicalSpacingAreCrossed() {
    const auto octree = build(makeCloud(QStringLiteral("planar")));
    QVERIFY(growRegion(*octree, {}, 0)->count() > octree->size() * 99 / 100);
}

void GrowRegionTest::typicalSpacingIsThatOfAGrid() {
    std::vector<float> grid;
    for (int x = 0; x < 128; ++x)
        for (int y = 0; y < 128; ++y) grid.insert(grid.end(), {static_cast<float>(x), 0, static_cast<float>(y)});
    const double spacing = typicalSpacing(*build(grid, {1024, 1024, 2}));
    QVERIFY2(spacing > 0.7 && spacing < 1.5, qPrintable(QString::number(spacing)));
}

void GrowRegionTest::stoppedGrowthFails() {
    const auto octree = build(makeCloud(QStringLiteral("uniform")));
    std::stop_source stop;
    stop.request_stop();
    GrowOptions options;
    options.stop = stop.get_token();
    const auto region = growRegion(*octree, {}, 0, options);
    QVERIFY(!region);
    QVERIFY(region.error().code == rb::ErrorCode::Cancelled);
}

void GrowRegionTest::unknownSeedIsRefused() {
    QVERIFY(growRegion(*build({0, 0, 0}), {}, 1).error().code == rb::ErrorCode::InvalidArgument);
    QVERIFY(growRegion(*build({}), {}, 0).error().code == rb::ErrorCode::InvalidArgument);
}

void GrowRegionTest::attributesOfAnotherCloudAreRefused() {
    const auto octree = build({0, 0, 0, 1, 1, 1});
    const std::vector<std::uint8_t> colors(3);
    const std::vector<float> normals(9);
    QVERIFY(!growRegion(*octree, {colors, {}}, 0));
    QVERIFY(!growRegion(*octree, {{}, normals}, 0));
}

QTEST_GUILESS_MAIN(GrowRegionTest)
#include "test_grow_region.moc"
