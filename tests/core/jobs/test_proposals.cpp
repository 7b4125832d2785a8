#include "core/jobs/proposals.h"
#include "core/synthetic/picture_scene.h"
#include "tests/core/synthetic/glyph_sets.h"

#include <QGuiApplication>
#include <QTest>

#include <algorithm>

using namespace rb;
using namespace rb::jobs;
using geometry::Box2;

/// Boxes found without a model.
class ProposalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overlapIsIntersectionOverUnion();
    void gridBoxesCoverThePictureWithTheAskedOverlap();
    void doublesGoAndTheFirstStays();
    void edgesFindTheThingsOfMadeUpScenes();
    void edgesStayInsideThePictureAndRepeat();
    void aBlankPictureHasNoEdges();
    void largePicturesAreSearchedToo();
};

void ProposalsTest::overlapIsIntersectionOverUnion() {
    QCOMPARE(overlapOf({0, 0, 10, 10}, {5, 0, 10, 10}), 50.0 / 150);
    QCOMPARE(overlapOf({0, 0, 10, 10}, {10, 0, 10, 10}), 0.0);
    QCOMPARE(overlapOf({2, 2, 4, 4}, {2, 2, 4, 4}), 1.0);
}

void ProposalsTest::gridBoxesCoverThePictureWithTheAskedOverlap() {
    GridOptions options;
    options.sides = {0.5};
    const auto boxes = gridProposals(640, 480, options);
    QCOMPARE(boxes.size(), std::size_t{9}); // 3 across, 3 down: half a side further each time
    QVERIFY(boxes.front() == (Box2{0, 0, 320, 240}));
    QVERIFY(boxes[1] == (Box2{160, 0, 320, 240}));
    QVERIFY(boxes.back() == (Box2{320, 240, 320, 240}));
    for (int x = 0; x < 640; x += 7)
        for (int y = 0; y < 480; y += 7)
            QVERIFY(std::any_of(boxes.begin(), boxes.end(), [&](const Box2& box) {
                return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
            }));
    options.sides = {1, 0.5};
    QCOMPARE(gridProposals(640, 480, options).size(), std::size_t{10});
}

void ProposalsTest::doublesGoAndTheFirstStays() {
    const std::vector<Proposal> proposals{{{0, 0, 10, 10}, 3}, {{1, 0, 10, 10}, 2}, {{40, 40, 10, 10}, 1}, {{80, 80, 10, 10}, 0.5}};
    const auto kept = withoutDoubles(proposals, {{80, 81, 10, 10}}, 0.5);
    QCOMPARE(kept.size(), std::size_t{2});
    QVERIFY(kept[0].box == (Box2{0, 0, 10, 10}));
    QVERIFY(kept[1].box == (Box2{40, 40, 10, 10}));
}

static const Result<synthetic::GlyphSet>& allGlyphs() {
    static const auto set = synthetic::GlyphSet::load(synthetic::testing::recipe(), {.names = 200, .variants = 2});
    return set;
}

static std::vector<synthetic::PictureScene> scenes(int count, int scale) {
    synthetic::PictureOptions options;
    options.scale = scale;
    std::vector<synthetic::PictureScene> all;
    for (int i = 0; i < count; ++i) all.push_back(synthetic::makePicture(*allGlyphs(), options, 77, std::uint64_t(i)));
    return all;
}

/// The share of things that one of 100 boxes meets with an intersection over union of a half.
static double recall(const std::vector<synthetic::PictureScene>& all) {
    int things = 0, met = 0;
    for (const auto& scene : all) {
        const auto proposals = edgeProposals(scene.image);
        if (proposals.size() > 100) return 0;
        for (const auto& object : scene.objects) {
            ++things;
            met += std::any_of(proposals.begin(), proposals.end(), [&](const Proposal& proposal) { return overlapOf(proposal.box, object.box) >= 0.5; });
        }
    }
    return double(met) / things;
}

void ProposalsTest::edgesFindTheThingsOfMadeUpScenes() {
    RB_NEED_GLYPHS(allGlyphs());
    const double share = recall(scenes(100, 1));
    qInfo("recall at 0.5 with 100 boxes: %.3f", share);
    QVERIFY(share >= 0.7);
}

void ProposalsTest::largePicturesAreSearchedToo() {
    RB_NEED_GLYPHS(allGlyphs());
    QVERIFY(recall(scenes(10, 4)) >= 0.7);
}

void ProposalsTest::edgesStayInsideThePictureAndRepeat() {
    RB_NEED_GLYPHS(allGlyphs());
    for (const auto& scene : scenes(5, 2)) {
        const auto first = edgeProposals(scene.image), second = edgeProposals(scene.image);
        QCOMPARE(first.size(), second.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            QVERIFY(first[i].box == second[i].box);
            QVERIFY(first[i].box.x >= 0 && first[i].box.y >= 0);
            QVERIFY(first[i].box.x + first[i].box.width <= scene.image.width + 1e-6 && first[i].box.y + first[i].box.height <= scene.image.height + 1e-6);
            QVERIFY(i == 0 || first[i].score <= first[i - 1].score);
        }
    }
}

void ProposalsTest::aBlankPictureHasNoEdges() {
    QVERIFY(edgeProposals({64, 64, std::vector<std::uint8_t>(64 * 64 * 3, 90)}).empty());
    QVERIFY(edgeProposals({3, 2, std::vector<std::uint8_t>(18, 90)}).empty());
}

QTEST_MAIN(ProposalsTest)
#include "test_proposals.moc"
