#include "core/geometry/point_groups.h"
#include "tests/core/golden.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

using namespace rb::geometry;
using namespace rb::testing;

namespace {

std::vector<float> randomPositions(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> distribution(-1, 1);
    std::vector<float> positions(3 * count);
    std::generate(positions.begin(), positions.end(), [&] { return distribution(random); });
    return positions;
}

float distanceSquared(std::span<const float> a, std::size_t i, std::span<const float> b, std::size_t j) {
    const float dx = a[3 * i] - b[3 * j], dy = a[3 * i + 1] - b[3 * j + 1], dz = a[3 * i + 2] - b[3 * j + 2];
    return dx * dx + dy * dy + dz * dz;
}

/// The plain search: all points in the order of their distance.
std::vector<std::int64_t> byDistance(std::span<const float> positions, std::span<const float> centres, std::size_t c) {
    std::vector<std::int64_t> order(positions.size() / 3);
    std::iota(order.begin(), order.end(), std::int64_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) {
        return distanceSquared(positions, static_cast<std::size_t>(a), centres, c) <
               distanceSquared(positions, static_cast<std::size_t>(b), centres, c);
    });
    return order;
}

} // namespace

class PointGroupsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void farthestPointsMatchReference_data();
    void farthestPointsMatchReference();
    void groupsMatchReference_data();
    void groupsMatchReference();
    void firstOfEquallyFarPointsWins();
    void moreThanAllPointsRepeat();
    void neighboursMatchPlainSearch_data();
    void neighboursMatchPlainSearch();
    void fewPointsRepeatFromTheNearest();
    void noPointsGiveNoIndices();
};

void PointGroupsTest::farthestPointsMatchReference_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("output");
    for (const char* model : {"tiny-opt", "tiny-t5"}) {
        const QString name = QLatin1String(model);
        QTest::addRow("%s objects", model) << name << QStringLiteral("pointcloud") << QStringLiteral("point");
        QTest::addRow("%s scenes", model) << name << QStringLiteral("scene") << QStringLiteral("scene");
    }
}

void PointGroupsTest::farthestPointsMatchReference() {
    QFETCH(const QString, model);
    QFETCH(const QString, input);
    QFETCH(const QString, output);
    const std::string folder = "regionblip/" + model.toStdString();
    const auto clouds = GoldenFile(folder + "/inputs.safetensors").tensor<float>(input.toStdString());
    const auto indices = GoldenFile(folder + "/activations.safetensors")
                             .tensor<std::int64_t>(output.toStdString() + ".fps_indices");
    QCOMPARE(clouds.shape.size(), std::size_t{3});
    QCOMPARE(indices.shape.size(), std::size_t{2});
    const auto values = static_cast<std::size_t>(clouds.shape[1] * 3);
    const auto count = static_cast<std::size_t>(indices.shape[1]);
    for (std::size_t cloud = 0; cloud < static_cast<std::size_t>(clouds.shape[0]); ++cloud) {
        const auto got = farthestPointSampling(std::span(clouds.values).subspan(cloud * values, values), count);
        QCOMPARE(got.size(), count);
        QVERIFY(std::equal(got.begin(), got.end(), &indices.values[cloud * count]));
    }
}

void PointGroupsTest::groupsMatchReference_data() {
    QTest::addColumn<QString>("model");
    QTest::newRow("tiny-opt") << QStringLiteral("tiny-opt");
    QTest::newRow("tiny-t5") << QStringLiteral("tiny-t5");
}

// Neighbours of a group come unordered, and relative to their centre.
void PointGroupsTest::groupsMatchReference() {
    QFETCH(const QString, model);
    const std::string folder = "regionblip/" + model.toStdString();
    const auto clouds = GoldenFile(folder + "/inputs.safetensors").tensor<float>("pointcloud");
    const GoldenFile activations(folder + "/activations.safetensors");
    const auto centers = activations.tensor<float>("point.centers"), groups = activations.tensor<float>("point.groups");
    QCOMPARE(groups.shape.size(), std::size_t{4});
    const auto size = static_cast<std::size_t>(groups.shape[2]), count = static_cast<std::size_t>(groups.shape[1]);
    const auto values = static_cast<std::size_t>(clouds.shape[1] * 3);
    using Point = std::array<float, 3>;
    for (std::size_t cloud = 0; cloud < static_cast<std::size_t>(groups.shape[0]); ++cloud) {
        const auto positions = std::span(clouds.values).subspan(cloud * values, values);
        const auto cloudCenters = std::span(centers.values).subspan(cloud * count * 3, count * 3);
        const auto neighbours = nearestNeighbours(positions, cloudCenters, size);
        QCOMPARE(neighbours.size(), count * size);
        for (std::size_t group = 0; group < count; ++group) {
            std::set<Point> got, expected;
            for (std::size_t i = 0; i < size; ++i) {
                const float* point = &positions[3 * static_cast<std::size_t>(neighbours[group * size + i])];
                const float* center = &cloudCenters[3 * group];
                got.insert({point[0] - center[0], point[1] - center[1], point[2] - center[2]});
                const float* golden = &groups.values[((cloud * count + group) * size + i) * 3];
                expected.insert({golden[0], golden[1], golden[2]});
            }
            QVERIFY2(got == expected, qPrintable(QStringLiteral("cloud %1, group %2").arg(cloud).arg(group)));
        }
    }
}

void PointGroupsTest::firstOfEquallyFarPointsWins() {
    const std::vector<float> cross{0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0};
    // Behind the centre all four are equally far; then the one opposite to the first.
    QVERIFY(farthestPointSampling(cross, 5) == (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
}

void PointGroupsTest::moreThanAllPointsRepeat() {
    const std::vector<float> three{0, 0, 0, 5, 0, 0, 1, 0, 0};
    QVERIFY(farthestPointSampling(three, 6) == (std::vector<std::int64_t>{0, 1, 2, 0, 0, 0}));
}

void PointGroupsTest::neighboursMatchPlainSearch_data() {
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("k");
    QTest::newRow("nearest alone") << 500 << 1;
    QTest::newRow("a group of 32") << 1000 << 32;
    QTest::newRow("all points") << 40 << 40;
    QTest::newRow("fewer than a leaf") << 7 << 5;
}

void PointGroupsTest::neighboursMatchPlainSearch() {
    QFETCH(const int, points);
    QFETCH(const int, k);
    const auto wanted = static_cast<std::size_t>(k);
    const auto positions = randomPositions(static_cast<std::size_t>(points), 1);
    const auto centres = randomPositions(20, 2);
    const auto got = nearestNeighbours(positions, centres, wanted);
    QCOMPARE(got.size(), 20 * wanted);
    for (std::size_t c = 0; c < 20; ++c) {
        const auto expected = byDistance(positions, centres, c);
        for (std::size_t i = 0; i < wanted; ++i) QCOMPARE(got[c * wanted + i], expected[i]);
    }
}

void PointGroupsTest::fewPointsRepeatFromTheNearest() {
    const std::vector<float> three{0, 0, 0, 5, 0, 0, 1, 0, 0}, centre{4, 0, 0};
    QVERIFY(nearestNeighbours(three, centre, 7) == (std::vector<std::int64_t>{1, 2, 0, 1, 2, 0, 1}));
}

void PointGroupsTest::noPointsGiveNoIndices() {
    QVERIFY(farthestPointSampling({}, 4).empty());
    QVERIFY(nearestNeighbours({}, std::vector<float>{0, 0, 0}, 4).empty());
}

QTEST_GUILESS_MAIN(PointGroupsTest)
#include "test_point_groups.moc"
