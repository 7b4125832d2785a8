#include "core/formats/json_list.h"
#include "tests/core/formats/datasets/golden_pictures.h"

using namespace rb::formats;
using namespace rb::formats::test;
using Kind = rb::geometry::Shape2::Kind;

class TestCocoWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void instancesHoldEveryRegion();
    void twinHoldsACaptionAnEntry();
    void boxesOfTheSamePixelsShareAnImageOfTheTwin();
    void noPicturesAreEmptyLists();
    void goldenRecordsComeBack();
    void masksAndUnknownKeysComeBack();
    void movedBoxesLoseTheirMask();
    void keysOfOtherFormatsStayBehind();
    void twinOfAnotherSetIsLeftAlone();
};

static RegionRecord region(const rb::geometry::Shape2& shape, const std::string& label,
                           const std::vector<std::string>& captions) {
    RegionRecord made;
    made.shape = shape;
    made.label = label;
    for (const std::string& text : captions) made.captions.push_back(textCaption(text));
    return made;
}

static RegionRecord boxAt(double x, const std::string& label, const std::vector<std::string>& captions) {
    return region(rb::geometry::boxShape({x, 20.25, 30.125, 40}), label, captions);
}

static PictureRecord picture(const std::string& path, std::vector<RegionRecord> regions) {
    PictureRecord made;
    made.path = path;
    made.width = 640;
    made.height = 480;
    made.regions = std::move(regions);
    return made;
}

/// Two pictures without ids of their own, as a project made by hand has them.
static std::vector<PictureRecord> sample() {
    std::vector<PictureRecord> pictures{
        picture("images/größe 1.jpg", {boxAt(0.1, "lion", {"a lion \"rests\"", "ein Löwe 🦁"}), boxAt(200, "", {"first draft"}),
                                       boxAt(300, "tree", {})}),
        picture("images/second.png", {region(rb::geometry::boxShape({5, 6, 7, 8}), "lion", {"only a draft"})})};
    pictures[0].captions.push_back(textCaption("the savanna"));
    return pictures;
}

static Json written(const QTemporaryDir& folder, const char* name) {
    return Json::parse(bytesOf(pathOf(folder) / name), nullptr, false);
}

void TestCocoWriter::instancesHoldEveryRegion() {
    QTemporaryDir folder;
    QVERIFY(writeAll(cocoFormat(), sample(), folder).ok());
    const Json expected = Json::parse(R"({"info": {}, "licenses": [], "images": [
        {"id": 1, "width": 640, "height": 480, "file_name": "images/größe 1.jpg"},
        {"id": 2, "width": 640, "height": 480, "file_name": "images/second.png"}],
      "annotations": [
        {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0.1, 20.25, 30.125, 40.0], "area": 1205.0, "segmentation": [],
         "iscrowd": 0, "caption": "a lion \"rests\"", "captions": ["a lion \"rests\"", "ein Löwe 🦁"]},
        {"id": 2, "image_id": 1, "category_id": 2, "bbox": [200.0, 20.25, 30.125, 40.0], "area": 1205.0, "segmentation": [],
         "iscrowd": 0, "caption": "first draft", "captions": ["first draft"]},
        {"id": 3, "image_id": 1, "category_id": 3, "bbox": [300.0, 20.25, 30.125, 40.0], "area": 1205.0, "segmentation": [],
         "iscrowd": 0, "caption": "", "captions": []},
        {"id": 4, "image_id": 2, "category_id": 1, "bbox": [5.0, 6.0, 7.0, 8.0], "area": 56.0, "segmentation": [],
         "iscrowd": 0, "caption": "only a draft", "captions": ["only a draft"]}],
      "categories": [
        {"id": 1, "name": "lion", "supercategory": ""},
        {"id": 2, "name": "region", "supercategory": ""},
        {"id": 3, "name": "tree", "supercategory": ""}]})");
    QCOMPARE(written(folder, "set.json").dump(), expected.dump());
}

void TestCocoWriter::twinHoldsACaptionAnEntry() {
    QTemporaryDir folder;
    QVERIFY(writeAll(cocoFormat(), sample(), folder).ok());
    const Json expected = Json::parse(R"({"info": {}, "licenses": [], "images": [
        {"id": 1, "width": 640, "height": 480, "file_name": "images/größe 1.jpg"},
        {"id": "1_box_0_20_30_40", "width": 640, "height": 480, "file_name": "images/größe 1.jpg"},
        {"id": "1_box_200_20_30_40", "width": 640, "height": 480, "file_name": "images/größe 1.jpg"},
        {"id": "2_box_5_6_7_8", "width": 640, "height": 480, "file_name": "images/second.png"}],
      "annotations": [
        {"id": 1, "image_id": 1, "caption": "the savanna"},
        {"id": 2, "image_id": "1_box_0_20_30_40", "caption": "a lion \"rests\""},
        {"id": 3, "image_id": "1_box_0_20_30_40", "caption": "ein Löwe 🦁"},
        {"id": 4, "image_id": "1_box_200_20_30_40", "caption": "first draft"},
        {"id": 5, "image_id": "2_box_5_6_7_8", "caption": "only a draft"}]})");
    QCOMPARE(written(folder, "set_captions.json").dump(), expected.dump());
}

void TestCocoWriter::boxesOfTheSamePixelsShareAnImageOfTheTwin() {
    QTemporaryDir folder;
    const std::vector<PictureRecord> pictures{
        picture("zz.png", {boxAt(9.25, "", {"at 9.25"}), boxAt(9.75, "", {"at 9.75"}), boxAt(-0.5, "", {"at -0.5"})})};
    QVERIFY(writeAll(cocoFormat(), pictures, folder).ok());
    const Json twin = written(folder, "set_captions.json");
    std::vector<std::string> images, annotations;
    for (const Json& image : twin["images"]) images.push_back(image["id"]);
    for (const Json& each : twin["annotations"])
        if (each["image_id"] == "1_box_9_20_30_40") annotations.push_back(each["caption"]);
    QCOMPARE(images, (std::vector<std::string>{"1_box_9_20_30_40", "1_box_0_20_30_40"}));
    QCOMPARE(annotations, (std::vector<std::string>{"at 9.25", "at 9.75"}));
}

void TestCocoWriter::noPicturesAreEmptyLists() {
    QTemporaryDir folder;
    QVERIFY(writeAll(cocoFormat(), {}, folder).ok());
    QCOMPARE(written(folder, "set.json").dump(),
             std::string(R"({"info":{},"licenses":[],"images":[],"annotations":[],"categories":[]})"));
    const Reading reading = readAll(cocoFormat(), pathOf(folder) / "set.json");
    QVERIFY(reading.status.ok() && reading.pictures.empty());
}

void TestCocoWriter::goldenRecordsComeBack() {
    std::vector<PictureRecord> golden = goldenPictures();
    golden[1].captions.push_back(textCaption("a park\nwith a dog"));
    golden[2].regions[0].score = 0.25;
    golden[2].regions[1].shape = rb::geometry::rotatedBox({100.1, 50.2, 40.3, 20.7}, 33.3);
    golden.push_back(picture("nothing/here.png", {}));
    golden.back().id = "7";
    QTemporaryDir folder;
    QVERIFY(writeAll(cocoFormat(), golden, folder).ok());
    Reading reading = readAll(cocoFormat(), pathOf(folder) / "set.json");
    QVERIFY(reading.status.ok());
    for (PictureRecord& each : golden) each.split.clear();
    QCOMPARE(reading.pictures.size(), golden.size());
    for (std::size_t i = 0; i < golden.size(); ++i) QVERIFY(reading.pictures[i] == golden[i]);
    const Json turned = written(folder, "set.json")["annotations"][6];
    QCOMPARE(turned["segmentation"][0].size(), std::size_t{8});
    QVERIFY(turned["bbox"][2].get<double>() > 40.3);
}

void TestCocoWriter::masksAndUnknownKeysComeBack() {
    const Reading odd = readAll(cocoFormat(), dataFile("extra/coco_odd.json"));
    QTemporaryDir folder;
    QVERIFY(writeAll(cocoFormat(), odd.pictures, folder).ok());
    std::map<int, nlohmann::json> again;
    for (const auto& each : listOf(pathOf(folder) / "set.json", "annotations")) again[each["id"]] = each;
    for (const auto& original : listOf(dataFile("extra/coco_odd.json"), "annotations")) {
        const nlohmann::json& each = again.at(original["id"]);
        for (const char* key : {"image_id", "bbox", "segmentation", "iscrowd", "caption"}) QVERIFY(each[key] == original[key]);
    }
    QVERIFY(readAll(cocoFormat(), pathOf(folder) / "set.json").pictures == odd.pictures);
}

void TestCocoWriter::movedBoxesLoseTheirMask() {
    Reading odd = readAll(cocoFormat(), dataFile("extra/coco_odd.json"));
    std::size_t masks = 0;
    for (PictureRecord& picture : odd.pictures)
        for (RegionRecord& each : picture.regions) each.shape = rb::geometry::moved(each.shape, 1, 0);
    QTemporaryDir folder;
    QVERIFY(writeAll(cocoFormat(), odd.pictures, folder).ok());
    for (const auto& each : listOf(pathOf(folder) / "set.json", "annotations")) masks += !each["segmentation"].empty();
    QCOMPARE(masks, std::size_t{0});
}

void TestCocoWriter::keysOfOtherFormatsStayBehind() {
    std::vector<PictureRecord> pictures = sample();
    pictures[1].extra = R"({"labelme":{"flags":{"a":true}},"coco":{"license":2,"width":5}})";
    pictures[1].regions[0].extra = R"({"labelme":{"group_id":7},"coco":{"attributes":{"b":1},"id":77}})";
    QTemporaryDir folder;
    QVERIFY(writeAll(cocoFormat(), pictures, folder).ok());
    const Json set = written(folder, "set.json");
    QCOMPARE(set["images"][1].dump(),
             std::string(R"({"id":2,"width":640,"height":480,"file_name":"images/second.png","license":2})"));
    const Json& annotation = set["annotations"][3];
    QVERIFY(!annotation.contains("labelme") && !annotation.contains("group_id"));
    QCOMPARE(annotation["attributes"].dump(), std::string(R"({"b":1})"));
    QCOMPARE(annotation["id"].get<int>(), 4);
}

void TestCocoWriter::twinOfAnotherSetIsLeftAlone() {
    QTemporaryDir folder;
    QVERIFY(writeAll(cocoFormat(), sample(), folder).ok());
    writeFile(folder, "set_captions.json", R"({"images": [{"id": 1, "file_name": "other.png"}],
        "annotations": [{"id": 1, "image_id": 1, "caption": "x"}]})");
    const Reading reading = readAll(cocoFormat(), pathOf(folder) / "set.json");
    QVERIFY(reading.status.ok());
    QVERIFY(reading.pictures.at(0).captions.empty());
}

QTEST_GUILESS_MAIN(TestCocoWriter)
#include "test_coco_writer.moc"
