#include "core/formats/json_list.h"
#include "tests/core/formats/datasets/golden_pictures.h"

using namespace rb::formats;
using namespace rb::formats::test;
using nlohmann::json;

class TestRegionBlipFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenRegionsAreRead();
    void oddBoxesAreAsStored();
    void sameBoxesAreOneRegion();
    void oneEntryACaption();
    void sameFileNamesFallBackToNumbers();
    void boxesReadBackExactly();
    void noPicturesAreAnEmptyList();
    void goldenRecordsComeBack();
    void wrongFilesAreRefused_data();
    void wrongFilesAreRefused();
};

/// The golden ones and the first caption of each.
static void compareGolden(const Reading& reading, bool allCaptions) {
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.regionCount(), std::size_t{7});
    std::map<std::string, std::size_t> next;
    for (const GoldenRegion& golden : goldenRegions()) {
        const PictureRecord* picture = reading.picture(golden.image);
        QVERIFY(picture);
        const RegionRecord& region = picture->regions.at(next[golden.image]++);
        QVERIFY(distance(cornersOf(region), golden.corners) < 1e-9);
        QCOMPARE(textsOf(region.captions), allCaptions ? golden.captions : std::vector<std::string>{golden.captions.front()});
    }
}

void TestRegionBlipFormat::goldenRegionsAreRead() {
    const Reading reading = readAll(regionBlipFormat(), dataFile("regionblip/regions.json"));
    compareGolden(reading, false);
    QCOMPARE(reading.picture("kitchen_581857.jpg")->id, std::string("581857"));
}

void TestRegionBlipFormat::oddBoxesAreAsStored() {
    const Reading reading = readAll(regionBlipFormat(), dataFile("extra/regionblip_odd.json"));
    QVERIFY(reading.status.ok());
    std::map<std::string, std::array<double, 4>> stored; // captions are different in each picture
    for (const json& each : listOf(dataFile("extra/expected_extra.json"), "coco_odd.json"))
        stored[std::to_string(each["image_id"].get<int>()) + each["caption"].get<std::string>()] = each["bbox_xyxy"];
    for (const PictureRecord& picture : reading.pictures)
        for (const RegionRecord& region : picture.regions)
            QVERIFY(distance(cornersOf(region), stored.at(picture.id + region.captions.at(0).text)) < 1e-9);
    QCOMPARE(reading.regionCount(), readJson(dataFile("extra/regionblip_odd.json")).size());
}

void TestRegionBlipFormat::sameBoxesAreOneRegion() {
    QTemporaryDir folder;
    const Reading reading = readAll(regionBlipFormat(), writeFile(folder, "a.json", R"([
        {"image": "a.png", "image_id": "a", "bbox": [1, 2, 3, 4], "caption": "one", "source": "x"},
        {"image": "b.png", "bbox": [1, 2, 3, 4], "caption": "elsewhere"},
        {"image": "a.png", "image_id": "a", "bbox": [1, 2, 3, 4.5], "caption": "other"},
        {"image": "a.png", "image_id": "a", "bbox": [1.0, 2, 3, 4], "caption": "two"},
        {"image": "a.png", "image_id": "a", "bbox": [0, 0, 9, 9], "caption": ""}])"));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{2});
    QCOMPARE(reading.pictures[0].regions.size(), std::size_t{3});
    QCOMPARE(textsOf(reading.pictures[0].regions[0].captions), (std::vector<std::string>{"one", "two"}));
    QCOMPARE(reading.pictures[0].regions[0].extra, std::string(R"({"regionblip":{"source":"x"}})"));
    QVERIFY(reading.pictures[0].regions[2].captions.empty());
}

static PictureRecord picture(const std::string& path, const std::vector<std::pair<double, std::vector<std::string>>>& regions) {
    PictureRecord made;
    made.path = path;
    for (const auto& [x, captions] : regions) {
        RegionRecord region;
        region.shape = rb::geometry::boxShape({x, 20.25, 30.125, 40});
        for (const std::string& text : captions) region.captions.push_back(textCaption(text));
        made.regions.push_back(std::move(region));
    }
    return made;
}

static std::vector<PictureRecord> sample() {
    return {picture("images/größe 1.jpg", {{0.1, {"a lion \"rests\"", "ein Löwe 🦁"}}, {200, {"first draft"}}, {300, {}}}),
            picture("images/second.png", {{5, {"only a draft"}}})};
}

static Json written(const std::vector<PictureRecord>& pictures, const QTemporaryDir& folder) {
    if (!writeAll(regionBlipFormat(), pictures, folder).ok()) return {};
    return Json::parse(bytesOf(pathOf(folder) / "set.json"), nullptr, false);
}

void TestRegionBlipFormat::oneEntryACaption() {
    QTemporaryDir folder;
    const Json expected = Json::parse(R"([
        {"image": "images/größe 1.jpg", "image_id": "größe 1", "bbox": [0.1, 20.25, 30.125, 40.0], "caption": "a lion \"rests\""},
        {"image": "images/größe 1.jpg", "image_id": "größe 1", "bbox": [0.1, 20.25, 30.125, 40.0], "caption": "ein Löwe 🦁"},
        {"image": "images/größe 1.jpg", "image_id": "größe 1", "bbox": [200.0, 20.25, 30.125, 40.0], "caption": "first draft"},
        {"image": "images/second.png", "image_id": "second", "bbox": [5.0, 20.25, 30.125, 40.0], "caption": "only a draft"}])");
    QCOMPARE(written(sample(), folder).dump(), expected.dump());
    QVERIFY(bytesOf(pathOf(folder) / "set.json").find("\"bbox\":[0.1,20.25,30.125,40.0]") != std::string::npos);
}

void TestRegionBlipFormat::sameFileNamesFallBackToNumbers() {
    std::vector<PictureRecord> pictures = sample();
    pictures.push_back(picture("other/second.jpg", {{1, {"another"}}}));
    QTemporaryDir folder;
    std::vector<std::string> ids;
    for (const Json& entry : written(pictures, folder)) ids.push_back(entry["image_id"]);
    QCOMPARE(ids, (std::vector<std::string>{"1", "1", "1", "2", "3"}));
}

void TestRegionBlipFormat::boxesReadBackExactly() {
    const std::vector<double> values{0.1, 1.0 / 3, -5e-324, 123456789.12345679, 0.30000000000000004, 1e8};
    std::vector<std::pair<double, std::vector<std::string>>> regions;
    for (const double value : values) regions.push_back({value, {"exact"}});
    QTemporaryDir folder;
    QVERIFY(writeAll(regionBlipFormat(), {picture("zz.png", regions)}, folder).ok());
    const Reading reading = readAll(regionBlipFormat(), pathOf(folder) / "set.json");
    QVERIFY(reading.status.ok());
    for (std::size_t i = 0; i < values.size(); ++i) QCOMPARE(reading.pictures.at(0).regions.at(i).shape.box.x, values[i]);
}

void TestRegionBlipFormat::noPicturesAreAnEmptyList() {
    QTemporaryDir folder;
    QCOMPARE(written({}, folder).dump(), std::string("[]"));
    QVERIFY(readAll(regionBlipFormat(), pathOf(folder) / "set.json").status.ok());
}

void TestRegionBlipFormat::goldenRecordsComeBack() {
    QTemporaryDir folder;
    QVERIFY(writeAll(regionBlipFormat(), goldenPictures(), folder).ok());
    const Reading reading = readAll(regionBlipFormat(), pathOf(folder) / "set.json");
    compareGolden(reading, true);
    for (const PictureRecord& expected : goldenPictures()) QCOMPARE(reading.picture(expected.path)->id, expected.id);
}

void TestRegionBlipFormat::wrongFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* bytes, const char* part) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(part);
    };
    row("no image", R"([{"bbox": [1, 2, 3, 4], "caption": "a"}])", "record 1: image");
    row("no caption", R"([{"image": "a.png", "bbox": [1, 2, 3, 4]}])", "record 1: caption");
    row("box of text", R"([{"image": "a.png", "bbox": "1,2,3,4", "caption": "a"}])", "record 1: bbox");
    row("absolute path", R"([{"image": "/etc/passwd", "bbox": [1, 2, 3, 4], "caption": "a"}])", "absolute");
    row("object", R"({"images": [{"id": 1}]})", "list");
    row("text", R"("a")", "list");
    row("deep", bytesOf(hostileFile("deep.json")).c_str(), "deep");
}

void TestRegionBlipFormat::wrongFilesAreRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, part);
    QTemporaryDir folder;
    const std::filesystem::path path = writeFile(folder, "wrong.json", bytes.toStdString());
    compareRefusal(readAll(regionBlipFormat(), path).status, path, part.toStdString());
}

QTEST_GUILESS_MAIN(TestRegionBlipFormat)
#include "test_regionblip_format.moc"
