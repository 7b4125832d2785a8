// What is painted: shapes, ghosts, colours, unsure words, adjustments, the mini-map, guide lines.
#include "canvas_fixture.h"

#include "ui/image_view/caption_plates.h"

#include <QSignalSpy>

using namespace rb::ui;
using namespace rb::geometry;

namespace {

QImage rendered(ImageView& view, double ratio = 1) {
    QImage image(view.size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    view.render(&image);
    return image;
}

int differences(const QImage& a, const QImage& b, const QRect& part) {
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

int differences(const QImage& a, const QImage& b) {
    return differences(a, b, a.rect());
}

/// A view larger than the picture by far, so that a map is shown; the picture is red left, blue right.
class ZoomedView : public ImageView {
public:
    ZoomedView() {
        resize(600, 400);
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(QColor(220, 30, 30));
        for (int y = 0; y < 300; ++y)
            for (int x = 200; x < 400; ++x)
                image.setPixel(x, y, qRgb(30, 30, 220));
        setImage(image);
        setZoom(8);
    }
};

} // namespace

class TestCanvasLooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnedBoxIsPaintedTurned();
    void polygonIsPaintedAlongItsEdges();
    void polygonBeingDrawnIsSeen();
    void crowdKeepsColoursAndPlaces_data();
    void crowdKeepsColoursAndPlaces();
    void hiddenRegionsAreGhostsWhenWanted();
    void labelsShareAColour();
    void unsureWordsAreTinted();
    void adjustmentChangesThePictureOnly();
    void adjustedGreysAreWhereTheyShouldBe_data();
    void adjustedGreysAreWhereTheyShouldBe();
    void mapIsThereOnlyWhileThePictureIsLarger();
    void mapIsDraggedToMoveThePicture();
    void guideLinesAreShownWhereItSnapped();
    void sixtyCaptionsDoNotCoverEachOther();
    void turnHandleIsNotUnderTheCaption();
};

void TestCanvasLooks::turnedBoxIsPaintedTurned() {
    ViewWithPicture view;
    view.setCaptionDisplay(CaptionDisplay::Selected);
    const QImage without = rendered(view);
    view.setRegions({makeRegion(1, rotatedBox({80, 30, 40, 40}, 45))}); // a rhomb: top (100, 21.7)
    const QImage with = rendered(view);
    const QColor colour = regionColor(1);
    QVERIFY(QColor(with.pixel(view.at(100, 21.72))).saturation() > 100);
    QCOMPARE(with.pixel(view.at(80, 30)), without.pixel(view.at(80, 30))); // where the corner was
    const QColor edge(with.pixel(view.at(114.14, 35.86))); // the middle of the upper right side
    QVERIFY(std::abs(edge.red() - colour.red()) < 40 && std::abs(edge.blue() - colour.blue()) < 40);
}

void TestCanvasLooks::polygonIsPaintedAlongItsEdges() {
    ViewWithPicture view;
    const QImage without = rendered(view);
    view.setRegions({makeRegion(1, polygon({{40, 20}, {120, 20}, {80, 80}}))});
    const QImage with = rendered(view);
    const QRect around = QRect(view.at(60, 50), QSize(1, 1)).adjusted(-2, -2, 2, 2);
    QVERIFY(differences(with, without, around) > 5);
    QCOMPARE(with.pixel(view.at(45, 70)), without.pixel(view.at(45, 70)));
    view.setSelection({1});
    QCOMPARE(QColor(rendered(view).pixel(view.at(80, 80))), QColor(Qt::white)); // the handle of a point
}

void TestCanvasLooks::polygonBeingDrawnIsSeen() {
    ViewWithPicture view;
    view.setTool(ImageView::Tool::Polygon);
    view.clickPicture({40, 20});
    view.clickPicture({120, 20});
    view.moveTo(view.at(120, 80));
    const QImage image = rendered(view);
    const QColor side(image.pixel(view.at(80, 20)));
    const QColor open(image.pixel(view.at(120, 50)));
    QVERIFY(side.blue() > 150 && side.blue() > side.red() + 30); // the accent
    QVERIFY(open.blue() > 150 && open.blue() > open.red() + 30);
}

void TestCanvasLooks::crowdKeepsColoursAndPlaces_data() {
    QTest::addColumn<double>("ratio");
    QTest::newRow("ratio 1") << 1.0;
    QTest::newRow("ratio 2") << 2.0;
}

void TestCanvasLooks::crowdKeepsColoursAndPlaces() {
    QFETCH(double, ratio);
    ViewWithPicture view;
    view.setCaptionDisplay(CaptionDisplay::Selected);
    std::vector<CanvasRegion> regions;
    for (int i = 0; i < 900; ++i) // squares of 4 picture pixels: no room for numbers
        regions.push_back(makeRegion(i + 1, Box2{double(i % 45) * 4.4, double(i / 45) * 5, 4, 4}));
    for (CanvasRegion& region : regions)
        region.colorIndex = 1;
    regions.push_back(makeRegion(1000, polygon({{20, 20}, {180, 20}, {180, 22}, {20, 22}})));
    regions.back().colorIndex = 5;
    view.setRegions(regions);
    const QImage image = rendered(view, ratio);
    const auto pixelAt = [&](double x, double y) { return QColor(image.pixel((view.toWidget({x, y}) * ratio).toPoint())); };
    QCOMPARE(pixelAt(4.4, 5), regionColor(1));
    QCOMPARE(pixelAt(4.4 * 40, 5 * 10), regionColor(1));
    QCOMPARE(pixelAt(100, 20), regionColor(5));
    QCOMPARE(pixelAt(6.4, 7), QColor(Qt::gray)); // inside
}

void TestCanvasLooks::hiddenRegionsAreGhostsWhenWanted() {
    ViewWithPicture view;
    CanvasRegion hidden = makeRegion(1, Box2{40, 20, 60, 40}, QStringLiteral("nothing"));
    const QImage without = rendered(view);
    view.setRegions({hidden});
    const int whole = differences(rendered(view), without);
    hidden.hidden = true;
    view.setRegions({hidden});
    QCOMPARE(differences(rendered(view), without), 0);
    view.setShowHidden(true);
    const QImage ghost = rendered(view);
    QVERIFY(differences(ghost, without) > 100);
    // Faint: the inside is nearly what the picture is.
    QVERIFY(std::abs(qGray(ghost.pixel(view.at(70, 40))) - qGray(without.pixel(view.at(70, 40)))) < 20);
    QVERIFY(whole > 0);
    view.clickPicture({70, 40});
    QVERIFY(view.selection().isEmpty());
}

void TestCanvasLooks::labelsShareAColour() {
    ViewWithPicture view;
    view.setCaptionDisplay(CaptionDisplay::Selected);
    std::vector<CanvasRegion> regions{makeRegion(0, Box2{10, 40, 30, 30}), makeRegion(1, Box2{60, 40, 30, 30}),
                                      makeRegion(2, Box2{110, 40, 30, 30})};
    regions[0].label = regions[2].label = QStringLiteral("dog");
    regions[1].label = QStringLiteral("cat");
    view.setRegions(regions);
    const auto colourAt = [&](double x) { return QColor(rendered(view).pixel(view.at(x, 69.5))); };
    QVERIFY(colourAt(25) != colourAt(125));
    view.setColoring(Coloring::ByLabel);
    QCOMPARE(colourAt(25), colourAt(125));
    QVERIFY(colourAt(25) != colourAt(75));
    const QColor dog = colourAt(25);
    view.setRegions({regions[1], regions[2]}); // another picture, the same labels
    QCOMPARE(colourAt(125), dog);
}

void TestCanvasLooks::unsureWordsAreTinted() {
    ViewWithPicture view;
    CanvasRegion region = makeRegion(1, Box2{20, 40, 120, 40}, QStringLiteral("a small red apple"));
    view.setRegions({region});
    const QImage sure = rendered(view);
    region.tokens = {{0, 7, 0.95}, {8, 3, 0.9}};
    view.setRegions({region});
    QCOMPARE(differences(rendered(view), sure), 0);
    region.tokens = {{0, 7, 0.95}, {8, 3, 0.2}, {12, 900, 0.5}};
    view.setRegions({region});
    const QImage unsure = rendered(view);
    QVERIFY(differences(unsure, sure) > 60);
    int reddish = 0;
    for (int y = 0; y < unsure.height(); ++y)
        for (int x = 0; x < unsure.width(); ++x) {
            const QColor now(unsure.pixel(x, y)), before(sure.pixel(x, y));
            reddish += now != before && now.red() > now.green() + 10 && now.red() > now.blue() + 10;
        }
    QVERIFY(reddish > 40);
}

void TestCanvasLooks::adjustmentChangesThePictureOnly() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 40, 120, 40})});
    const QImage before = rendered(view);
    view.setAdjustment({0.2, 0, 1});
    const QImage lighter = rendered(view);
    QVERIFY(qGray(lighter.pixel(view.at(180, 90))) > qGray(before.pixel(view.at(180, 90))) + 40);
    QCOMPARE(lighter.pixel(5, 5), before.pixel(5, 5)); // beside the picture
    QCOMPARE(lighter.pixel(view.at(80, 79.5)), before.pixel(view.at(80, 79.5))); // the outline
    view.setAdjustment({});
    QCOMPARE(differences(rendered(view), before), 0);
}

void TestCanvasLooks::adjustedGreysAreWhereTheyShouldBe_data() {
    QTest::addColumn<double>("brightness");
    QTest::addColumn<double>("contrast");
    QTest::addColumn<double>("gamma");
    QTest::addColumn<int>("grey");
    QTest::addColumn<int>("expected");
    QTest::newRow("brighter") << 0.2 << 0.0 << 1.0 << 100 << 151;
    QTest::newRow("too bright") << 1.0 << 0.0 << 1.0 << 0 << 255;
    QTest::newRow("no contrast") << 0.0 << -1.0 << 1.0 << 30 << 128;
    QTest::newRow("half the contrast") << 0.0 << -0.5 << 1.0 << 28 << 78;
    QTest::newRow("gamma 2") << 0.0 << 0.0 << 2.0 << 64 << 128; // 255 · √(64 / 255)
    QTest::newRow("gamma out of range") << 0.0 << 0.0 << -3.0 << 255 << 255;
}

void TestCanvasLooks::adjustedGreysAreWhereTheyShouldBe() {
    QFETCH(double, brightness);
    QFETCH(double, contrast);
    QFETCH(double, gamma);
    QFETCH(int, grey);
    QFETCH(int, expected);
    QImage image(2, 2, QImage::Format_RGB32);
    image.fill(qRgb(grey, grey, grey));
    const QImage result = adjusted(image, {brightness, contrast, gamma});
    QCOMPARE(qRed(result.pixel(1, 1)), expected);
    QCOMPARE(qRed(image.pixel(1, 1)), grey);
}

void TestCanvasLooks::mapIsThereOnlyWhileThePictureIsLarger() {
    ZoomedView view;
    const QImage with = rendered(view);
    view.setMiniMapShown(false);
    const QImage without = rendered(view);
    const QRect corner(600 - 190, 400 - 150, 180, 140);
    QVERIFY(differences(with, without, corner) > 5000);
    QCOMPARE(differences(with, without, QRect(0, 0, 400, 250)), 0);
    view.fitToWindow();
    const QImage fitted = rendered(view);
    view.setMiniMapShown(true);
    QCOMPARE(differences(rendered(view), fitted), 0);
}

void TestCanvasLooks::mapIsDraggedToMoveThePicture() {
    ZoomedView view;
    view.setRegions({makeRegion(1, Box2{0, 0, 400, 300})});
    QSignalSpy selected(&view, &ImageView::selectionChanged);
    const MiniMap map({400, 300}, view.rect(), ViewTransform(8, view.toWidget({0, 0})));
    QVERIFY(map.isShown());
    const QPoint at = map.rect().topLeft().toPoint() + QPoint(int(map.rect().width() / 4), int(map.rect().height() / 2));
    QTest::mousePress(&view, Qt::LeftButton, {}, at);
    QVERIFY((view.toPicture({300, 200}) - QPointF(100, 150)).manhattanLength() < 4);
    QMouseEvent move(QEvent::MouseMove, at + QPoint(30, 0), view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view, &move);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, at + QPoint(30, 0));
    QVERIFY(std::abs(view.toPicture({300, 200}).x() - (100 + 30 / map.rect().width() * 400)) < 3);
    QCOMPARE(selected.size(), 0);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(50, 50)); // elsewhere it selects
    QCOMPARE(selected.size(), 1);
}

void TestCanvasLooks::guideLinesAreShownWhereItSnapped() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{120, 10, 20, 20})});
    view.setSnapping(true);
    view.setTool(ImageView::Tool::Box);
    QTest::mousePress(&view, Qt::LeftButton, {}, view.at(40, 50));
    view.moveTo(view.at(118, 80), Qt::LeftButton);
    const QColor line(rendered(view).pixel(view.at(120, 90)));
    QVERIFY(line.red() > 200 && line.green() < 100 && line.blue() > 150);
    view.moveTo(view.at(118, 80), Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(QColor(rendered(view).pixel(view.at(120, 90))), QColor(Qt::gray));
}

void TestCanvasLooks::sixtyCaptionsDoNotCoverEachOther() {
    // Each plate has a ground of its own: where two overlapped, taking one region away would uncover
    // more than its own plate. The layout says it directly.
    PlateLayout layout(QRectF(0, 0, 1200, 800), {});
    std::vector<QRectF> placed;
    for (int i = 0; i < 60; ++i) {
        const QRectF box((i * 137) % 1000, (i * 211) % 680, 60 + i % 40, 50 + i % 30);
        if (const auto rect = layout.place(box, {180, 24}, 4, false)) placed.push_back(*rect);
    }
    QVERIFY(placed.size() > 40);
    for (std::size_t i = 0; i < placed.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!placed[i].intersects(placed[j]));
}

void TestCanvasLooks::turnHandleIsNotUnderTheCaption() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{80, 40, 40, 30}, QStringLiteral("a caption that is much wider than its box"))});
    view.setSelection({1});
    const QImage image = rendered(view);
    const QPoint handle = view.at(100, 40) - QPoint(0, 26);
    QCOMPARE(QColor(image.pixel(handle)), QColor(Qt::white));
    QCOMPARE(QColor(image.pixel(handle + QPoint(-12, 0))), QColor(Qt::gray)); // the picture beside it
}

QTEST_MAIN(TestCanvasLooks)
#include "test_canvas_looks.moc"
