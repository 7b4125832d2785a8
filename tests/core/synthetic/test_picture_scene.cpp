#include "core/synthetic/background.h"
#include "core/synthetic/picture_scene.h"
#include "glyph_sets.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <set>

using namespace rb;
using namespace rb::synthetic;
using namespace rb::synthetic::testing;
using geometry::Box2;

namespace {

constexpr std::uint64_t kScenes = 300;

PictureOptions dense() {
    PictureOptions options;
    options.minObjects = 5, options.maxObjects = 7;
    options.minSize = 0.25, options.maxSize = 0.58;
    return options;
}

double centreX(const Box2& box) {
    return box.x + box.width / 2;
}
double centreY(const Box2& box) {
    return box.y + box.height / 2;
}
double distance(const Box2& a, const Box2& b) {
    return std::hypot(centreX(a) - centreX(b), centreY(a) - centreY(b));
}

double sharedArea(const Box2& a, const Box2& b) {
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return std::max(0.0, width) * std::max(0.0, height);
}

/// Whether the words of a plain caption hold for two boxes.
bool holds(const QString& words, const Box2& box, const Box2& other) {
    const double dx = centreX(box) - centreX(other), dy = centreY(box) - centreY(other);
    if (words == QLatin1String("to the left of")) return dx < 0 && -dx >= std::abs(dy);
    if (words == QLatin1String("to the right of")) return dx >= 0 && dx >= std::abs(dy);
    if (words == QLatin1String("above")) return dy < 0 && -dy > std::abs(dx);
    return words == QLatin1String("below") && dy > 0 && dy > std::abs(dx);
}

const PictureObject* named(const PictureScene& scene, const QString& name) {
    for (const PictureObject& object : scene.objects)
        if (object.name == name.toStdString()) return &object;
    return nullptr;
}

QString sizeWord(const Box2& box, const media::Image& image) {
    const double part = std::max(box.width, box.height) / std::min(image.width, image.height);
    return QString::fromLatin1(part < 0.27 ? "small " : part > 0.5 ? "large " : "");
}

} // namespace

class PictureSceneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { RB_NEED_GLYPHS(fewGlyphs()); }
    void aSceneDependsOnSeedAndIndexOnly();
    void boxesLieInsideAndHoldTheirPixels();
    void boxesAreTightAroundTheTopObject();
    void boxesOverlapLittle();
    void regionCaptionsFollowFromTheBoxes();
    void aLoneObjectIsSaidToBeOnItsBackground();
    void pictureCaptionListsTheObjects();
    void backgroundsHaveTheirColor();
    void onlyTheFirstNamesAreUsed();
    void scaleMultipliesTheCanvas();
    void otherStylesNameTheSameObjects();
};

void PictureSceneTest::aSceneDependsOnSeedAndIndexOnly() {
    const PictureScene scene = makePicture(*fewGlyphs(), {}, 5, 77);
    for (std::uint64_t i = 0; i < 5; ++i)
        makePicture(*fewGlyphs(), {}, 9, i);
    const PictureScene again = makePicture(*fewGlyphs(), {}, 5, 77);
    QVERIFY(again.image.rgb == scene.image.rgb);
    QVERIFY(again.objectMap == scene.objectMap);
    QCOMPARE(again.caption, scene.caption);
    QVERIFY(makePicture(*fewGlyphs(), {}, 6, 77).image.rgb != scene.image.rgb);
    QVERIFY(makePicture(*fewGlyphs(), {}, 5, 78).image.rgb != scene.image.rgb);
}

void PictureSceneTest::boxesLieInsideAndHoldTheirPixels() {
    for (std::uint64_t i = 0; i < kScenes; ++i) {
        const PictureScene scene = makePicture(*fewGlyphs(), i % 2 ? dense() : PictureOptions(), 1, i);
        QVERIFY(!scene.objects.empty());
        for (const PictureObject& object : scene.objects)
            QVERIFY(geometry::clipped(object.box, scene.image.width, scene.image.height) == object.box);
        for (std::size_t at = 0; at < scene.objectMap.size(); ++at) {
            if (scene.objectMap[at] == 0) continue;
            QVERIFY(scene.objectMap[at] <= scene.objects.size());
            const Box2& box = scene.objects[scene.objectMap[at] - 1u].box;
            const auto x = static_cast<double>(at % static_cast<std::size_t>(scene.image.width));
            const auto y = static_cast<double>(at / static_cast<std::size_t>(scene.image.width));
            QVERIFY(x >= box.x && y >= box.y && x + 1 <= box.x + box.width && y + 1 <= box.y + box.height);
        }
    }
}

void PictureSceneTest::boxesAreTightAroundTheTopObject() {
    for (std::uint64_t i = 0; i < kScenes; ++i) {
        const PictureScene scene = makePicture(*fewGlyphs(), {}, 2, i);
        const Box2& box = scene.objects.back().box;
        double left = 1e9, top = 1e9, right = -1, bottom = -1;
        for (std::size_t at = 0; at < scene.objectMap.size(); ++at) {
            if (scene.objectMap[at] != scene.objects.size()) continue;
            const auto x = static_cast<double>(at % static_cast<std::size_t>(scene.image.width));
            const auto y = static_cast<double>(at / static_cast<std::size_t>(scene.image.width));
            left = std::min(left, x), right = std::max(right, x + 1), top = std::min(top, y),
            bottom = std::max(bottom, y + 1);
        }
        QVERIFY2(left - box.x <= 3 && top - box.y <= 3 && box.x + box.width - right <= 3 &&
                     box.y + box.height - bottom <= 3,
                 scene.objects.back().name.c_str());
    }
}

void PictureSceneTest::boxesOverlapLittle() {
    for (std::uint64_t i = 0; i < kScenes; ++i) {
        const PictureScene scene = makePicture(*fewGlyphs(), dense(), 3, i);
        for (std::size_t a = 0; a < scene.objects.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                const Box2 &first = scene.objects[a].box, &second = scene.objects[b].box;
                const double smaller = std::min(first.width * first.height, second.width * second.height);
                QVERIFY(sharedArea(first, second) <= 0.2 * smaller + 1e-9);
            }
    }
}

void PictureSceneTest::regionCaptionsFollowFromTheBoxes() {
    static const QRegularExpression form(
        QStringLiteral("^(?:a|an|some) (small |large )?(.+) (to the left of|to the right of|above|below) "
                       "(?:a|an|some) (.+)$"));
    std::set<QString> words;
    for (std::uint64_t i = 0; i < kScenes; ++i) {
        const PictureScene scene = makePicture(*fewGlyphs(), {}, 4, i);
        for (const PictureObject& object : scene.objects) {
            if (scene.objects.size() == 1) continue;
            const QRegularExpressionMatch match = form.match(QString::fromStdString(object.caption));
            QVERIFY2(match.hasMatch(), object.caption.c_str());
            QCOMPARE(match.captured(1), sizeWord(object.box, scene.image));
            QCOMPARE(match.captured(2), QString::fromStdString(object.name));
            const PictureObject* other = named(scene, match.captured(4));
            QVERIFY(other != nullptr && other != &object);
            QVERIFY2(holds(match.captured(3), object.box, other->box), object.caption.c_str());
            for (const PictureObject& third : scene.objects)
                QVERIFY(&third == &object ||
                        distance(third.box, object.box) >= distance(other->box, object.box) - 1e-9);
            words.insert(match.captured(3));
        }
    }
    QCOMPARE(words.size(), std::size_t{4});
}

void PictureSceneTest::aLoneObjectIsSaidToBeOnItsBackground() {
    PictureOptions options;
    options.maxObjects = 1;
    for (std::uint64_t i = 0; i < 50; ++i) {
        const PictureScene scene = makePicture(*fewGlyphs(), options, 5, i);
        QCOMPARE(scene.objects.size(), std::size_t{1});
        const std::string ending = scene.objects[0].name + " on a " + scene.background + " background";
        QVERIFY2(scene.objects[0].caption.ends_with(ending), scene.objects[0].caption.c_str());
    }
}

void PictureSceneTest::pictureCaptionListsTheObjects() {
    for (std::uint64_t i = 0; i < 50; ++i) {
        const PictureScene scene = makePicture(*fewGlyphs(), {}, 6, i);
        std::size_t at = 0;
        for (const PictureObject& object : scene.objects) {
            at = scene.caption.find(object.name, at);
            QVERIFY2(at != std::string::npos, scene.caption.c_str());
        }
        QVERIFY(scene.caption.ends_with(" on a " + scene.background + " background"));
    }
}

void PictureSceneTest::backgroundsHaveTheirColor() {
    std::set<std::string> colors;
    for (std::uint64_t i = 0; i < 200; ++i) {
        Random random(1, "test", i);
        const Background background = makeBackground(32, 24, 1, random);
        colors.insert(background.color);
        std::array<int, 3> sum{};
        for (std::size_t at = 0; at < background.image.rgb.size(); ++at)
            sum[at % 3] += background.image.rgb[at];
        const auto [r, g, b] = sum;
        if (background.color == "red") QVERIFY(r > 2 * g && r > 2 * b);
        if (background.color == "green") QVERIFY(g > r + r / 4 && g > b + b / 4);
        if (background.color == "blue") QVERIFY(b > r + r / 4 && b > g + g / 4);
        if (background.color == "white") QVERIFY(std::min({r, g, b}) > 195 * 32 * 24);
        if (background.color == "black") QVERIFY(std::max({r, g, b}) < 75 * 32 * 24);
    }
    QCOMPARE(colors.size(), backgroundColors().size());
    QCOMPARE(colors.size(), std::size_t{10});
}

void PictureSceneTest::onlyTheFirstNamesAreUsed() {
    PictureOptions options = dense();
    options.names = 6;
    std::set<std::string> used;
    for (std::uint64_t i = 0; i < 60; ++i)
        for (const PictureObject& object : makePicture(*fewGlyphs(), options, 7, i).objects)
            used.insert(object.name);
    QCOMPARE(used.size(), std::size_t{6});
    for (std::size_t i = 0; i < 6; ++i)
        QVERIFY(used.contains(fewGlyphs()->noun(i).name));
}

void PictureSceneTest::scaleMultipliesTheCanvas() {
    PictureOptions options;
    options.scale = 4;
    const PictureScene scene = makePicture(*fewGlyphs(), options, 8, 0);
    const int area = scene.image.width * scene.image.height;
    QVERIFY(area == 640 * 480 || area == 576 * 576 || area == 672 * 504);
    QCOMPARE(scene.objectMap.size(), static_cast<std::size_t>(area));
    QCOMPARE(scene.image.rgb.size(), 3 * static_cast<std::size_t>(area));
}

void PictureSceneTest::otherStylesNameTheSameObjects() {
    PictureOptions question, statement;
    question.style = CaptionStyle::Question, statement.style = CaptionStyle::Statement;
    for (std::uint64_t i = 0; i < 30; ++i) {
        const PictureScene asked = makePicture(*fewGlyphs(), question, 9, i),
                           stated = makePicture(*fewGlyphs(), statement, 9, i);
        QVERIFY(asked.image.rgb == stated.image.rgb);
        for (std::size_t k = 0; k < asked.objects.size(); ++k) {
            QVERIFY(asked.objects[k].caption.starts_with("what is "));
            QVERIFY(asked.objects[k].caption.ends_with(asked.objects[k].name));
            QVERIFY(stated.objects[k].caption.find(stated.objects[k].name) != std::string::npos);
        }
    }
}

QTEST_MAIN(PictureSceneTest)
#include "test_picture_scene.moc"
