#include "core/project/region_edits.h"
#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

class RegionEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void severalRegionsMoveAsOneEdit();
    void lockedRegionsStayWhereTheyAre();
    void hidingAndLockingAreEdits();
    void orderChangesByOnePlaceOrToTheEnds();
    void copiesTakeTheirCaptionsAlong();
    void pastedRegionsStayInsideThePicture();
    void theClipboardsTextGivesTheSameRegions();
    void textOfOthersPastesNothing();

private:
    std::vector<Id> order() const {
        std::vector<Id> ids;
        for (const Region& region : m_project->regionsOf(m_media)) ids.push_back(region.id);
        return ids;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    Id m_media = 0;
    std::vector<Id> m_regions;
};

void RegionEditsTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = mustOpen(Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    m_regions.clear();
    QVERIFY(m_project->edit(QStringLiteral("Fill"), [&](Edit& edit) {
        m_media = edit.insert(picture(QStringLiteral("a.png"))); // 640 × 480
        for (int i = 0; i < 4; ++i) {
            m_regions.push_back(edit.insert(box(m_media, 100 * i, QStringLiteral("label"))));
            edit.insert(words(m_media, m_regions.back(), QStringLiteral("caption %1").arg(i), CaptionState::Accepted));
            edit.insert(words(m_media, m_regions.back(), QStringLiteral("other %1").arg(i), CaptionState::Draft, 1));
        }
    }).ok());
}

void RegionEditsTest::severalRegionsMoveAsOneEdit() {
    QHash<Id, geometry::Shape2> shapes;
    for (const Id id : {m_regions[0], m_regions[2]}) shapes[id] = geometry::moved(m_project->region(id)->shape, 5, 7);
    QVERIFY(setShapes(*m_project, shapes).ok());
    QCOMPARE(m_project->undoName(), QStringLiteral("Move 2 regions"));
    QCOMPARE(m_project->region(m_regions[2])->box().x, 205.0);
    QVERIFY(m_project->undo().ok());
    QCOMPARE(m_project->region(m_regions[2])->box().x, 200.0);
    shapes = {{m_regions[0], geometry::rotatedBox({1, 2, 3, 4}, 30)}};
    QVERIFY(setShapes(*m_project, shapes).ok());
    QCOMPARE(m_project->undoName(), QStringLiteral("Reshape region"));
}

void RegionEditsTest::lockedRegionsStayWhereTheyAre() {
    QVERIFY(setLocked(*m_project, {m_regions[0]}, true).ok());
    QVERIFY(setShapes(*m_project, {{m_regions[0], geometry::boxShape({0, 0, 1, 1})}}).ok());
    QVERIFY(setLabel(*m_project, {m_regions[0], m_regions[1]}, QStringLiteral("cat")).ok());
    QCOMPARE(m_project->region(m_regions[0])->box().width, 30.125);
    QCOMPARE(m_project->region(m_regions[0])->label, QStringLiteral("label"));
    QCOMPARE(m_project->region(m_regions[1])->label, QStringLiteral("cat"));
}

void RegionEditsTest::hidingAndLockingAreEdits() {
    QVERIFY(setHidden(*m_project, {m_regions[0], m_regions[1]}, true).ok());
    QCOMPARE(m_project->undoName(), QStringLiteral("Hide 2 regions"));
    QVERIFY(m_project->region(m_regions[1])->hidden);
    QVERIFY(m_project->undo().ok());
    QVERIFY(!m_project->region(m_regions[1])->hidden);
}

void RegionEditsTest::orderChangesByOnePlaceOrToTheEnds() {
    const auto [a, b, c, d] = std::tuple{m_regions[0], m_regions[1], m_regions[2], m_regions[3]};
    QVERIFY(reorder(*m_project, {c}, Place::Earlier).ok());
    QCOMPARE(order(), (std::vector<Id>{a, c, b, d}));
    QVERIFY(reorder(*m_project, {a, c}, Place::Later).ok());
    QCOMPARE(order(), (std::vector<Id>{b, a, c, d}));
    QVERIFY(reorder(*m_project, {d}, Place::First).ok());
    QCOMPARE(order(), (std::vector<Id>{d, b, a, c}));
    QVERIFY(reorder(*m_project, {d, b}, Place::Last).ok());
    QCOMPARE(order(), (std::vector<Id>{a, c, d, b}));
}

void RegionEditsTest::copiesTakeTheirCaptionsAlong() {
    const auto made = paste(*m_project, m_media, copiesOf(*m_project, {m_regions[1], m_regions[2]}), {10, 10}, QStringLiteral("Duplicate 2 regions"));
    QVERIFY(made.ok());
    QCOMPARE(made->size(), 2);
    QCOMPARE(m_project->counts().regions, 6);
    int captions = 0;
    for (const Caption& caption : m_project->captionsOf(m_media)) captions += made->contains(caption.region) ? 1 : 0;
    QCOMPARE(captions, 4);
    QVERIFY(m_project->undo().ok());
    QCOMPARE(m_project->counts().regions, 4);
}

void RegionEditsTest::pastedRegionsStayInsideThePicture() {
    const auto made = paste(*m_project, m_media, copiesOf(*m_project, {m_regions[0]}), {10'000, -10'000}, QStringLiteral("Paste"));
    const geometry::Box2 box = m_project->region(*made->begin())->box();
    QCOMPARE(box.x + box.width, 640.0);
    QCOMPARE(box.y, 0.0);
}

void RegionEditsTest::theClipboardsTextGivesTheSameRegions() {
    QVERIFY(setShapes(*m_project, {{m_regions[0], geometry::polygon({{1, 2}, {30, 4}, {5, 60.5}})}}).ok());
    const auto before = copiesOf(*m_project, {m_regions[0], m_regions[1]}), after = copiesFrom(toJson(before));
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        QVERIFY(after[i].region.shape == before[i].region.shape);
        QCOMPARE(after[i].captions.size(), before[i].captions.size());
        QCOMPARE(after[i].captions[0].text, before[i].captions[0].text);
        QVERIFY(after[i].captions[0].state == before[i].captions[0].state);
    }
}

void RegionEditsTest::textOfOthersPastesNothing() {
    QVERIFY(copiesFrom("hello").empty());
    QVERIFY(copiesFrom("{\"regions\": [{}]}").empty());
}

QTEST_GUILESS_MAIN(RegionEditsTest)
#include "test_region_edits.moc"
