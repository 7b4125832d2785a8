#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/color/ramp.h"
#include "viewer3d/lod/visible_nodes.h"
#include "viewer3d/scene/point_layer.h"
#include "viewer3d/splat/splat_renderer.h"

#include <QTest>

#include <map>
#include <numeric>

using namespace rb;
using namespace rb::viewer3d;

namespace {

constexpr int kWidth = 160, kHeight = 100;

const std::vector<float>& cloud() {
    static const std::vector<float> positions = scattered(20'000, {-4, -3, 0}, {4, 3, 2});
    return positions;
}

std::vector<std::uint32_t> allNodes(const spatial::PointOctree& octree) {
    std::vector<std::uint32_t> nodes(octree.nodes().size());
    std::iota(nodes.begin(), nodes.end(), 0U);
    return nodes;
}

std::vector<std::uint32_t> numbered(std::size_t count) {
    std::vector<std::uint32_t> colors(count);
    for (std::size_t i = 0; i < count; ++i) colors[i] = 0xff000000U | std::uint32_t(i);
    return colors;
}

Projection viewOf(const spatial::PointOctree& octree, bool parallel = false) {
    Camera camera{{0.3, -1, 0.5}, {0, 0, 0}, {0, 0, 1}};
    camera.parallel = parallel;
    camera = framed(camera, octree.bounds(), double(kWidth) / kHeight);
    return {camera, kWidth, kHeight, clipRangeFor(camera, octree.bounds())};
}

struct Pixel {
    std::uint32_t point;
    double depth;
};

/// The nearest point of each pixel in double precision, rows upwards; points within a thousandth of a pixel's edge, and
/// pixels where two depths are nearly the same, may come out either way and are told apart by `sure`.
struct Reference {
    std::map<int, Pixel> nearest;
    std::map<int, bool> unsure;
};

Reference reference(const spatial::PointOctree& octree, const Projection& projection) {
    Reference result;
    const Mat4 m = projection.worldToPixels();
    for (std::uint32_t i = 0; i < octree.size(); ++i) {
        const float* p = octree.positions().data() + 3 * std::size_t(i);
        double row[4];
        for (std::size_t r = 0; r < 4; ++r) row[r] = m[4 * r] * double(p[0]) + m[4 * r + 1] * double(p[1]) + m[4 * r + 2] * double(p[2]) + m[4 * r + 3];
        const double x = row[0] / row[3], y = kHeight - row[1] / row[3], depth = row[2] / row[3];
        if (row[3] <= 0 || x < 0 || y < 0 || x >= kWidth || y >= kHeight || depth < 0 || depth > 1) continue;
        const int cell = int(y) * kWidth + int(x);
        const auto fraction = [](double v) { return v - std::floor(v); };
        const bool edge = std::min({fraction(x), fraction(y), 1 - fraction(x), 1 - fraction(y)}) < 1e-3;
        const auto found = result.nearest.find(cell);
        if (edge) {
            // It may fall into any of the cells around.
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) result.unsure[cell + dy * kWidth + dx] = true;
        }
        if (found != result.nearest.end() && std::abs(found->second.depth - depth) < 1e-6) result.unsure[cell] = true;
        if (found == result.nearest.end() || depth < found->second.depth) result.nearest[cell] = {i, depth};
    }
    return result;
}

} // namespace

class TestSplatRenderer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPixelShowsItsNearestPoint_data();
    void eachPixelShowsItsNearestPoint();
    void largerPointsAreTheNearestOfTheirNeighbourhood_data();
    void largerPointsAreTheNearestOfTheirNeighbourhood();
    void threadsAndKernelsGiveTheSamePixels();
    void addingNodesOneByOneGivesTheSamePicture();
    void selectedPointsHaveTheirColour();
    void farSurfacesDarkenAtEdgesOfNearOnes();
    void farFromTheOriginPointsStayAtTheirPixels();
    void emulatedDriversAreKnown();
};

void TestSplatRenderer::eachPixelShowsItsNearestPoint_data() {
    QTest::addColumn<bool>("parallel");
    QTest::newRow("perspective") << false;
    QTest::newRow("parallel") << true;
}

void TestSplatRenderer::eachPixelShowsItsNearestPoint() {
    QFETCH(bool, parallel);
    const auto octree = octreeOf(cloud());
    const Projection projection = viewOf(*octree, parallel);
    const Reference expected = reference(*octree, projection);
    SplatRenderer renderer(2);
    renderer.setPoints(octree);
    renderer.begin(projection, kWidth, kHeight);
    renderer.add(allNodes(*octree));
    const auto colors = numbered(octree->size());
    const SplatImage image = renderer.shade({colors, {}, 0, 1, 0});
    int compared = 0;
    for (int cell = 0; cell < kWidth * kHeight; ++cell) {
        if (expected.unsure.contains(cell)) continue;
        const auto found = expected.nearest.find(cell);
        const auto shown = renderer.pointAt(cell % kWidth, cell / kWidth);
        QCOMPARE(shown.has_value(), found != expected.nearest.end());
        QCOMPARE(image.rgba[std::size_t(cell)] != 0, shown.has_value());
        if (!shown) continue;
        ++compared;
        QCOMPARE(*shown, found->second.point);
        QVERIFY(std::abs(double(image.depth[std::size_t(cell)]) - found->second.depth) < 1e-5);
    }
    QVERIFY(compared > 3000);
}

void TestSplatRenderer::largerPointsAreTheNearestOfTheirNeighbourhood_data() {
    QTest::addColumn<int>("size");
    for (const int size : {2, 3, 4, 5, 8}) QTest::addRow("%d pixels", size) << size;
}

void TestSplatRenderer::largerPointsAreTheNearestOfTheirNeighbourhood() {
    QFETCH(int, size);
    const auto octree = octreeOf(scattered(300, {-4, -3, 0}, {4, 3, 2}));
    SplatRenderer renderer(2);
    renderer.setPoints(octree);
    renderer.begin(viewOf(*octree), kWidth, kHeight);
    renderer.add(allNodes(*octree));
    const auto colors = numbered(octree->size());
    const SplatImage single = renderer.shade({colors, {}, 0, 1, 0});
    const std::vector<float> depth(single.depth.begin(), single.depth.end());
    const SplatImage wide = renderer.shade({colors, {}, 0, size, 0});
    const int before = (size - 1) / 2, after = size / 2;
    int covered = 0;
    for (int y = 8; y < kHeight - 8; ++y)
        for (int x = 8; x < kWidth - 8; ++x) {
            float nearest = 1;
            for (int dy = -before; dy <= after; ++dy)
                for (int dx = -before; dx <= after; ++dx) {
                    const bool corner = size >= 4 && (dx == -before || dx == after) && (dy == -before || dy == after);
                    if (!corner) nearest = std::min(nearest, depth[std::size_t((y + dy) * kWidth + x + dx)]);
                }
            QCOMPARE(wide.depth[std::size_t(y * kWidth + x)], nearest);
            covered += nearest < 1;
        }
    QVERIFY(covered > 300);
}

void TestSplatRenderer::threadsAndKernelsGiveTheSamePixels() {
    const auto octree = octreeOf(cloud());
    const auto colors = numbered(octree->size());
    std::vector<std::uint32_t> first;
    for (const auto& [threads, kernels] : {std::pair(1, &plainSplatKernels()), std::pair(3, &plainSplatKernels()), std::pair(2, &splatKernels())}) {
        SplatRenderer renderer(threads, *kernels);
        renderer.setPoints(octree);
        renderer.begin(viewOf(*octree), kWidth, kHeight);
        renderer.add(allNodes(*octree));
        const SplatImage image = renderer.shade({colors, {}, 0, 3, 0});
        const std::vector<std::uint32_t> pixels(image.rgba.begin(), image.rgba.end());
        if (first.empty()) first = pixels;
        QCOMPARE(pixels, first);
    }
}

void TestSplatRenderer::addingNodesOneByOneGivesTheSamePicture() {
    const auto octree = octreeOf(cloud());
    const auto colors = numbered(octree->size());
    const auto nodes = allNodes(*octree);
    SplatRenderer once(2), slowly(2);
    for (SplatRenderer* renderer : {&once, &slowly}) {
        renderer->setPoints(octree);
        renderer->begin(viewOf(*octree), kWidth, kHeight);
    }
    once.add(nodes);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        slowly.add(std::span(nodes).subspan(i, 1));
        if (i % 16 == 0) static_cast<void>(slowly.shade({colors, {}, 0, 2, 1}));
    }
    const SplatImage a = once.shade({colors, {}, 0, 2, 1}), b = slowly.shade({colors, {}, 0, 2, 1});
    QVERIFY(std::equal(a.rgba.begin(), a.rgba.end(), b.rgba.begin()));
}

void TestSplatRenderer::selectedPointsHaveTheirColour() {
    const auto octree = octreeOf(cloud());
    SplatRenderer renderer(2);
    renderer.setPoints(octree);
    renderer.begin(viewOf(*octree), kWidth, kHeight);
    renderer.add(allNodes(*octree));
    const std::vector<std::uint32_t> colors(octree->size(), packed(10, 20, 30));
    std::vector<std::uint64_t> selected(octree->size() / 64 / 2, 0xf0f0f0f0f0f0f0f0U); // shorter than the cloud
    const SplatImage image = renderer.shade({colors, selected, packed(200, 100, 50), 1, 0});
    int marked = 0;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            if (const auto point = renderer.pointAt(x, y)) {
                const bool isMarked = *point / 64 < selected.size() && *point % 8 >= 4;
                marked += isMarked;
                QCOMPARE(image.rgba[std::size_t(y * kWidth + x)], isMarked ? packed(200, 100, 50) : packed(10, 20, 30));
            }
    QVERIFY(marked > 100);
}

void TestSplatRenderer::farSurfacesDarkenAtEdgesOfNearOnes() {
    // A wall with a smaller one before it, both seen straight on.
    std::vector<float> positions;
    for (int i = 0; i < 400; ++i)
        for (int k = 0; k < 400; ++k) {
            positions.insert(positions.end(), {float(i) * 0.01F - 2, 2, float(k) * 0.01F - 2});
            if (i > 150 && i < 250 && k > 150 && k < 250) positions.insert(positions.end(), {float(i) * 0.01F - 2, 0, float(k) * 0.01F - 2});
        }
    const auto octree = octreeOf(positions);
    const Camera camera{{0, -6, 0}, {0, 0, 0}, {0, 0, 1}};
    const Projection projection(camera, kWidth, kHeight, clipRangeFor(camera, octree->bounds()));
    const std::vector<std::uint32_t> colors(octree->size(), packed(200, 200, 200));
    SplatRenderer renderer(2);
    renderer.setPoints(octree);
    renderer.begin(projection, kWidth, kHeight);
    renderer.add(allNodes(*octree));
    const SplatImage image = renderer.shade({colors, {}, 0, 2, 6});
    const auto red = [&](Vec3d place) {
        const auto at = projection.toScreen(place);
        return image.rgba[std::size_t((kHeight - 1 - int(at->y)) * kWidth + int(at->x))] & 255U;
    };
    QVERIFY(red({0, 0, 0}) > 190);       // the near wall itself
    QVERIFY(red({1.2, 2, 0}) > 190);     // the far wall, away from it
    const auto edge = projection.toScreen({0.5, 0, 0});
    std::uint32_t darkest = 255;
    for (int x = int(edge->x); x < int(edge->x) + 5; ++x) darkest = std::min(darkest, image.rgba[std::size_t(kHeight / 2 * kWidth + x)] & 255U);
    QVERIFY2(darkest < 130, "the far wall beside the near one's edge");
}

void TestSplatRenderer::farFromTheOriginPointsStayAtTheirPixels() {
    // Floats 10 km from the origin lie a millimetre apart; the view spans two metres.
    const auto octree = octreeOf({10000.5F, 5000.25F, 100.5F, 10001.0F, 5000.5F, 100.0F});
    Camera camera{{10000.7, 4997.0, 100.2}, {10000.7, 5000.0, 100.2}, {0, 0, 1}};
    const Projection projection(camera, kWidth, kHeight, {1, 10});
    SplatRenderer renderer(1);
    renderer.setPoints(octree);
    renderer.begin(projection, kWidth, kHeight);
    renderer.add(allNodes(*octree));
    static_cast<void>(renderer.shade({numbered(2), {}, 0, 1, 0}));
    for (std::uint32_t i = 0; i < 2; ++i) {
        const float* p = octree->positions().data() + 3 * std::size_t(i);
        const auto at = projection.toScreen({double(p[0]), double(p[1]), double(p[2])});
        QCOMPARE(renderer.pointAt(int(at->x), kHeight - 1 - int(at->y)), std::optional(i));
    }
}

void TestSplatRenderer::emulatedDriversAreKnown() {
    QVERIFY(isEmulated("llvmpipe (LLVM 15.0.6, 256 bits)"));
    QVERIFY(isEmulated("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))"));
    QVERIFY(isEmulated("softpipe"));
    QVERIFY(!isEmulated("NVIDIA GeForce RTX 3060/PCIe/SSE2"));
    QVERIFY(!isEmulated("AMD Radeon Graphics (radeonsi, raphael_mendocino, LLVM 15.0.6)"));
    QVERIFY(!isEmulated("Mesa Intel(R) UHD Graphics 620 (KBL GT2)"));
}

QTEST_APPLESS_MAIN(TestSplatRenderer)
#include "test_splat_renderer.moc"
