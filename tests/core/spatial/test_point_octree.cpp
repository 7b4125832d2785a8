#include "tests/core/spatial/clouds.h"

#include <numeric>
#include <set>

using namespace rb::spatial;
using namespace rb::spatial::testing;

class PointOctreeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPointHasOnePlace_data() { addCloudRows(); }
    void everyPointHasOnePlace();
    void nodesPartThePoints_data() { addCloudRows(); }
    void nodesPartThePoints();
    void boundsAreTight_data() { addCloudRows(); }
    void boundsAreTight();
    void childrenLieInTheirPartOfTheCube();
    void orderDoesNotDependOnThreads_data() { addCloudRows(); }
    void orderDoesNotDependOnThreads();
    void ownPointsAreSpreadOut_data();
    void ownPointsAreSpreadOut();
    void spacingIsThatOfAGrid();
    void smallCloudIsOneLeaf();
    void equalPointsEndTheTree();
    void stoppedBuildFails();
    void infiniteCoordinateIsRefused();
    void incompletePointIsRefused();
};

void PointOctreeTest::everyPointHasOnePlace() {
    QFETCH(const QString, cloud);
    const auto positions = makeCloud(cloud);
    const auto octree = build(positions);
    QCOMPARE(octree->size(), positions.size() / 3);
    std::vector<std::uint32_t> indices(octree->order().begin(), octree->order().end());
    for (std::size_t place = 0; place < indices.size(); ++place)
        for (std::size_t axis = 0; axis < 3; ++axis)
            QCOMPARE(octree->positions()[3 * place + axis], positions[3 * indices[place] + axis]);
    std::sort(indices.begin(), indices.end());
    std::vector<std::uint32_t> all(indices.size());
    std::iota(all.begin(), all.end(), 0U);
    QVERIFY(indices == all);
}

void PointOctreeTest::nodesPartThePoints() {
    QFETCH(const QString, cloud);
    const auto octree = build(makeCloud(cloud));
    const auto nodes = octree->nodes();
    QCOMPARE(nodes.empty(), octree->size() == 0);
    if (nodes.empty()) return;
    QCOMPARE(nodes[0].first, 0U);
    QCOMPARE(nodes[0].end, static_cast<std::uint32_t>(octree->size()));
    std::vector<int> parents(nodes.size(), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const OctreeNode& node = nodes[i];
        QVERIFY(node.ownEnd > node.first);
        std::uint32_t next = node.ownEnd;
        for (const std::uint32_t child : node.children) {
            if (child == OctreeNode::kNone) continue;
            QVERIFY(child > i);
            QCOMPARE(nodes[child].first, next);
            QCOMPARE(int(nodes[child].level), node.level + 1);
            next = nodes[child].end;
            ++parents[child];
        }
        QCOMPARE(next, node.end);
        if (node.end - node.first < smallNodes().leafPoints) QCOMPARE(node.ownEnd, node.end);
        if (node.ownEnd != node.end) QVERIFY(node.ownEnd - node.first <= smallNodes().samplePoints);
    }
    QCOMPARE(parents[0], 0);
    QVERIFY(std::all_of(parents.begin() + 1, parents.end(), [](int count) { return count == 1; }));
}

void PointOctreeTest::boundsAreTight() {
    QFETCH(const QString, cloud);
    const auto octree = build(makeCloud(cloud));
    const auto expected = [&](std::size_t first, std::size_t end) {
        Bounds bounds{{9, 9, 9}, {-9, -9, -9}};
        for (std::size_t i = 3 * first; i < 3 * end; ++i) {
            bounds.min[i % 3] = std::min(bounds.min[i % 3], octree->positions()[i]);
            bounds.max[i % 3] = std::max(bounds.max[i % 3], octree->positions()[i]);
        }
        return bounds;
    };
    for (const OctreeNode& node : octree->nodes()) {
        const Bounds bounds = expected(node.first, node.end);
        QVERIFY(bounds.min == node.bounds.min && bounds.max == node.bounds.max);
    }
    QCOMPARE(octree->blocks().size(), (octree->size() + 63) / 64);
    for (std::size_t block = 0; block < octree->blocks().size(); ++block) {
        const Bounds bounds = expected(64 * block, std::min(octree->size(), 64 * (block + 1)));
        QVERIFY(bounds.min == octree->blocks()[block].min && bounds.max == octree->blocks()[block].max);
    }
}

// Two children of a node are halves of its cube, so they overlap in no more than a face.
void PointOctreeTest::childrenLieInTheirPartOfTheCube() {
    const auto octree = build(makeCloud(QStringLiteral("uniform")));
    for (const OctreeNode& node : octree->nodes()) {
        for (const std::uint32_t a : node.children) {
            for (const std::uint32_t b : node.children) {
                if (a >= b || b == OctreeNode::kNone) continue;
                const Bounds &one = octree->nodes()[a].bounds, &other = octree->nodes()[b].bounds;
                bool apart = false;
                for (std::size_t axis = 0; axis < 3; ++axis)
                    apart = apart || one.max[axis] <= other.min[axis] || other.max[axis] <= one.min[axis];
                QVERIFY(apart);
            }
        }
    }
}

void PointOctreeTest::orderDoesNotDependOnThreads() {
    QFETCH(const QString, cloud);
    const auto positions = makeCloud(cloud);
    const auto one = build(positions, smallNodes(1)), two = build(positions, smallNodes(2)), five = build(positions, smallNodes(5));
    for (const auto& other : {two, five}) {
        QVERIFY(std::ranges::equal(one->order(), other->order()));
        QCOMPARE(one->nodes().size(), other->nodes().size());
        for (std::size_t i = 0; i < one->nodes().size(); ++i) {
            QVERIFY(one->nodes()[i].children == other->nodes()[i].children);
            QCOMPARE(one->nodes()[i].ownEnd, other->nodes()[i].ownEnd);
        }
    }
}

void PointOctreeTest::ownPointsAreSpreadOut_data() {
    QTest::addColumn<QString>("cloud");
    for (const char* name : {"uniform", "planar"}) QTest::newRow(name) << QString::fromLatin1(name);
}

// Every point of a node has an own point of the node within four spacings.
void PointOctreeTest::ownPointsAreSpreadOut() {
    QFETCH(const QString, cloud);
    const auto octree = build(makeCloud(cloud));
    const OctreeNode& root = octree->nodes()[0];
    QCOMPARE(root.ownEnd - root.first, smallNodes().samplePoints);
    for (std::size_t i = root.ownEnd; i < root.end; ++i) {
        double nearest = 1e9;
        for (std::size_t own = root.first; own < root.ownEnd; ++own) {
            double squared = 0;
            for (std::size_t axis = 0; axis < 3; ++axis)
                squared += std::pow(octree->positions()[3 * i + axis] - octree->positions()[3 * own + axis], 2);
            nearest = std::min(nearest, std::sqrt(squared));
        }
        QVERIFY2(nearest <= 4 * static_cast<double>(root.spacing), qPrintable(QString::number(nearest / static_cast<double>(root.spacing))));
    }
}

void PointOctreeTest::spacingIsThatOfAGrid() {
    std::vector<float> grid;
    for (int x = 0; x < 128; ++x)
        for (int y = 0; y < 128; ++y) grid.insert(grid.end(), {static_cast<float>(x), static_cast<float>(y), 0});
    const auto octree = build(grid, {1024, 1024, 2});
    QVERIFY(octree->nodes().size() > 1);
    // 1024 of 128 x 128 points: one of 16, so 4 apart; leaves have the rest, about 1 apart.
    const auto spacing = static_cast<double>(octree->nodes()[0].spacing);
    QVERIFY2(spacing > 3 && spacing < 5, qPrintable(QString::number(spacing)));
    for (const OctreeNode& node : octree->nodes())
        if (node.ownEnd == node.end && node.end - node.first > 500)
            QVERIFY2(node.spacing > 0.6F && node.spacing < 2, qPrintable(QString::number(static_cast<double>(node.spacing))));
}

void PointOctreeTest::smallCloudIsOneLeaf() {
    const auto octree = build({0, 0, 0, 1, 2, 3, 4, 5, 6}, {});
    QCOMPARE(octree->nodes().size(), std::size_t{1});
    QCOMPARE(octree->nodes()[0].ownEnd, 3U);
}

void PointOctreeTest::equalPointsEndTheTree() {
    const auto octree = build(std::vector<float>(3 * 5000, 1.5F));
    QCOMPARE(octree->nodes().size(), std::size_t{1});
    QCOMPARE(octree->nodes()[0].ownEnd, 5000U);
}

void PointOctreeTest::stoppedBuildFails() {
    std::stop_source stop;
    stop.request_stop();
    const auto octree = PointOctree::build(makeCloud(QStringLiteral("uniform")), {}, stop.get_token());
    QVERIFY(!octree);
    QVERIFY(octree.error().code == rb::ErrorCode::Cancelled);
}

void PointOctreeTest::infiniteCoordinateIsRefused() {
    for (const float bad : {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
        const auto octree = PointOctree::build(std::vector<float>{0, 0, 0, 1, bad, 0});
        QVERIFY(!octree);
        QVERIFY(octree.error().code == rb::ErrorCode::InvalidArgument);
    }
}

void PointOctreeTest::incompletePointIsRefused() {
    QVERIFY(!PointOctree::build(std::vector<float>{0, 0, 0, 1}));
}

QTEST_GUILESS_MAIN(PointOctreeTest)
#include "test_point_octree.moc"
