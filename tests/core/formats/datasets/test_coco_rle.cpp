#include "core/base/sha256.h"
#include "core/formats/datasets/rle.h"
#include "tests/core/formats/datasets/golden_pictures.h"

using namespace rb::formats;
using namespace rb::formats::test;
using nlohmann::json;

class TestCocoRle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masksAreThoseOfPycocotools_data();
    void masksAreThoseOfPycocotools();
    void countsGoDownTheColumns();
    void brokenRunsAreRefused_data();
    void brokenRunsAreRefused();
};

static std::string place() { return "annotation 7"; }

void TestCocoRle::masksAreThoseOfPycocotools_data() {
    QTest::addColumn<int>("id");
    int count = 0;
    for (const json& each : listOf(dataFile("extra/expected_extra.json"), "coco_odd.json"))
        if (each.contains("mask_area")) QTest::addRow("%d", ++count) << each["id"].get<int>();
    QCOMPARE(count, 6);
}

void TestCocoRle::masksAreThoseOfPycocotools() {
    QFETCH(const int, id);
    json annotation, expected;
    for (const json& each : listOf(dataFile("extra/coco_odd.json"), "annotations"))
        if (each["id"] == id) annotation = each;
    for (const json& each : listOf(dataFile("extra/expected_extra.json"), "coco_odd.json"))
        if (each["id"] == id) expected = each;
    const rb::Result<Mask> mask = decodeRle(annotation["segmentation"], place());
    QVERIFY(mask.ok());
    QCOMPARE(areaOf(*mask), expected["mask_area"].get<std::int64_t>());
    const std::string bytes(mask->pixels.begin(), mask->pixels.end());
    QCOMPARE(rb::sha256Of(bytes), expected["mask_sha256_row_major"].get<std::string>());
    const rb::geometry::Box2 box = boundsOf(*mask);
    const std::array<double, 4> corners{box.x, box.y, box.x + box.width, box.y + box.height};
    QVERIFY(distance(corners, expected["bbox_xyxy"].get<std::array<double, 4>>()) < 1e-9);
}

void TestCocoRle::countsGoDownTheColumns() {
    // Two rows, three columns: the pixels 1, 2 and 4 of the columns' order.
    const rb::Result<Mask> mask = decodeRle(json::parse(R"({"size": [2, 3], "counts": [1, 2, 1, 1, 1]})"), place());
    QVERIFY(mask.ok());
    QCOMPARE(mask->pixels, (std::vector<std::uint8_t>{0, 1, 1, 1, 0, 0}));
    QVERIFY((boundsOf(*mask) == rb::geometry::Box2{0, 0, 3, 2}));
    const rb::Result<Mask> nothing = decodeRle(json::parse(R"({"size": [2, 2], "counts": [4]})"), place());
    QVERIFY(nothing.ok() && (boundsOf(*nothing) == rb::geometry::Box2{}));
}

void TestCocoRle::brokenRunsAreRefused_data() {
    QTest::addColumn<QByteArray>("rle");
    const auto row = [](const char* name, const char* rle) { QTest::newRow(name) << QByteArray(rle); };
    row("no object", "[1]");
    row("no size", R"({"counts": [4]})");
    row("size of one number", R"({"size": [2], "counts": [4]})");
    row("too few pixels", R"({"size": [2, 2], "counts": [1, 2]})");
    row("too many pixels", R"({"size": [2, 2], "counts": [1, 4]})");
    row("negative run", R"({"size": [2, 2], "counts": [5, -1]})");
    row("fraction", R"({"size": [2, 2], "counts": [3.5, 0.5]})");
    row("huge picture", R"({"size": [1000000, 1000000], "counts": [1000000000000]})");
    row("sizes that overflow", R"({"size": [9223372036854775807, 9223372036854775807], "counts": [1]})");
    row("negative size", R"({"size": [-2, -2], "counts": [4]})");
    row("letter that is none of the code", R"({"size": [2, 2], "counts": "~"})");
    row("text that ends within a number", R"({"size": [2, 2], "counts": "T"})");
    row("number without end", R"({"size": [2, 2], "counts": "oooooooooooooooooooo"})");
    row("compressed negative run", R"({"size": [2, 2], "counts": "O"})");
}

void TestCocoRle::brokenRunsAreRefused() {
    QFETCH(const QByteArray, rle);
    const rb::Result<Mask> mask = decodeRle(json::parse(rle.toStdString()), place());
    QVERIFY(!mask.ok());
    QVERIFY(mask.error().message.starts_with("annotation 7: "));
}

QTEST_GUILESS_MAIN(TestCocoRle)
#include "test_coco_rle.moc"
