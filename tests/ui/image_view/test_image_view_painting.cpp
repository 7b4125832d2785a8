#include "canvas_fixture.h"

#include <QElapsedTimer>

using namespace rb::ui;
using rb::geometry::Box2;

namespace {

QImage rendered(ImageView& view, double ratio = 1) {
    QImage image(view.size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    view.render(&image);
    return image;
}

/// Columns of black and white, one pixel each.
QImage stripes(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, x % 2 ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
    return image;
}

int differences(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

} // namespace

class TestImageViewPainting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pictureIsCopiedPixelForPixelAtFullSize();
    void pixelsStaySharp_data();
    void pixelsStaySharp();
    void shrunkPictureIsAveragedNotSampled();
    void hugePictureIsPaintedFast();
    void selectionShowsHandles();
    void captionDisplayDecidesWhichCaptionsShow();
    void runningCaptionShowsInEveryMode();
    void hiddenRegionsAreNotPainted();
    void messageIsShownWithoutAPicture();
    void fiveThousandBoxesArePaintedFast();
    void rightToLeftAndLongCaptionsArePainted();
};

void TestImageViewPainting::pictureIsCopiedPixelForPixelAtFullSize() {
    ImageView view;
    view.resize(301, 203); // odd: the centred picture would lie on half pixels
    const QImage picture = stripes(100, 60);
    view.setImage(picture);
    view.actualSize();
    const QImage image = rendered(view);
    const QPoint corner = (QPointF(301 - 100, 203 - 60) / 2).toPoint();
    QCOMPARE(image.copy(QRect(corner, picture.size())).convertToFormat(QImage::Format_RGB32), picture);
}

void TestImageViewPainting::pixelsStaySharp_data() {
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("ratio");
    QTest::newRow("2x") << 2.0 << 1.0;
    QTest::newRow("4x") << 4.0 << 1.0;
    QTest::newRow("100 % on a screen of ratio 2") << 1.0 << 2.0;
    QTest::newRow("3x on a screen of ratio 2") << 3.0 << 2.0;
}

void TestImageViewPainting::pixelsStaySharp() {
    QFETCH(double, zoom);
    QFETCH(double, ratio);
    ImageView view;
    view.resize(300, 200);
    view.setImage(stripes(60, 40));
    view.setZoom(zoom);
    const QImage image = rendered(view, ratio);
    const QPoint inside = (view.toWidget({30, 20}) * ratio).toPoint();
    int edges = 0;
    for (int x = inside.x(); x < inside.x() + 24; ++x) {
        const int grey = qGray(image.pixel(x, inside.y()));
        QVERIFY2(grey == 0 || grey == 255, qPrintable(QString::number(grey)));
        edges += grey != qGray(image.pixel(x + 1, inside.y()));
    }
    QCOMPARE(edges, int(24 / (zoom * ratio)));
}

void TestImageViewPainting::shrunkPictureIsAveragedNotSampled() {
    ImageView view;
    view.resize(400, 300);
    view.setImage(stripes(1600, 1200));
    view.setZoom(0.25);
    const QImage image = rendered(view);
    for (int x = 150; x < 250; ++x)
        QVERIFY(std::abs(qGray(image.pixel(x, 150)) - 128) < 12);
}

void TestImageViewPainting::hugePictureIsPaintedFast() {
    ImageView view;
    view.resize(1200, 800);
    QImage huge(6000, 6000, QImage::Format_RGB32);
    huge.fill(Qt::darkCyan);
    view.setImage(huge);
    rendered(view);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5; ++i)
        rendered(view);
    QVERIFY2(timer.elapsed() < 5 * 150, qPrintable(QString::number(timer.elapsed())));
}

void TestImageViewPainting::selectionShowsHandles() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{50, 30, 60, 40})});
    const QImage plain = rendered(view);
    view.setSelection({1});
    const QImage selected = rendered(view);
    for (const auto& [x, y] : {std::pair{50, 30}, {80, 30}, {110, 30}, {110, 50}, {110, 70}}) {
        QCOMPARE(QColor(selected.pixel(view.at(x, y))), QColor(Qt::white));
        QVERIFY(selected.pixel(view.at(x, y)) != plain.pixel(view.at(x, y)));
    }
}

void TestImageViewPainting::captionDisplayDecidesWhichCaptionsShow() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 40, 50, 30}), makeRegion(2, Box2{120, 40, 50, 30})});
    const QImage without = rendered(view);
    view.setRegions({makeRegion(1, Box2{20, 40, 50, 30}, QStringLiteral("left")),
                     makeRegion(2, Box2{120, 40, 50, 30}, QStringLiteral("right"))});
    const int always = differences(rendered(view), without);
    QVERIFY(always > 500);
    view.setCaptionDisplay(ImageView::CaptionDisplay::Selected);
    QCOMPARE(differences(rendered(view), without), 0);
    view.setCaptionDisplay(ImageView::CaptionDisplay::Hover);
    QCOMPARE(differences(rendered(view), without), 0);
    view.moveTo(view.at(30, 50));
    const int hovered = differences(rendered(view), without);
    QVERIFY(hovered > 200);
    QVERIFY(hovered < always);
}

void TestImageViewPainting::runningCaptionShowsInEveryMode() {
    ViewWithPicture view;
    view.setCaptionDisplay(ImageView::CaptionDisplay::Selected);
    view.setRegions({makeRegion(1, Box2{20, 40, 50, 30})});
    const QImage before = rendered(view);
    view.setRegionCaption(1, QStringLiteral("a small"), true);
    QVERIFY(differences(rendered(view), before) > 300);
}

void TestImageViewPainting::hiddenRegionsAreNotPainted() {
    ViewWithPicture view;
    const QImage before = rendered(view);
    CanvasRegion hidden = makeRegion(1, Box2{20, 40, 50, 30}, QStringLiteral("nothing"));
    hidden.hidden = true;
    view.setRegions({hidden});
    QCOMPARE(differences(rendered(view), before), 0);
}

void TestImageViewPainting::messageIsShownWithoutAPicture() {
    ImageView view;
    view.resize(600, 400);
    const QImage empty = rendered(view);
    view.setMessage(QStringLiteral("Drop pictures here"), QStringLiteral("Or open a folder."));
    QVERIFY(differences(rendered(view), empty) > 300);
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Drop pictures here")));
}

void TestImageViewPainting::fiveThousandBoxesArePaintedFast() {
    ImageView view;
    view.resize(1200, 800);
    QImage picture(2000, 1400, QImage::Format_RGB32);
    picture.fill(Qt::darkGray);
    view.setImage(picture);
    std::vector<CanvasRegion> regions;
    for (int i = 0; i < 5000; ++i) {
        const Box2 box{double((i * 37) % 1900), double((i * 61) % 1300), 20.0 + i % 70, 20.0 + i % 50};
        regions.push_back(makeRegion(i + 1, box, QStringLiteral("a thing of many words %1").arg(i)));
    }
    view.setRegions(regions);
    rendered(view);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 3; ++i)
        rendered(view);
    qInfo("One painting of 5000 boxes takes %lld ms.", timer.elapsed() / 3);
    QVERIFY2(timer.elapsed() < 3 * 500, qPrintable(QString::number(timer.elapsed())));
}

void TestImageViewPainting::rightToLeftAndLongCaptionsArePainted() {
    ViewWithPicture view;
    view.setRegions({makeRegion(1, Box2{20, 40, 50, 30}, QString::fromUtf8("تفاحة حمراء صغيرة")),
                     makeRegion(2, Box2{90, 40, 30, 30}, QString::fromUtf8("一个红色的小苹果")),
                     makeRegion(3, Box2{140, 40, 50, 30}, QStringLiteral("word ").repeated(200))});
    view.setSelection({3});
    const QImage image = rendered(view);
    QVERIFY(!image.isNull());
}

QTEST_MAIN(TestImageViewPainting)
#include "test_image_view_painting.moc"
