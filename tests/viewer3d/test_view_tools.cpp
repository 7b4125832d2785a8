#include "tests/viewer3d/some_clouds.h"
#include "viewer3d/boxes/box_geometry.h"
#include "viewer3d/boxes/box_handles.h"
#include "viewer3d/tools/area_tools.h"
#include "viewer3d/tools/box_tool.h"
#include "viewer3d/tools/select_tool.h"

#include <QKeyEvent>
#include <QTest>

using namespace rb;
using namespace rb::viewer3d;

namespace {

/// A view without a window that writes down what tools ask for. Its only surface is a table at z = 0.7 where x < 0.
class NotedView : public ToolView {
public:
    const Projection& projection() const override { return m_projection; }
    std::optional<Vec3d> placeUnder(QPointF pos) const override {
        const Ray ray = m_projection.rayAt(pos.x(), pos.y());
        const Vec3d place = ray.at((0.7 - ray.origin[2]) / ray.direction[2]);
        return place[0] < 0 ? std::optional(place) : std::nullopt;
    }
    double floorHeight() const override { return 0; }
    const std::vector<RegionBox>& regions() const override { return boxes; }
    bool isReadOnly() const override { return readOnly; }
    const ViewLook& look() const override { return m_look; }
    void requestBox(const geometry::Box3& box) override { asked.push_back(box); }
    void preview(qint64 id, const geometry::Box3& box) override { previews.emplace_back(id, box); }
    void dropPreview() override { ++dropped; }
    void requestChange(qint64 id, const geometry::Box3& box) override { changes.emplace_back(id, box); }
    void clickRegion(qint64 id, Qt::KeyboardModifiers) override { clicked.push_back(id); }
    void markArea(const QPolygonF& polygon, Qt::KeyboardModifiers) override { areas.push_back(polygon); }
    void brush(QPointF centre, double, Qt::KeyboardModifiers) override { strokes.push_back(centre); }
    void endBrush() override { ++brushEnds; }
    void repaintView() override {}

    QPointF at(const Vec3d& place) const {
        const auto pixel = m_projection.toScreen(place);
        return {pixel->x, pixel->y};
    }

    std::vector<RegionBox> boxes;
    bool readOnly = false;
    std::vector<geometry::Box3> asked;
    std::vector<std::pair<qint64, geometry::Box3>> previews, changes;
    std::vector<qint64> clicked;
    std::vector<QPolygonF> areas;
    std::vector<QPointF> strokes;
    int dropped = 0, brushEnds = 0;

private:
    Projection m_projection{{{-2, -6, 4}, {0, 0, 0.3}, {0, 0, 1}}, 800, 600, {0.1, 100}};
    ViewLook m_look = ViewLook::dark();
};

RegionBox region(qint64 id, const geometry::Box3& box, bool selected = false) {
    RegionBox region;
    region.id = id;
    region.box = box;
    region.selected = selected;
    return region;
}

bool near(const Vec3d& a, const Vec3d& b) { return length(a - b) < 1e-6; }

void click(ViewTool& tool, QPointF pos) {
    tool.press(pos, {});
    tool.release(pos, {}, false);
}

void drag(ViewTool& tool, QPointF from, QPointF to) {
    tool.press(from, {});
    tool.drag((from + to) / 2, {});
    tool.drag(to, {});
    tool.release(to, {}, true);
}

bool key(ViewTool& tool, int code, Qt::KeyboardModifiers modifiers = {}) {
    const bool used = tool.keyPress(QKeyEvent(QEvent::KeyPress, code, modifiers));
    tool.keyRelease(QKeyEvent(QEvent::KeyRelease, code, modifiers));
    return used;
}

} // namespace

class TestViewTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeClicksMakeABoxOnTheFloor();
    void aBoxStandsOnThePointThatWasClicked();
    void aDragAndAClickMakeABox();
    void enterTakesTheFirstHeight();
    void backspaceGoesOneStepBack();
    void escapeDropsTheBox();
    void aHandleIsOneRequestAtTheEnd();
    void keysAreOneRequestWhenLetGo();
    void nothingIsEditedReadOnly();
    void theFrontBoxIsClicked();
    void hiddenBoxesAreNotClicked();
    void rectangleMarksItsCorners();
    void lassoMarksItsLine();
    void polygonClosesAtItsFirstPoint();
    void brushTellsItsWay();
};

void TestViewTools::threeClicksMakeABoxOnTheFloor() {
    NotedView view;
    BoxTool tool(view);
    click(tool, view.at({0.5, -1, 0}));
    tool.hover(view.at({1, 0, 0}), {});
    click(tool, view.at({2, 1, 0}));
    tool.hover(view.at({2, 1, 0.8}), {});
    click(tool, view.at({2, 1, 1.5}));
    QCOMPARE(view.asked.size(), 1U);
    QVERIFY(near(view.asked[0].center, {1.25, 0, 0.75}));
    QVERIFY(near(view.asked[0].size, {1.5, 2, 1.5}));
    QVERIFY(view.previews.size() >= 3);
    QCOMPARE(view.previews.back().first, 0);
    QCOMPARE(view.dropped, 0);
}

void TestViewTools::aBoxStandsOnThePointThatWasClicked() {
    NotedView view;
    BoxTool tool(view);
    click(tool, view.at({-1, -1, 0.7}));
    click(tool, view.at({-0.5, 0, 0.7}));
    click(tool, view.at({-0.5, 0, 1.2}));
    QCOMPARE(view.asked.size(), 1U);
    QVERIFY(near(view.asked[0].center, {-0.75, -0.5, 0.95}));
}

void TestViewTools::aDragAndAClickMakeABox() {
    NotedView view;
    BoxTool tool(view);
    drag(tool, view.at({0.5, -1, 0}), view.at({2, 1, 0}));
    QVERIFY(view.asked.empty());
    click(tool, view.at({2, 1, 1}));
    QCOMPARE(view.asked.size(), 1U);
    QVERIFY(near(view.asked[0].size, {1.5, 2, 1}));
}

void TestViewTools::enterTakesTheFirstHeight() {
    NotedView view;
    BoxTool tool(view);
    QVERIFY(!key(tool, Qt::Key_Return));
    drag(tool, view.at({0.5, -1, 0}), view.at({2, 1, 0}));
    QVERIFY(key(tool, Qt::Key_Return));
    QCOMPARE(view.asked.size(), 1U);
    QVERIFY(view.asked[0].size[2] > 0.1);
}

void TestViewTools::backspaceGoesOneStepBack() {
    NotedView view;
    BoxTool tool(view);
    drag(tool, view.at({0.5, -1, 0}), view.at({2, 1, 0}));
    QVERIFY(key(tool, Qt::Key_Backspace));
    click(tool, view.at({1.5, 0, 0}));
    click(tool, view.at({1.5, 0, 1}));
    QCOMPARE(view.asked.size(), 1U);
    QVERIFY(near(view.asked[0].size, {1, 1, 1}));
}

void TestViewTools::escapeDropsTheBox() {
    NotedView view;
    BoxTool tool(view);
    QVERIFY(!tool.cancel());
    click(tool, view.at({0.5, -1, 0}));
    QVERIFY(tool.cancel());
    QCOMPARE(view.dropped, 1);
    QVERIFY(view.asked.empty());
}

void TestViewTools::aHandleIsOneRequestAtTheEnd() {
    NotedView view;
    const geometry::Box3 box{{1, 0, 0.5}, {1, 1, 1}, 0.2};
    view.boxes = {region(4, box, true), region(5, {{-1, 0, 0.5}, {1, 1, 1}, 0})};
    SelectTool tool(view);
    const QPointF from = view.at(placeOf(box, BoxHandle::MinY));
    QVERIFY(tool.takes(from));
    QVERIFY(!tool.takes({5, 5}));
    const Vec3d outwards{std::sin(0.2), -std::cos(0.2), 0};
    drag(tool, from, view.at(placeOf(box, BoxHandle::MinY) + outwards * 0.3));
    QCOMPARE(view.changes.size(), 1U);
    QCOMPARE(view.changes[0].first, 4);
    QVERIFY(near(view.changes[0].second.size, {1, 1.3, 1}));
    QVERIFY(view.previews.size() >= 2);
    QCOMPARE(view.previews.back().second, view.changes[0].second);
    click(tool, from);
    QCOMPARE(view.changes.size(), 1U); // nothing was moved
}

void TestViewTools::keysAreOneRequestWhenLetGo() {
    NotedView view;
    view.boxes = {region(4, {{1, 0, 0.5}, {1, 1, 1}, 0}, true)};
    SelectTool tool(view);
    for (int i = 0; i < 3; ++i) QVERIFY(tool.keyPress(QKeyEvent(QEvent::KeyPress, Qt::Key_PageUp, {})));
    QVERIFY(view.changes.empty());
    tool.keyRelease(QKeyEvent(QEvent::KeyRelease, Qt::Key_PageUp, {}));
    QCOMPARE(view.changes.size(), 1U);
    QVERIFY(near(view.changes[0].second.center, {1, 0, 0.53}));
    tool.finish();
    QCOMPARE(view.changes.size(), 1U);
}

void TestViewTools::nothingIsEditedReadOnly() {
    NotedView view;
    view.readOnly = true;
    const geometry::Box3 box{{1, 0, 0.5}, {1, 1, 1}, 0};
    view.boxes = {region(4, box, true)};
    SelectTool tool(view);
    QVERIFY(!tool.takes(view.at(placeOf(box, BoxHandle::MaxZ))));
    QVERIFY(!key(tool, Qt::Key_PageUp));
    QVERIFY(!BoxTool(view).takes({400, 300}));
}

void TestViewTools::theFrontBoxIsClicked() {
    NotedView view;
    // The second stands behind the first as seen from the camera, the third holds both.
    view.boxes = {region(1, {{0, 2, 0.5}, {1, 1, 1}, 0}), region(2, {{-0.5, 0, 0.5}, {1, 1, 1}, 0})};
    SelectTool tool(view);
    tool.click(view.at({-0.5, 0, 0.5}), {});
    tool.click({2, 2}, {});
    QCOMPARE(view.clicked, (std::vector<qint64>{2, 0}));
}

void TestViewTools::hiddenBoxesAreNotClicked() {
    NotedView view;
    view.boxes = {region(1, {{0, 0, 0.5}, {1, 1, 1}, 0})};
    view.boxes[0].hidden = true;
    SelectTool tool(view);
    tool.click(view.at({0, 0, 0.5}), {});
    QCOMPARE(view.clicked, (std::vector<qint64>{0}));
}

void TestViewTools::rectangleMarksItsCorners() {
    NotedView view;
    RectangleTool tool(view);
    drag(tool, {300, 200}, {100, 250});
    QCOMPARE(view.areas.size(), 1U);
    QCOMPARE(view.areas[0].boundingRect(), QRectF(100, 200, 200, 50));
    click(tool, {50, 50});
    QCOMPARE(view.areas.size(), 1U);
    tool.press({1, 1}, {});
    QVERIFY(tool.cancel());
}

void TestViewTools::lassoMarksItsLine() {
    NotedView view;
    LassoTool tool(view);
    tool.press({100, 100}, {});
    for (const QPointF pos : {QPointF(200, 100), QPointF(200.5, 100), QPointF(200, 200), QPointF(100, 200)}) tool.drag(pos, {});
    tool.release({100, 200}, {}, true);
    QCOMPARE(view.areas.size(), 1U);
    QCOMPARE(view.areas[0].size(), 4); // steps of less than three pixels are left out
}

void TestViewTools::polygonClosesAtItsFirstPoint() {
    NotedView view;
    PolygonTool tool(view);
    for (const QPointF pos : {QPointF(100, 100), QPointF(200, 100), QPointF(300, 300), QPointF(200, 200)}) click(tool, pos);
    QVERIFY(key(tool, Qt::Key_Backspace));
    QVERIFY(view.areas.empty());
    click(tool, {102, 101});
    QCOMPARE(view.areas.size(), 1U);
    QCOMPARE(view.areas[0], QPolygonF({{100, 100}, {200, 100}, {300, 300}}));
    QVERIFY(!tool.doubleClick({1, 1}));
    QVERIFY(!key(tool, Qt::Key_Return));
}

void TestViewTools::brushTellsItsWay() {
    NotedView view;
    BrushTool tool(view);
    drag(tool, {100, 100}, {140, 100});
    QCOMPARE(view.strokes, (std::vector<QPointF>{{100, 100}, {120, 100}, {140, 100}}));
    QCOMPARE(view.brushEnds, 1);
    const double before = tool.radius();
    QVERIFY(key(tool, Qt::Key_BracketRight));
    QVERIFY(tool.radius() > before);
}

QTEST_MAIN(TestViewTools)
#include "test_view_tools.moc"
