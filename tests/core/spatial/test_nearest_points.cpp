#include "core/spatial/nearest_points.h"
#include "tests/core/spatial/clouds.h"

#include <numeric>

using namespace rb::spatial;
using namespace rb::spatial::testing;

class NearestPointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nearestAreThoseOfAPlainSearch_data() { addCloudRows(); }
    void nearestAreThoseOfAPlainSearch();
    void noneWantedGivesNone();
};

void NearestPointsTest::nearestAreThoseOfAPlainSearch() {
    QFETCH(const QString, cloud);
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    std::mt19937 random(8);
    std::uniform_real_distribution<float> anywhere(-1.3F, 1.3F);
    for (int i = 0; i < 20; ++i) {
        const Vec3 point{anywhere(random), anywhere(random), anywhere(random)};
        std::vector<std::pair<double, std::uint32_t>> expected;
        for (std::uint32_t index = 0; 3 * index < positions.size(); ++index) {
            double squared = 0;
            for (std::size_t axis = 0; axis < 3; ++axis)
                squared += std::pow(static_cast<double>(point[axis]) - positions[3 * index + axis], 2);
            expected.emplace_back(squared, index);
        }
        std::sort(expected.begin(), expected.end());
        for (const std::size_t k : {std::size_t{1}, std::size_t{33}, positions.size()}) {
            const auto found = nearest(*octree, point, k);
            QCOMPARE(found.size(), std::min(k, expected.size()));
            for (std::size_t j = 0; j < found.size(); ++j) {
                QCOMPARE(octree->order()[found[j].place], expected[j].second);
                QCOMPARE(found[j].distanceSquared, expected[j].first);
            }
        }
    }
}

void NearestPointsTest::noneWantedGivesNone() {
    QVERIFY(nearest(*build(makeCloud(QStringLiteral("uniform"))), {}, 0).empty());
}

QTEST_GUILESS_MAIN(NearestPointsTest)
#include "test_nearest_points.moc"
