#include "core/geometry/point_cloud.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace rb::geometry;

namespace {

/// Points (i, −i, i²) whose colours say which they are.
PointCloud numberedCloud(std::size_t count) {
    PointCloud cloud;
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = static_cast<float>(i);
        cloud.positions.insert(cloud.positions.end(), {value, -value, value * value});
        cloud.colors.insert(cloud.colors.end(), {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8), 7});
    }
    return cloud;
}

float radiusOf(const PointCloud& cloud, std::size_t i) {
    return std::hypot(cloud.positions[3 * i], cloud.positions[3 * i + 1], cloud.positions[3 * i + 2]);
}

} // namespace

class PointCloudTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sampleHasNoPointTwice();
    void sampledColorsStayWithTheirPoints();
    void sampleFollowsItsSeed();
    void everyPointIsDrawnAboutAsOften();
    void smallCloudStaysWhole();
    void farthestPointLiesOnUnitSphere();
    void equalPointsMoveToTheCentre();
    void emptyCloudStaysEmpty();
};

void PointCloudTest::sampleHasNoPointTwice() {
    const PointCloud chosen = sampled(numberedCloud(1000), 999, 5);
    QCOMPARE(chosen.size(), std::size_t{999});
    std::set<float> seen;
    for (std::size_t i = 0; i < chosen.size(); ++i) seen.insert(chosen.positions[3 * i]);
    QCOMPARE(seen.size(), chosen.size());
}

void PointCloudTest::sampledColorsStayWithTheirPoints() {
    const PointCloud chosen = sampled(numberedCloud(1000), 100, 5);
    QCOMPARE(chosen.colors.size(), chosen.positions.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const float number = static_cast<float>(chosen.colors[3 * i] + 256 * chosen.colors[3 * i + 1]);
        QCOMPARE(chosen.positions[3 * i], number);
        QCOMPARE(chosen.positions[3 * i + 1], -number);
        QCOMPARE(chosen.positions[3 * i + 2], number * number);
    }
}

void PointCloudTest::sampleFollowsItsSeed() {
    const PointCloud cloud = numberedCloud(1000);
    QVERIFY(sampled(cloud, 50, 11).positions == sampled(cloud, 50, 11).positions);
    QVERIFY(sampled(cloud, 50, 11).positions != sampled(cloud, 50, 12).positions);
}

void PointCloudTest::everyPointIsDrawnAboutAsOften() {
    const PointCloud cloud = numberedCloud(20);
    std::vector<int> drawn(20);
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        const PointCloud chosen = sampled(cloud, 5, seed);
        for (std::size_t i = 0; i < 5; ++i) ++drawn[static_cast<std::size_t>(chosen.positions[3 * i])];
    }
    // 1000 are expected of each; six standard deviations are 164.
    for (const int count : drawn) QVERIFY2(std::abs(count - 1000) < 164, qPrintable(QString::number(count)));
}

void PointCloudTest::smallCloudStaysWhole() {
    const PointCloud cloud = numberedCloud(10);
    for (const std::size_t count : {std::size_t{10}, std::size_t{11}, std::size_t{5000}}) {
        QVERIFY(sampled(cloud, count, 3).positions == cloud.positions);
        QVERIFY(sampled(cloud, count, 3).colors == cloud.colors);
    }
}

void PointCloudTest::farthestPointLiesOnUnitSphere() {
    const PointCloud before = numberedCloud(100), after = normalisedToUnitSphere(before);
    QCOMPARE(after.size(), before.size());
    QVERIFY(after.colors == before.colors);
    double mean[3] = {};
    float farthest = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        for (std::size_t axis = 0; axis < 3; ++axis) mean[axis] += static_cast<double>(after.positions[3 * i + axis]) / 100;
        farthest = std::max(farthest, radiusOf(after, i));
    }
    for (const double axis : mean) QVERIFY(std::fabs(axis) < 1e-6);
    QVERIFY(std::fabs(farthest - 1) < 1e-6F);
    // One scale for all axes: x and y stay opposite.
    for (std::size_t i = 0; i < after.size(); ++i) QCOMPARE(after.positions[3 * i], -after.positions[3 * i + 1]);
}

void PointCloudTest::equalPointsMoveToTheCentre() {
    const PointCloud cloud{{4, 5, 6, 4, 5, 6}, {}};
    QVERIFY(normalisedToUnitSphere(cloud).positions == std::vector<float>(6, 0.0F));
}

void PointCloudTest::emptyCloudStaysEmpty() {
    QCOMPARE(normalisedToUnitSphere({}).size(), std::size_t{0});
    QCOMPARE(sampled({}, 10, 1).size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(PointCloudTest)
#include "test_point_cloud.moc"
