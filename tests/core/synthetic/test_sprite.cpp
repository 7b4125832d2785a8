#include "core/synthetic/sprite.h"

#include <QTest>

#include <algorithm>

using namespace rb;
using namespace rb::synthetic;

/// One colour, opaque.
static Sprite plain(int width, int height, std::uint8_t value) {
    Sprite sprite{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        sprite.rgba.insert(sprite.rgba.end(), {value, value, value, 255});
    return sprite;
}

static std::uint8_t* pixel(Sprite& sprite, int x, int y) {
    return sprite.rgba.data() + 4 * (y * sprite.width + x);
}

class SpriteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void croppingKeepsWhatIsVisible();
    void resizingKeepsAPlainColor_data();
    void resizingKeepsAPlainColor();
    void halvingAverages();
    void turningByZeroKeepsThePixels();
    void turningIsCounterClockwise();
    void pastingBlendsAndLabels();
    void jitterKeepsColorsBelowAlpha();
};

void SpriteTest::croppingKeepsWhatIsVisible() {
    Sprite sprite{6, 5, std::vector<std::uint8_t>(6 * 5 * 4)};
    std::fill_n(pixel(sprite, 2, 1), 4, std::uint8_t{255});
    std::fill_n(pixel(sprite, 4, 3), 4, std::uint8_t{200});
    std::fill_n(pixel(sprite, 0, 0), 4, std::uint8_t{3}); // a shadow nobody sees
    Sprite inner = cropped(sprite);
    QCOMPARE(inner.width, 3);
    QCOMPARE(inner.height, 3);
    QCOMPARE(int(pixel(inner, 0, 0)[3]), 255);
    QCOMPARE(int(pixel(inner, 2, 2)[3]), 200);
    QVERIFY(cropped(Sprite{2, 2, std::vector<std::uint8_t>(16)}).rgba.empty());
}

void SpriteTest::resizingKeepsAPlainColor_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const auto& [width, height] : {std::pair{1, 1}, {7, 3}, {20, 20}, {33, 90}})
        QTest::addRow("%d x %d", width, height) << width << height;
}

void SpriteTest::resizingKeepsAPlainColor() {
    QFETCH(int, width);
    QFETCH(int, height);
    const Sprite small = resized(plain(20, 13, 77), width, height);
    QCOMPARE(small.width, width);
    QCOMPARE(small.height, height);
    QVERIFY(small.rgba == plain(width, height, 77).rgba);
}

void SpriteTest::halvingAverages() {
    Sprite stripes = plain(40, 4, 0);
    for (int x = 0; x < 40; x += 2)
        for (int y = 0; y < 4; ++y)
            std::fill_n(pixel(stripes, x, y), 3, std::uint8_t{200});
    Sprite half = resized(stripes, 10, 2);
    for (int x = 1; x < 9; ++x)
        QVERIFY(std::abs(pixel(half, x, 1)[0] - 100) <= 2);
}

void SpriteTest::turningByZeroKeepsThePixels() {
    Sprite sprite = plain(12, 9, 40);
    std::fill_n(pixel(sprite, 3, 4), 3, std::uint8_t{210});
    const Sprite same = turned(sprite, 0, 12);
    QCOMPARE(same.width, 12);
    QCOMPARE(same.height, 9);
    QVERIFY(same.rgba == sprite.rgba);
}

void SpriteTest::turningIsCounterClockwise() {
    Sprite bar = plain(31, 31, 10);
    for (int x = 15; x < 31; ++x) // a light bar from the middle to the right
        for (int y = 13; y < 18; ++y)
            std::fill_n(pixel(bar, x, y), 3, std::uint8_t{250});
    Sprite up = turned(bar, 90, 31);
    QVERIFY(pixel(up, 15, 4)[0] > 200);
    QVERIFY(pixel(up, 15, 26)[0] < 50);
    QVERIFY(pixel(up, 26, 15)[0] < 50);
}

void SpriteTest::pastingBlendsAndLabels() {
    media::Image image{4, 2, std::vector<std::uint8_t>(24, 100)};
    std::vector<std::uint16_t> labels(8);
    Sprite sprite{2, 1, {200, 0, 0, 255, 40, 40, 40, 51}}; // opaque, and a fifth of white-ish
    paste(sprite, 1, 1, image, labels, 7);
    const std::vector<std::uint8_t> row(image.rgb.begin() + 12, image.rgb.end());
    QVERIFY((row == std::vector<std::uint8_t>{100, 100, 100, 200, 0, 0, 120, 120, 120, 100, 100, 100}));
    QVERIFY((labels == std::vector<std::uint16_t>{0, 0, 0, 0, 0, 7, 0, 0}));
}

void SpriteTest::jitterKeepsColorsBelowAlpha() {
    Sprite sprite{1, 2, {120, 120, 120, 128, 100, 150, 200, 255}};
    const Sprite before = sprite;
    Random random(1, "test", 0);
    jitterColors(sprite, random);
    QVERIFY(sprite.rgba != before.rgba);
    for (std::size_t at = 0; at < sprite.rgba.size(); at += 4)
        for (std::size_t channel = 0; channel < 3; ++channel)
            QVERIFY(sprite.rgba[at + channel] <= sprite.rgba[at + 3]);
}

QTEST_GUILESS_MAIN(SpriteTest)
#include "test_sprite.moc"
