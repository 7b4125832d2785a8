#include "core/formats/trainers/grounding.h"
#include "tests/core/formats/trainers/trainer_records.h"

#include <cmath>

using namespace rb::formats;
using namespace rb::formats::test;

namespace {

using Json = nlohmann::json;

/// Each style's largest step in parts of the longer side, with a little for rounding.
double stepOf(GroundingStyle style) {
    return style == GroundingStyle::Kosmos2 ? 1.0 / 32 : style == GroundingStyle::Qwen25Vl ? 0.006 : 0.0011;
}

PixelSize sizeOfImage(const std::string& name) {
    for (const PictureRecord& each : goldenPictures())
        if (each.path == name) return {each.width, each.height};
    return {};
}

std::array<double, 4> cornersOf(const rb::geometry::Box2& box) { return {box.x, box.y, box.x + box.width, box.y + box.height}; }

std::ptrdiff_t characters(const std::string& text, std::size_t bytes) {
    return std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bytes),
                         [](char byte) { return (byte & 0xC0) != 0x80; });
}

} // namespace

class TestGrounding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stringsAreThoseOfTheModels_data();
    void stringsAreThoseOfTheModels();
    void boxesComeBackWithinAStep_data() { stringsAreThoseOfTheModels_data(); }
    void boxesComeBackWithinAStep();
    void kosmosTextsAreReadAsTheModelsProcessorDoes();
    void florenceTextsAreReadAsTheModelsProcessorDoes();
    void picturesAreResizedAsQwenDoes();
    void qwen3WritesThousandths();
    void severalShikraBoxesAreRead();
    void jsonListsInAFenceAreRead();
    void numbersBeyondTheGridAreRefused_data();
    void numbersBeyondTheGridAreRefused();
    void brokenMarksAreText_data();
    void brokenMarksAreText();
    void boxesOutsideAreCutOff();
};

void TestGrounding::stringsAreThoseOfTheModels_data() {
    QTest::addColumn<QString>("style");
    for (const GroundingStyle style : kGroundingStyles) QTest::newRow(nameOf(style)) << QString::fromUtf8(nameOf(style));
}

void TestGrounding::stringsAreThoseOfTheModels() {
    QFETCH(QString, style);
    const std::string name = style.toStdString();
    int compared = 0;
    for (const Json& expected : readJson(dataFile("grounding/strings.json"))) {
        for (const GoldenRegion& region : goldenRegions()) {
            if (!expected.contains(name) || region.id != std::to_string(expected["region_id"].get<int>())) continue;
            const rb::geometry::Box2 box{region.corners[0], region.corners[1], region.corners[2] - region.corners[0],
                                         region.corners[3] - region.corners[1]};
            const std::string phrase = name == "shikra" ? "" : region.captions.front();
            QCOMPARE(encodeGrounding({box, phrase}, sizeOfImage(region.image), *groundingStyle(name)),
                     expected[name].get<std::string>());
            ++compared;
        }
    }
    QCOMPARE(compared, name == "qwen3_vl" ? 0 : 7);
}

void TestGrounding::boxesComeBackWithinAStep() {
    QFETCH(QString, style);
    const GroundingStyle kind = *groundingStyle(style.toStdString());
    for (const GoldenRegion& region : goldenRegions()) {
        const PixelSize size = sizeOfImage(region.image);
        const rb::geometry::Box2 box{region.corners[0], region.corners[1], region.corners[2] - region.corners[0],
                                     region.corners[3] - region.corners[1]};
        const auto read = decodeGrounding(encodeGrounding({box, region.captions.front()}, size, kind), size, kind, "text");
        QVERIFY(read.ok());
        QCOMPARE(read->regions.size(), std::size_t{1});
        QCOMPARE(read->regions.front().phrase, region.captions.front());
        QVERIFY(!read->saysMore);
        const double error = distance(cornersOf(read->regions.front().box), region.corners);
        QVERIFY2(error <= stepOf(kind) * std::max(size.width, size.height), std::to_string(error).c_str());
        QCOMPARE(roundTripError(box, size, kind), error);
    }
}

void TestGrounding::kosmosTextsAreReadAsTheModelsProcessorDoes() {
    const PixelSize size{1000, 1000};
    const Json all = readJson(dataFile("extra/grounding_decode.json"));
    QVERIFY(all["kosmos2"].size() > 10);
    for (const Json& expected : all["kosmos2"]) {
        const auto read = decodeGrounding(expected["text"].get<std::string>(), size, GroundingStyle::Kosmos2, "text");
        QVERIFY(read.ok());
        QCOMPARE(read->plain, expected["clean_text"].get<std::string>());
        std::size_t at = 0;
        for (const Json& entity : expected["entities"]) {
            for (const Json& box : entity["boxes_0_1"]) {
                QVERIFY(at < read->regions.size());
                const GroundedRegion& region = read->regions[at++];
                const std::array<double, 4> corners = box;
                std::array<double, 4> found = cornersOf(region.box);
                for (double& each : found) each /= 1000;
                QVERIFY(distance(found, corners) < 1e-9);
                // The processor names a box without a phrase by its marks, which nobody would want as a caption.
                const std::string phrase = entity["phrase"];
                QCOMPARE(region.phrase, phrase.starts_with("<patch") ? std::string() : phrase);
                QCOMPARE(characters(read->plain, region.begin), entity["span"][0].get<std::ptrdiff_t>());
                QCOMPARE(characters(read->plain, region.end), entity["span"][1].get<std::ptrdiff_t>());
            }
        }
        QCOMPARE(read->regions.size(), at);
    }
}

void TestGrounding::florenceTextsAreReadAsTheModelsProcessorDoes() {
    const Json all = readJson(dataFile("extra/grounding_decode.json"));
    QVERIFY(all["florence2"].size() > 10);
    for (const Json& expected : all["florence2"]) {
        const PixelSize size{expected["image_size_wh"][0], expected["image_size_wh"][1]};
        const auto read = decodeGrounding(expected["text"].get<std::string>(), size, GroundingStyle::Florence2, "text");
        QVERIFY(read.ok());
        std::size_t at = 0;
        for (const Json& instance : expected["instances"]) {
            for (const Json& box : instance["bbox"]) {
                QVERIFY(at < read->regions.size());
                const GroundedRegion& region = read->regions[at++];
                QCOMPARE(region.phrase, instance["cat_name"].get<std::string>());
                // The processor cuts off what is behind the point.
                std::array<double, 4> found = cornersOf(region.box);
                for (double& each : found) each = std::trunc(each + 1e-9);
                const std::array<double, 4> corners = box;
                QCOMPARE(found, corners);
            }
        }
        QCOMPARE(read->regions.size(), at);
    }
}

void TestGrounding::picturesAreResizedAsQwenDoes() {
    int compared = 0;
    const Json all = readJson(dataFile("extra/grounding_decode.json"));
    QVERIFY(all["qwen_smart_resize"].size() > 10);
    for (const Json& expected : all["qwen_smart_resize"]) {
        const PixelSize resized = smartResized({expected["width"], expected["height"]}, expected["factor"]);
        QCOMPARE(resized.height, expected["resized_height_width"][0].get<int>());
        QCOMPARE(resized.width, expected["resized_height_width"][1].get<int>());
        ++compared;
    }
    QCOMPARE(compared, 19);
}

void TestGrounding::qwen3WritesThousandths() {
    const std::string text = encodeGrounding({{10, 20, 100.5, 200.25}, "a man"}, {320, 240}, GroundingStyle::Qwen3Vl);
    QCOMPARE(text, std::string(R"({"bbox_2d": [31, 83, 345, 918], "label": "a man"})"));
}

void TestGrounding::severalShikraBoxesAreRead() {
    for (const char* text :
         {"two dogs [0.1,0.2,0.3,0.4;0.5,0.6,0.7,0.8] play.", "two dogs [0.1,0.2,0.3,0.4];[0.5,0.6,0.7,0.8] play."}) {
        const auto read = decodeGrounding(text, {100, 100}, GroundingStyle::Shikra, "text");
        QVERIFY(read.ok());
        QCOMPARE(read->regions.size(), std::size_t{2});
        QCOMPARE(read->regions[1].phrase, std::string("two dogs"));
        QVERIFY(distance(cornersOf(read->regions[1].box), {50, 60, 70, 80}) < 1e-9);
        QVERIFY(read->saysMore);
    }
}

void TestGrounding::jsonListsInAFenceAreRead() {
    const auto read =
        decodeGrounding("```json\n[{\"bbox_2d\": [0, 0, 500, 500], \"label\": \"a\"}, {\"bbox_2d\": [500, 0, 1000, 1000]}]\n```",
                        {200, 100}, GroundingStyle::Qwen3Vl, "text");
    QVERIFY(read.ok());
    QCOMPARE(read->regions.size(), std::size_t{2});
    QVERIFY(distance(cornersOf(read->regions[0].box), {0, 0, 100, 50}) < 1e-9);
    QCOMPARE(read->regions[0].phrase, std::string("a"));
    QVERIFY(!read->saysMore);
}

void TestGrounding::numbersBeyondTheGridAreRefused_data() {
    QTest::addColumn<QString>("style");
    QTest::addColumn<QString>("text");
    QTest::newRow("fraction above one") << QStringLiteral("shikra") << QStringLiteral("a [0.1,0.2,1.3,0.4]");
    QTest::newRow("negative fraction") << QStringLiteral("shikra") << QStringLiteral("a [-0.1,0.2,0.3,0.4]");
    QTest::newRow("patch") << QStringLiteral("kosmos2")
                           << QStringLiteral("<object><patch_index_0000><patch_index_1024></object>");
    QTest::newRow("bin") << QStringLiteral("florence2") << QStringLiteral("a<loc_1><loc_2><loc_3><loc_1000>");
    QTest::newRow("thousandth") << QStringLiteral("qwen_vl") << QStringLiteral("<ref>a</ref><box>(1,2),(3,1001)</box>");
    QTest::newRow("json") << QStringLiteral("qwen3_vl") << QStringLiteral(R"({"bbox_2d": [1, 2, 3, 1001], "label": "a"})");
    QTest::newRow("json of three") << QStringLiteral("qwen2_5_vl") << QStringLiteral(R"({"bbox_2d": [1, 2, 3], "label": "a"})");
    QTest::newRow("json label") << QStringLiteral("qwen2_5_vl") << QStringLiteral(R"({"bbox_2d": [1, 2, 3, 4], "label": 7})");
    QTest::newRow("broken json") << QStringLiteral("qwen2_5_vl") << QStringLiteral(R"({"bbox_2d": [1, 2, 3, 4})");
}

void TestGrounding::numbersBeyondTheGridAreRefused() {
    QFETCH(QString, style);
    QFETCH(QString, text);
    const auto read = decodeGrounding(text.toStdString(), {100, 100}, *groundingStyle(style.toStdString()), "a.jsonl, line 3");
    QVERIFY(!read.ok());
    RB_REFUSED(read.error(), "a.jsonl, line 3");
}

void TestGrounding::brokenMarksAreText_data() {
    QTest::addColumn<QString>("style");
    QTest::addColumn<QString>("text");
    QTest::newRow("shikra") << QStringLiteral("shikra") << QStringLiteral("a [0.1,0.2,0.3] b [nan,0,0,0] [");
    QTest::newRow("kosmos2") << QStringLiteral("kosmos2") << QStringLiteral("<phrase>a<object><patch_index_0001>");
    QTest::newRow("huge index") << QStringLiteral("kosmos2")
                                << QStringLiteral("<object><patch_index_99999999999><patch_index_1></object>");
    QTest::newRow("qwen_vl") << QStringLiteral("qwen_vl") << QStringLiteral("<ref>a</ref><box>(1,2)</box>");
    QTest::newRow("florence2") << QStringLiteral("florence2") << QStringLiteral("a<loc_1><loc_2><loc_3>");
    QTest::newRow("qwen3_vl") << QStringLiteral("qwen3_vl") << QStringLiteral("{a}");
}

void TestGrounding::brokenMarksAreText() {
    QFETCH(QString, style);
    QFETCH(QString, text);
    const auto read = decodeGrounding(text.toStdString(), {100, 100}, *groundingStyle(style.toStdString()), "text");
    QVERIFY(read.ok());
    QVERIFY(read->regions.empty());
    QCOMPARE(read->plain, text.toStdString());
}

void TestGrounding::boxesOutsideAreCutOff() {
    QCOMPARE(encodeGrounding({{-50, -1, 1000, 1000}, "a"}, {100, 200}, GroundingStyle::Qwen3Vl),
             std::string(R"({"bbox_2d": [0, 0, 1000, 1000], "label": "a"})"));
    QCOMPARE(encodeGrounding({{300, 300, 5, 5}, "a"}, {100, 200}, GroundingStyle::Kosmos2),
             std::string("<phrase>a</phrase><object><patch_index_1023><patch_index_1023></object>"));
}

QTEST_GUILESS_MAIN(TestGrounding)
#include "test_grounding.moc"
