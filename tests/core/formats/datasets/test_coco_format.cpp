#include "tests/core/formats/datasets/golden_pictures.h"

using namespace rb::formats;
using namespace rb::formats::test;
using nlohmann::json;
using Kind = rb::geometry::Shape2::Kind;

class TestCocoFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void instancesHoldEveryGoldenRegion();
    void captionsAreOfPictures();
    void idsOfBoxesBecomeRegions();
    void resultsNeedNoImages();
    void oddBoxesAreAsStored();
    void outlinesDecideTheShape_data();
    void outlinesDecideTheShape();
    void unknownKeysAreKept();
    void imagesMayComeAfterAnnotations();
    void orphansAreCounted();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void wrongFieldsAreRefused_data();
    void wrongFieldsAreRefused();
};

static Reading readCocoFile(const char* name) { return readAll(cocoFormat(), dataFile(name)); }

static std::string file(const std::string& annotation, const std::string& more = {}) {
    return R"({"images": [{"id": 1, "width": 100, "height": 80, "file_name": "a.png")" + more +
           R"(}], "categories": [{"id": 3, "name": "dog"}], "annotations": [)" + annotation + "]}";
}

void TestCocoFormat::instancesHoldEveryGoldenRegion() {
    const Reading reading = readCocoFile("coco/instances.json");
    QVERIFY(reading.status.ok());
    std::vector<PictureRecord> golden = goldenPictures();
    QCOMPARE(reading.pictures.size(), golden.size());
    QCOMPARE(reading.regionCount(), std::size_t{7});
    for (const PictureRecord& picture : golden) {
        const PictureRecord* read = reading.picture(picture.path);
        QVERIFY(read);
        QCOMPARE(read->id, picture.id);
        QCOMPARE(read->width, picture.width);
        QCOMPARE(read->height, picture.height);
        for (std::size_t i = 0; i < picture.regions.size(); ++i) {
            const RegionRecord &expected = picture.regions[i], &region = read->regions.at(i);
            QCOMPARE(region.id, expected.id);
            QCOMPARE(region.label, expected.label);
            QVERIFY(region.shape.kind == expected.shape.kind);
            QVERIFY(region.shape.points == expected.shape.points);
            QVERIFY(distance(cornersOf(region), cornersOf(expected)) < 1e-9);
            QVERIFY(region.captions == expected.captions);
            QCOMPARE(region.extra, std::string());
        }
    }
}

void TestCocoFormat::captionsAreOfPictures() {
    const Reading reading = readCocoFile("coco/captions.json");
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{3});
    QCOMPARE(reading.regionCount(), std::size_t{0});
    QCOMPARE(textsOf(reading.picture("kitchen_581857.jpg")->captions),
             (std::vector<std::string>{"the bottle's green glass; it's half-full", "second bottle"}));
}

void TestCocoFormat::idsOfBoxesBecomeRegions() {
    const Reading reading = readCocoFile("coco/captions_regions.json");
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{3});
    QCOMPARE(reading.regionCount(), std::size_t{7});
    for (const GoldenRegion& golden : goldenRegions()) {
        const RegionRecord* region = regionOf(reading.pictures, golden.readBack["synthetic_id"]);
        QVERIFY(region);
        QCOMPARE(textsOf(region->captions), golden.captions);
    }
    QCOMPARE(reading.picture("park_0137.jpg")->id, std::string("137"));
    QVERIFY((cornersOf(*regionOf(reading.pictures, "137_box_33_44_133_211")) == std::array<double, 4>{33, 44, 166, 255}));
}

void TestCocoFormat::resultsNeedNoImages() {
    const Reading reading = readCocoFile("coco/results.json");
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.regionCount(), std::size_t{7});
    QCOMPARE(reading.picture("42.jpg")->id, std::string("42"));
    QCOMPARE(textsOf(regionOf(reading.pictures, "42_box_0_0_320_240")->captions), (std::vector<std::string>{"the whole street"}));
    QTemporaryDir folder;
    const Reading whole = readAll(cocoFormat(), writeFile(folder, "r.json", R"([{"image_id": 9, "caption": "a dog"}])"));
    QVERIFY(whole.status.ok());
    QCOMPARE(textsOf(whole.picture("9.jpg")->captions), (std::vector<std::string>{"a dog"}));
    const Reading escape = readAll(cocoFormat(), writeFile(folder, "e.json", R"([{"image_id": "../9", "caption": "a dog"}])"));
    compareRefusal(escape.status, "e.json", "leaves");
}

void TestCocoFormat::oddBoxesAreAsStored() {
    const Reading reading = readCocoFile("extra/coco_odd.json");
    QVERIFY(reading.status.ok());
    std::size_t checked = 0;
    for (const json& expected : listOf(dataFile("extra/expected_extra.json"), "coco_odd.json")) {
        const RegionRecord* region = regionOf(reading.pictures, std::to_string(expected["id"].get<int>()));
        QVERIFY(region);
        QVERIFY(distance(cornersOf(*region), expected["bbox_xyxy"].get<std::array<double, 4>>()) < 1e-9);
        QCOMPARE(textsOf(region->captions), (std::vector<std::string>{expected["caption"]}));
        QVERIFY(region->shape.kind == Kind::Box);
        ++checked;
    }
    QCOMPARE(reading.regionCount(), checked);
    QVERIFY(checked > 25);
    // The six masks and the two annotations of several polygons.
    QCOMPARE(reading.tally.report().lines[1].what, std::string("regions"));
    QCOMPARE(reading.tally.report().lines[1].changed, 8);
}

void TestCocoFormat::outlinesDecideTheShape_data() {
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("points");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char* name, const char* fields, Kind kind, int points, bool kept) {
        QTest::newRow(name) << QByteArray(fields) << static_cast<int>(kind) << points << kept;
    };
    row("nothing", R"("bbox": [1, 2, 30, 40])", Kind::Box, 0, false);
    row("null", R"("bbox": [1, 2, 30, 40], "segmentation": null)", Kind::Box, 0, false);
    row("rectangle", R"("bbox": [1, 2, 30, 40], "segmentation": [[31, 2, 31, 42, 1, 42, 1, 2]])", Kind::Box, 0, false);
    row("bow tie is no rectangle",
        R"("bbox": [1, 2, 30, 40], "segmentation": [[1, 2, 31, 42, 31, 2, 1, 42]])", Kind::Polygon, 4, false);
    row("triangle", R"("bbox": [1, 2, 30, 40], "segmentation": [[1, 2, 31, 2, 16, 42]])", Kind::Polygon, 3, false);
    row("triangle without the list around it",
        R"("bbox": [1, 2, 30, 40], "segmentation": [1, 2, 31, 2, 16, 42])", Kind::Polygon, 3, false);
    row("triangle and no box", R"("segmentation": [[1, 2, 31, 2, 16, 42]])", Kind::Polygon, 3, false);
    row("triangle elsewhere", R"("bbox": [1, 2, 30, 40], "segmentation": [[5, 2, 31, 2, 16, 42]])", Kind::Box, 0, true);
    row("two points", R"("bbox": [1, 2, 30, 40], "segmentation": [[1, 2, 31, 42]])", Kind::Box, 0, true);
    row("two triangles",
        R"("bbox": [1, 2, 30, 40], "segmentation": [[1, 2, 31, 2, 16, 42], [1, 2, 3, 4, 5, 7]])", Kind::Box, 0, true);
    row("mask", R"("bbox": [1, 2, 30, 40], "segmentation": {"size": [80, 100], "counts": [8000]})", Kind::Box, 0, true);
}

void TestCocoFormat::outlinesDecideTheShape() {
    QFETCH(const QByteArray, fields);
    QFETCH(const int, kind);
    QFETCH(const int, points);
    QFETCH(const bool, kept);
    QTemporaryDir folder;
    const std::string annotation = R"({"id": 5, "image_id": 1, "category_id": 3, )" + fields.toStdString() + "}";
    const Reading reading = readAll(cocoFormat(), writeFile(folder, "a.json", file(annotation)));
    QVERIFY(reading.status.ok());
    const RegionRecord& region = reading.pictures.at(0).regions.at(0);
    QCOMPARE(static_cast<int>(region.shape.kind), kind);
    QCOMPARE(static_cast<int>(region.shape.points.size()), points);
    QVERIFY((cornersOf(region) == std::array<double, 4>{1, 2, 31, 42}));
    QCOMPARE(region.extra.find("segmentation") != std::string::npos, kept);
}

void TestCocoFormat::unknownKeysAreKept() {
    QTemporaryDir folder;
    const std::string annotation =
        R"({"id": 5, "image_id": 1, "category_id": 3, "bbox": [1, 2, 3, 4], "iscrowd": 1, "score": 0.5, )"
        R"("attributes": {"occluded": true}})";
    const Reading reading = readAll(cocoFormat(), writeFile(folder, "a.json", file(annotation, R"(, "license": 4)")));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures[0].extra, std::string(R"({"coco":{"license":4}})"));
    QCOMPARE(reading.pictures[0].regions[0].extra, std::string(R"({"coco":{"attributes":{"occluded":true},"iscrowd":1}})"));
    QCOMPARE(reading.pictures[0].regions[0].score, std::optional(0.5));
}

void TestCocoFormat::imagesMayComeAfterAnnotations() {
    QTemporaryDir folder;
    const Reading reading = readAll(cocoFormat(), writeFile(folder, "a.json", R"({
        "annotations": [
            {"id": "x", "image_id": "k", "bbox": [1, 2, 3, 4], "category_id": 90, "caption": "one", "captions": ["two"]}],
        "categories": [{"id": 90, "name": "brush"}],
        "images": [{"id": "k", "file_name": "sub\\a.png"}, {"id": "empty", "file_name": "b.png"}]})"));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{2});
    QCOMPARE(reading.pictures[0].path, std::string("sub/a.png"));
    QCOMPARE(reading.pictures[0].regions.at(0).label, std::string("brush"));
    QCOMPARE(textsOf(reading.pictures[0].regions[0].captions), (std::vector<std::string>{"one", "two"}));
}

void TestCocoFormat::orphansAreCounted() {
    QTemporaryDir folder;
    const std::string annotation = R"({"id": 5, "image_id": 77, "bbox": [1, 2, 3, 4]})";
    const Reading reading = readAll(cocoFormat(), writeFile(folder, "a.json", file(annotation)));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.regionCount(), std::size_t{0});
    QCOMPARE(reading.tally.report().lines.at(0).what, std::string("regions"));
    QCOMPARE(reading.tally.report().lines.at(0).dropped, 1);
}

void TestCocoFormat::hostileFilesAreRefused_data() {
    QTest::addColumn<QString>("name");
    for (const std::string& name : hostileJson()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void TestCocoFormat::hostileFilesAreRefused() {
    QFETCH(const QString, name);
    const Reading reading = readAll(cocoFormat(), hostileFile(name.toStdString()));
    compareRefusal(reading.status, name.toStdString());
}

void TestCocoFormat::wrongFieldsAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const std::string& bytes, const char* part) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromUtf8(part);
    };
    row("no image_id", file(R"({"id": 1, "bbox": [1, 2, 3, 4]})"), "annotation 1: image_id");
    row("neither box nor outline", file(R"({"id": 1, "image_id": 1, "category_id": 3})"), "annotation 1: bbox");
    row("odd polygon", file(R"({"id": 1, "image_id": 1, "bbox": [1, 2, 3, 4], "segmentation": [[1, 2, 3]]})"), "segmentation");
    row("polygon of texts",
        file(R"({"id": 1, "image_id": 1, "bbox": [1, 2, 3, 4], "segmentation": [["a", "b"]]})"), "segmentation");
    row("mask without box and of lies",
        file(R"({"id": 1, "image_id": 1, "segmentation": {"size": [9, 9], "counts": [82]}})"), "segmentation");
    row("captions of numbers", file(R"({"id": 1, "image_id": 1, "bbox": [1, 2, 3, 4], "captions": [5]})"), "caption 1");
    row("box of three numbers", file(R"({"id": 1, "image_id": 1, "bbox": [1, 2, 3]})"), "4 numbers");
    row("same id twice",
        R"({"images": [{"id": 1, "file_name": "a.png"}, {"id": 1, "file_name": "b.png"}]})", "another picture");
    row("something else", R"({"shapes": [{"label": "dog"}]})", "neither");
    row("cut off", R"({"images": [{"id": 1, "file_na)", "JSON");
}

void TestCocoFormat::wrongFieldsAreRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, part);
    QTemporaryDir folder;
    const std::filesystem::path path = writeFile(folder, "wrong.json", bytes.toStdString());
    compareRefusal(readAll(cocoFormat(), path).status, path, part.toStdString());
}

QTEST_GUILESS_MAIN(TestCocoFormat)
#include "test_coco_format.moc"
