#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/lod/point_budget.h"
#include "viewer3d/lod/visible_nodes.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace rb;
using namespace rb::viewer3d;

namespace {

const std::vector<float>& cloud() {
    static const std::vector<float> positions = scattered(60'000, {-4, -3, 0}, {4, 3, 2});
    return positions;
}

Projection view(const Camera& camera) { return {camera, 640, 400, clipRangeFor(camera, octreeOf(cloud())->bounds())}; }

Camera inTheMiddle() { return {{0, 0, 1}, {1, 0.4, 0.9}, {0, 0, 1}}; }

} // namespace

class TestVisibleNodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPointInTheViewIsInAChosenNode();
    void nodesBesideTheViewAreLeftOut();
    void aLargerBudgetOnlyAddsNodes();
    void budgetIsKept();
    void parentsComeBeforeTheirChildren();
    void finestDetailEndsTheDescent();
    void emptyOctreeGivesNothing();
    void budgetFollowsTheMachine();
};

void TestVisibleNodes::everyPointInTheViewIsInAChosenNode() {
    const auto octree = octreeOf(cloud());
    for (const bool parallel : {false, true}) {
        Camera camera = inTheMiddle();
        camera.parallel = parallel;
        const Projection projection = view(camera);
        const NodeChoice choice = visibleNodes(*octree, projection, {std::size_t(1) << 40, 0});
        QVERIFY(choice.complete);
        std::vector<bool> drawn(octree->size());
        for (const std::uint32_t node : choice.nodes)
            for (std::uint32_t i = octree->nodes()[node].first; i < octree->nodes()[node].ownEnd; ++i) drawn[i] = true;
        std::size_t inView = 0;
        for (std::size_t i = 0; i < octree->size(); ++i) {
            const float* p = octree->positions().data() + 3 * i;
            const auto at = projection.toScreen({double(p[0]), double(p[1]), double(p[2])});
            if (!at || at->x < 0 || at->y < 0 || at->x > 640 || at->y > 400) continue;
            ++inView;
            QVERIFY(drawn[i]);
        }
        QVERIFY(inView > 1000);
    }
}

void TestVisibleNodes::nodesBesideTheViewAreLeftOut() {
    const auto octree = octreeOf(cloud());
    const NodeChoice choice = visibleNodes(*octree, view(inTheMiddle()), {std::size_t(1) << 40, 0});
    QVERIFY(choice.points < octree->size() / 2);
}

void TestVisibleNodes::aLargerBudgetOnlyAddsNodes() {
    const auto octree = octreeOf(cloud());
    const Projection projection = view(cameraOn(octree->bounds(), 1.6));
    const NodeChoice few = visibleNodes(*octree, projection, {10'000, 0});
    const NodeChoice many = visibleNodes(*octree, projection, {40'000, 0});
    QVERIFY(few.nodes.size() > 3 && few.nodes.size() < many.nodes.size());
    QVERIFY(std::equal(few.nodes.begin(), few.nodes.end(), many.nodes.begin()));
}

void TestVisibleNodes::budgetIsKept() {
    const auto octree = octreeOf(cloud());
    const NodeChoice choice = visibleNodes(*octree, view(cameraOn(octree->bounds(), 1.6)), {10'000, 0});
    std::size_t points = 0;
    for (const std::uint32_t node : choice.nodes) points += octree->nodes()[node].ownEnd - octree->nodes()[node].first;
    QCOMPARE(points, choice.points);
    QVERIFY(points <= 10'000 && points > 5'000);
    QVERIFY(!choice.complete);
}

void TestVisibleNodes::parentsComeBeforeTheirChildren() {
    const auto octree = octreeOf(cloud());
    const NodeChoice choice = visibleNodes(*octree, view(inTheMiddle()), {std::size_t(1) << 40, 0});
    std::set<std::uint32_t> allowed{0};
    for (const std::uint32_t node : choice.nodes) {
        QVERIFY(allowed.contains(node));
        for (const std::uint32_t child : octree->nodes()[node].children) allowed.insert(child);
    }
}

void TestVisibleNodes::finestDetailEndsTheDescent() {
    const auto octree = octreeOf(cloud());
    const Projection projection = view(cameraOn(octree->bounds(), 1.6));
    const NodeChoice all = visibleNodes(*octree, projection, {std::size_t(1) << 40, 0});
    const NodeChoice coarse = visibleNodes(*octree, projection, {std::size_t(1) << 40, 20});
    QVERIFY(coarse.complete);
    QVERIFY(coarse.nodes.size() < all.nodes.size());
}

void TestVisibleNodes::emptyOctreeGivesNothing() {
    const auto octree = octreeOf({});
    QVERIFY(visibleNodes(*octree, view(inTheMiddle()), {}).nodes.empty());
}

void TestVisibleNodes::budgetFollowsTheMachine() {
    PointBudget budget(30, 2'000'000);
    for (int i = 0; i < 40; ++i) budget.learn(budget.moving(), double(budget.moving()) / 200'000);
    QVERIFY2(budget.moving() > 4'500'000 && budget.moving() < 7'500'000, "a machine of 200 points a microsecond");
    const std::size_t settled = budget.moving();
    for (int i = 0; i < 10; ++i) budget.learn(budget.moving(), double(budget.moving()) / 200'000 * (i % 2 ? 1.04 : 0.96));
    QCOMPARE(budget.moving(), settled); // small differences change nothing
    // What else a frame has to do is taken off, but a quarter is left for points.
    for (int i = 0; i < 60; ++i) budget.learnRest(15), budget.learn(budget.moving(), double(budget.moving()) / 200'000);
    QVERIFY(budget.moving() > 2'200'000 && budget.moving() < 4'000'000);
    for (int i = 0; i < 60; ++i) budget.learnRest(500), budget.learn(budget.moving(), double(budget.moving()) / 200'000);
    QVERIFY(budget.moving() > 1'100'000 && budget.moving() < 2'000'000);
    for (int i = 0; i < 60; ++i) budget.learn(budget.moving(), double(budget.moving()) / 20'000);
    QVERIFY(budget.moving() < 900'000 && budget.moving() >= 200'000);
}

QTEST_APPLESS_MAIN(TestVisibleNodes)
#include "test_visible_nodes.moc"
