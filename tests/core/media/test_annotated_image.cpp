#include "core/media/annotated_image.h"

#include <QColor>
#include <QRect>
#include <QTest>

using namespace rb::media;

namespace {

constexpr int kWidth = 480, kHeight = 360;
constexpr int kGrey = 128;

Image greyPicture() { return {kWidth, kHeight, std::vector<std::uint8_t>(kWidth * kHeight * 3, kGrey)}; }

QColor colorAt(const Image& image, int x, int y) {
    const std::uint8_t* rgb = &image.rgb[static_cast<std::size_t>(y * image.width + x) * 3];
    return {rgb[0], rgb[1], rgb[2]};
}

/// What the picture shows of one plain colour.
int countOf(const Image& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) count += colorAt(image, x, y) == color;
    return count;
}

const QColor kOrange(0xe6, 0x9f, 0x00), kSkyBlue(0x56, 0xb4, 0xe9), kUntouched(kGrey, kGrey, kGrey);

} // namespace

class AnnotatedImageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToDrawChangesNothing();
    void boxEdgesHaveTheirColor();
    void insideAndFarAwayStayUntouched();
    void captionPlateIsDrawnBesideItsBox();
    void longerCaptionGivesLargerPlate();
    void platesOfEqualBoxesDoNotCoverEachOther();
    void oddBoxesAndPicturesAreDrawn_data();
    void oddBoxesAndPicturesAreDrawn();
};

void AnnotatedImageTest::nothingToDrawChangesNothing() {
    const Image picture = greyPicture();
    const Image result = annotated(picture, {});
    QCOMPARE(result.width, kWidth);
    QCOMPARE(result.height, kHeight);
    QVERIFY(result.rgb == picture.rgb);
}

void AnnotatedImageTest::boxEdgesHaveTheirColor() {
    const Image result = annotated(greyPicture(), {{{100, 120, 200, 150}, "a"}, {{20, 300, 40, 40}, "b"}});
    QCOMPARE(colorAt(result, 100, 200), kOrange); // left
    QCOMPARE(colorAt(result, 300, 200), kOrange); // right
    QCOMPARE(colorAt(result, 250, 120), kOrange); // top
    QCOMPARE(colorAt(result, 200, 270), kOrange); // bottom
    QCOMPARE(colorAt(result, 20, 320), kSkyBlue); // the second box has the second colour
}

void AnnotatedImageTest::insideAndFarAwayStayUntouched() {
    const Image result = annotated(greyPicture(), {{{100, 120, 200, 150}, "a"}});
    QCOMPARE(colorAt(result, 200, 200), kUntouched);
    QCOMPARE(colorAt(result, 470, 350), kUntouched);
    QCOMPARE(colorAt(result, 5, 5), kUntouched);
}

void AnnotatedImageTest::captionPlateIsDrawnBesideItsBox() {
    const Image result = annotated(greyPicture(), {{{100, 120, 200, 150}, "a dog"}});
    int dark = 0;
    for (int y = 85; y < 118; ++y)
        for (int x = 104; x < 180; ++x) dark += colorAt(result, x, y).lightness() < 60;
    QVERIFY2(dark > 200, qPrintable(QString::number(dark)));
}

void AnnotatedImageTest::longerCaptionGivesLargerPlate() {
    const auto untouched = [](const char* caption) {
        return countOf(annotated(greyPicture(), {{{20, 120, 100, 100}, caption}}), kUntouched);
    };
    QVERIFY(untouched("a dog that is running on the beach") < untouched("a dog") - 500);
}

void AnnotatedImageTest::platesOfEqualBoxesDoNotCoverEachOther() {
    const rb::geometry::Box2 box{100, 120, 200, 150};
    const Image both = annotated(greyPicture(), {{box, "a dog"}, {box, "a dog"}});
    const Image one = annotated(greyPicture(), {{box, "a dog"}});
    // The second box lies on the first, so the plates are all that more can come from.
    QVERIFY(countOf(both, kUntouched) < countOf(one, kUntouched) - 500);
    QVERIFY(countOf(both, kOrange) > 20);
}

void AnnotatedImageTest::oddBoxesAndPicturesAreDrawn_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<QString>("caption");
    const QString text = QStringLiteral("a dog");
    QTest::newRow("outside") << QSize(64, 48) << QRectF(200, 200, 20, 20) << text;
    QTest::newRow("over every border") << QSize(64, 48) << QRectF(-20, -20, 200, 200) << text;
    QTest::newRow("without area") << QSize(64, 48) << QRectF(10, 10, 0, 0) << text;
    QTest::newRow("no caption") << QSize(64, 48) << QRectF(10, 10, 20, 20) << QString();
    QTest::newRow("caption longer than the picture") << QSize(64, 48) << QRectF(10, 10, 20, 20) << text.repeated(100);
    QTest::newRow("other scripts") << QSize(200, 80) << QRectF(10, 40, 20, 20) << QStringLiteral("собака 犬 🐕 كلب");
    QTest::newRow("one pixel") << QSize(1, 1) << QRectF(0, 0, 1, 1) << text;
    QTest::newRow("rows of no multiple of four bytes") << QSize(51, 33) << QRectF(5, 5, 20, 20) << text;
}

void AnnotatedImageTest::oddBoxesAndPicturesAreDrawn() {
    QFETCH(const QSize, size);
    QFETCH(const QRectF, box);
    QFETCH(const QString, caption);
    const auto bytes = static_cast<std::size_t>(size.width() * size.height() * 3);
    const Image picture{size.width(), size.height(), std::vector<std::uint8_t>(bytes, kGrey)};
    const Image result =
        annotated(picture, {{{box.x(), box.y(), box.width(), box.height()}, caption.toStdString()}});
    QCOMPARE(result.width, picture.width);
    QCOMPARE(result.height, picture.height);
    QCOMPARE(result.rgb.size(), picture.rgb.size());
    QVERIFY(result.rgb != picture.rgb);
}

QTEST_MAIN(AnnotatedImageTest)
#include "test_annotated_image.moc"
