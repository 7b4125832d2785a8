#include "tests/core/formats/datasets/golden_pictures.h"

using namespace rb::formats;
using namespace rb::formats::test;
using nlohmann::json;

class TestVisualGenomeFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenRegionsAreRead_data();
    void goldenRegionsAreRead();
    void oddRegionsAreAsStored();
    void picturesWithoutDataAreNamedById();
    void goldenRecordsComeBackAsWholePixels();
    void oddFilesComeBackEqual();
    void wrongFilesAreRefused_data();
    void wrongFilesAreRefused();
};

static std::array<double, 4> readBack(const GoldenRegion& golden) { return golden.readBack["visual_genome"]; }

void TestVisualGenomeFormat::goldenRegionsAreRead_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("image_id on top") << QStringLiteral("visual_genome/region_descriptions.json");
    QTest::newRow("id on top") << QStringLiteral("visual_genome/region_descriptions_id.json");
    QTest::newRow("folder") << QStringLiteral("visual_genome");
}

void TestVisualGenomeFormat::goldenRegionsAreRead() {
    QFETCH(const QString, name);
    const Reading reading = readAll(visualGenomeFormat(), dataFile(name.toStdString()));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{3});
    QCOMPARE(reading.regionCount(), std::size_t{7});
    for (const GoldenRegion& golden : goldenRegions()) {
        const RegionRecord* region = regionOf(reading.pictures, golden.id);
        QVERIFY(region);
        QVERIFY(cornersOf(*region) == readBack(golden));
        QCOMPARE(textsOf(region->captions), (std::vector<std::string>{golden.captions.front()}));
        QCOMPARE(region->extra, std::string());
    }
    const PictureRecord* street = reading.picture("VG_100K/42.jpg");
    QVERIFY(street && reading.picture("VG_100K_2/137.jpg"));
    QCOMPARE(street->path, std::string("VG_100K/42.jpg"));
    QCOMPARE(street->id, std::string("42"));
    QCOMPARE(street->width, 320);
    QCOMPARE(street->height, 240);
}

void TestVisualGenomeFormat::oddRegionsAreAsStored() {
    const Reading reading = readAll(visualGenomeFormat(), dataFile("extra/visual_genome_odd/region_descriptions.json"));
    QVERIFY(reading.status.ok());
    const char* name = "visual_genome_odd/region_descriptions.json";
    const std::vector<json> expected = listOf(dataFile("extra/expected_extra.json"), name);
    QCOMPARE(reading.regionCount(), expected.size());
    QCOMPARE(expected.size(), std::size_t{15});
    for (const json& each : expected) {
        const RegionRecord* region = regionOf(reading.pictures, std::to_string(each["region_id"].get<int>()));
        QVERIFY(region);
        QVERIFY((cornersOf(*region) == each["bbox_xyxy"].get<std::array<double, 4>>()));
        QCOMPARE(region->captions.at(0).text, each["phrase_as_stored"].get<std::string>());
        const auto holds = [&](const PictureRecord& picture) { return regionOf({picture}, region->id) != nullptr; };
        const auto owner = std::find_if(reading.pictures.begin(), reading.pictures.end(), holds);
        QCOMPARE(owner->id, std::to_string(each["image_id"].get<int>()));
    }
    QVERIFY(!reading.picture("777137.jpg"));
}

void TestVisualGenomeFormat::picturesWithoutDataAreNamedById() {
    QTemporaryDir folder;
    std::filesystem::copy_file(dataFile("visual_genome/region_descriptions.json"), pathOf(folder) / "region_descriptions.json");
    const Reading reading = readAll(visualGenomeFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{3});
    QCOMPARE(reading.pictures[2].path, std::string("581857.jpg"));
    QCOMPARE(reading.pictures[2].width, 0);
}

void TestVisualGenomeFormat::goldenRecordsComeBackAsWholePixels() {
    std::vector<PictureRecord> golden = goldenPictures();
    golden[0].path = "VG_100K_2/street.jpg";
    golden.push_back(barePicture("deep/er/and/empty.png", 5, 6));
    golden.back().id = "8";
    QTemporaryDir folder;
    QVERIFY(writeAll(visualGenomeFormat(), golden, folder).ok());
    const Reading reading = readAll(visualGenomeFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), golden.size());
    for (std::size_t i = 0; i < golden.size(); ++i) {
        QCOMPARE(reading.pictures[i].path, golden[i].path);
        QCOMPARE(reading.pictures[i].id, golden[i].id);
        QCOMPARE(reading.pictures[i].width, golden[i].width);
        QCOMPARE(reading.pictures[i].height, golden[i].height);
        QCOMPARE(reading.pictures[i].regions.size(), golden[i].regions.size());
    }
    for (const GoldenRegion& each : goldenRegions()) {
        const RegionRecord* region = regionOf(reading.pictures, each.id);
        QVERIFY(region);
        QVERIFY(cornersOf(*region) == readBack(each));
        QCOMPARE(textsOf(region->captions), (std::vector<std::string>{each.captions.front()}));
    }
}

void TestVisualGenomeFormat::oddFilesComeBackEqual() {
    QTemporaryDir source, target;
    writeFile(source, "image_data.json", R"([{"image_id": 1, "width": 8, "height": 9, "url": "https://x.org/rak/VG_100K/1.jpg",
        "coco_id": 5, "flickr_id": null}])");
    const std::filesystem::path file = writeFile(source, "region_descriptions.json",
        R"([{"image_id": 1, "regions": [{"region_id": 3, "image_id": 1, "x": -2, "y": 1, "width": 0, "height": -4,
        "phrase": " a ", "synsets": [{"synset_name": "a.n.01"}]}]}])");
    const Reading first = readAll(visualGenomeFormat(), file);
    QVERIFY(first.status.ok());
    QCOMPARE(first.pictures.at(0).path, std::string("VG_100K/1.jpg"));
    QVERIFY(writeAll(visualGenomeFormat(), first.pictures, target).ok());
    for (const char* name : {"image_data.json", "region_descriptions.json"})
        QCOMPARE(readJson(pathOf(target) / name).dump(), readJson(pathOf(source) / name).dump());
}

void TestVisualGenomeFormat::wrongFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* bytes, const char* part) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(part);
    };
    row("no regions", R"([{"image_id": 1}])", "entry 1: regions");
    row("no id anywhere",
        R"([{"regions": [{"region_id": 1, "x": 1, "y": 1, "width": 1, "height": 1, "phrase": "a"}]}])", "region 1: image_id");
    row("no x", R"([{"id": 1, "regions": [{"region_id": 1, "y": 1, "width": 1, "height": 1, "phrase": "a"}]}])", "region 1: x");
    row("no phrase", R"([{"id": 1, "regions": [{"region_id": 1, "x": 1, "y": 1, "width": 1, "height": 1}]}])", "phrase");
    row("id that leaves the folder", R"([{"id": "../1", "regions": []}])", "leaves");
    row("object", R"({"images": [{"id": 1}]})", "list");
    row("number", "5", "list");
    row("deep", bytesOf(hostileFile("deep.json")).c_str(), "deep");
}

void TestVisualGenomeFormat::wrongFilesAreRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, part);
    QTemporaryDir folder;
    const std::filesystem::path path = writeFile(folder, "region_descriptions.json", bytes.toStdString());
    compareRefusal(readAll(visualGenomeFormat(), path).status, path, part.toStdString());
}

QTEST_GUILESS_MAIN(TestVisualGenomeFormat)
#include "test_visual_genome_format.moc"
