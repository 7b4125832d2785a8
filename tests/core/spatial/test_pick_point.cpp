#include "core/spatial/pick_point.h"
#include "tests/core/spatial/clouds.h"

#include <tuple>

using namespace rb::spatial;
using namespace rb::spatial::testing;
using rb::geometry::Point2;

class PickPointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pickIsThatOfAPlainSearch_data();
    void pickIsThatOfAPlainSearch();
    void nearSurfaceWinsOverTheOneBehind();
    void nothingNearGivesNothing();
    void equalPointsGiveTheLowestIndex();
};

void PickPointTest::pickIsThatOfAPlainSearch_data() {
    QTest::addColumn<QString>("cloud");
    QTest::addColumn<bool>("perspective");
    for (const char* cloud : {"uniform", "clustered", "planar", "one", "none"})
        for (const bool perspective : {true, false})
            QTest::addRow("%s, %s", cloud, perspective ? "perspective" : "parallel") << QString::fromLatin1(cloud) << perspective;
}

void PickPointTest::pickIsThatOfAPlainSearch() {
    QFETCH(const QString, cloud);
    QFETCH(const bool, perspective);
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    const ScreenView view = lookingAtOrigin(perspective);
    std::mt19937 random(11);
    int found = 0;
    for (int i = 0; i < 60; ++i) {
        const Point2 pixel{200 + double(random() % 4000) * 0.1, 120 + double(random() % 3600) * 0.1};
        const double radius = 2 + i % 3 * 6;
        const auto near = plainSearch(positions, [&](const float* point) {
            const Shown at = show(view, point);
            return at.seen && (at.x - pixel.x) * (at.x - pixel.x) + (at.y - pixel.y) * (at.y - pixel.y) <= radius * radius;
        });
        double front = 1e9;
        for (const std::uint32_t index : near) front = std::min(front, distanceAhead(&positions[3 * index]));
        // 600 pixels are 2 tan 20° of the distance high, or 3.6.
        const double pixelSize = perspective ? 2 * std::tan(20 * std::numbers::pi / 180) * front / 600 : 3.6 / 600;
        using Rank = std::tuple<double, double, std::uint32_t>;
        std::optional<Rank> best;
        for (const std::uint32_t index : near) {
            const double depth = distanceAhead(&positions[3 * index]);
            if (depth > front + 2 * radius * pixelSize) continue;
            const Shown at = show(view, &positions[3 * index]);
            const Rank rank{std::hypot(at.x - pixel.x, at.y - pixel.y), depth, index};
            if (!best || rank < *best) best = rank;
        }
        const auto picked = pickPoint(*octree, view, pixel, radius);
        QCOMPARE(picked.has_value(), best.has_value());
        if (!picked) continue;
        ++found;
        QCOMPARE(picked->index, std::get<2>(*best));
        QCOMPARE(octree->order()[picked->place], picked->index);
        QVERIFY(std::equal(picked->position.begin(), picked->position.end(), &positions[3 * picked->index]));
        QVERIFY(std::abs(picked->depth + (perspective ? 0 : 10.5) - distanceAhead(picked->position.data())) < 1e-6);
    }
    if (cloud == QLatin1String("uniform")) QVERIFY(found > 30);
}

void PickPointTest::nearSurfaceWinsOverTheOneBehind() {
    // The second lies just under the cursor but a metre behind the first, which lies beside it.
    const double length = std::sqrt(29.0);
    const auto octree = build({0.01F, 0, 0, static_cast<float>(-3 / length), static_cast<float>(4 / length), static_cast<float>(-2 / length)});
    QCOMPARE(pickPoint(*octree, lookingAtOrigin(), {400, 300}, 5)->index, 0U);
    QCOMPARE(pickPoint(*octree, lookingAtOrigin(), {400, 300}, 0.1)->index, 1U);
}

void PickPointTest::nothingNearGivesNothing() {
    const auto octree = build({0, 0, 0});
    QVERIFY(!pickPoint(*octree, lookingAtOrigin(), {405, 300}, 4.9).has_value());
    QVERIFY(pickPoint(*octree, lookingAtOrigin(), {405, 300}, 5.1).has_value());
}

void PickPointTest::equalPointsGiveTheLowestIndex() {
    const auto octree = build(std::vector<float>(3 * 1000, 0.0F));
    QCOMPARE(pickPoint(*octree, lookingAtOrigin(), {401, 300}, 3)->index, 0U);
}

QTEST_GUILESS_MAIN(PickPointTest)
#include "test_pick_point.moc"
