#include "tests/core/formats/datasets/golden_pictures.h"

using namespace rb::formats;
using namespace rb::formats::test;
using nlohmann::json;

class TestJsonlFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenRegionsAreRead_data();
    void goldenRegionsAreRead();
    void captionsMayBeObjects();
    void goldenRecordsComeBack();
    void everyFieldComesBack();
    void boxesComeBackToTheLastBit();
    void cornersCountBeforeAnOldBox();
    void plainLinesArePlain();
    void wrongLinesAreRefused_data();
    void wrongLinesAreRefused();
};

static Reading readText(const QTemporaryDir& folder, const std::string& text) {
    return readAll(jsonlFormat(), writeFile(folder, "in.jsonl", text));
}

static void compareRoundTrip(const std::vector<PictureRecord>& pictures) {
    QTemporaryDir folder;
    QVERIFY(writeAll(jsonlFormat(), pictures, folder).ok());
    const Reading reading = readAll(jsonlFormat(), pathOf(folder) / "set.jsonl");
    QVERIFY2(reading.status.ok(), reading.status.ok() ? "" : reading.status.error().message.c_str());
    QCOMPARE(reading.pictures.size(), pictures.size());
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::vector<RegionRecord>&regions = reading.pictures[i].regions, &expected = pictures[i].regions;
        QCOMPARE(regions.size(), expected.size());
        for (std::size_t k = 0; k < expected.size(); ++k) QVERIFY(regions[k] == expected[k]);
        QVERIFY(reading.pictures[i] == pictures[i]);
    }
}

void TestJsonlFormat::goldenRegionsAreRead_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("regions.jsonl");
    QTest::newRow("BOM, CRLF, no last line end") << QStringLiteral("regions_bom_crlf_no_last_newline.jsonl");
}

void TestJsonlFormat::goldenRegionsAreRead() {
    QFETCH(const QString, name);
    const Reading reading = readAll(jsonlFormat(), dataFile("extra/jsonl/" + name.toStdString()));
    QVERIFY(reading.status.ok());
    const std::vector<json> expected = listOf(dataFile("extra/expected_extra.json"), "jsonl/regions.jsonl");
    QCOMPARE(reading.regionCount(), expected.size());
    std::map<std::string, std::size_t> next;
    for (const json& each : expected) {
        const PictureRecord* picture = reading.picture(each["image"]);
        QVERIFY(picture);
        QCOMPARE(picture->width, each["width"].get<int>());
        QCOMPARE(picture->height, each["height"].get<int>());
        const RegionRecord& region = picture->regions.at(next[picture->path]++);
        QVERIFY(distance(cornersOf(region), each["box_xyxy"].get<std::array<double, 4>>()) < 1e-9);
        QCOMPARE(region.label, each["category"].get<std::string>());
        QCOMPARE(textsOf(region.captions), each["captions"].get<std::vector<std::string>>());
    }
}

void TestJsonlFormat::captionsMayBeObjects() {
    QTemporaryDir folder;
    const Reading reading = readText(folder, R"({"image": "a.png", "box_xyxy": [1, 2, 3, 5], "mine": [1], "caption": "first",)"
        R"("captions": ["second", {"text": "third", "state": "accepted", "source": "model", "model": "m", "score": -1.5,)"
        R"("token_scores": [-0.5, -1], "options": {"beams": 5}, "created_at": 12}]})");
    QVERIFY(reading.status.ok());
    const RegionRecord& region = reading.pictures.at(0).regions.at(0);
    QCOMPARE(textsOf(region.captions), (std::vector<std::string>{"first", "second", "third"}));
    QCOMPARE(region.extra, std::string(R"({"jsonl":{"mine":[1]}})"));
    const CaptionRecord& third = region.captions[2];
    QVERIFY(third.state == CaptionRecord::State::Accepted && third.source == CaptionRecord::Source::Model);
    QVERIFY(third.score == -1.5 && third.options == R"({"beams":5})" && third.createdAt == 12 && third.model == "m");
    QVERIFY((third.tokenScores == std::vector<float>{-0.5F, -1.0F}));
    compareRoundTrip(reading.pictures);
}

void TestJsonlFormat::goldenRecordsComeBack() { compareRoundTrip(goldenPictures()); }

static CaptionRecord fullCaption() {
    CaptionRecord caption;
    caption.text = "line one\nline two \"quoted\" 🦁 ";
    caption.state = CaptionRecord::State::Rejected;
    caption.source = CaptionRecord::Source::Human;
    caption.model = "tiny";
    caption.adapter = "cats";
    caption.prompt = "a photo of";
    caption.options = R"({"beams": 5,"b":1})"; // neither compact nor sorted
    caption.score = -0.1;
    caption.tokenScores = {-0.1F, -2.0F / 3};
    caption.editedFrom = "line";
    caption.author = "Zoë";
    caption.createdAt = 1'800'000'000'123;
    caption.changedAt = 1'800'000'000'124;
    return caption;
}

void TestJsonlFormat::everyFieldComesBack() {
    RegionRecord turned, polygon, bare;
    turned.id = "r-1";
    turned.shape = rb::geometry::rotatedBox({0.1, 0.2, 30.3, 40.7}, -33.3);
    turned.label = "cat";
    turned.score = 0.875;
    turned.captions = {fullCaption(), textCaption(""), textCaption("plain")};
    turned.hidden = true;
    turned.locked = true;
    turned.extra = R"({"z":[1,2.5],"ä":null})";
    polygon.shape = rb::geometry::polygon({{-1.5, 2}, {1.0 / 3, 4}, {5, -6}});
    polygon.extra = R"({"z":1,"a":2})";
    bare.shape = rb::geometry::boxShape({3, 4, -5, 0});
    PictureRecord whole = barePicture("sub/größe.jpg", 640, 480);
    whole.id = "007";
    whole.split = "testA";
    whole.captions = {fullCaption(), textCaption("the whole")};
    whole.regions = {turned, polygon, bare};
    whole.extra = R"({"license":4})";
    PictureRecord onlyCaption = barePicture("only.png");
    onlyCaption.captions = {textCaption("words")};
    compareRoundTrip({whole, barePicture("empty.png", 3, 2), barePicture("unknown.png"), onlyCaption});
}

void TestJsonlFormat::boxesComeBackToTheLastBit() {
    PictureRecord picture = barePicture("a.png");
    for (const double value : {0.1, 1.0 / 3, 1e-9, 123456.789, 5e-324, 1e8 + 0.1})
        for (const double size : {0.3, 1e-7, 2.0 / 3, 1e5 + 0.7}) {
            RegionRecord region;
            region.shape = rb::geometry::boxShape({value, -value, size, size / 3});
            picture.regions.push_back(region);
        }
    compareRoundTrip({picture});
}

void TestJsonlFormat::cornersCountBeforeAnOldBox() {
    QTemporaryDir folder;
    const Reading reading = readText(folder, R"({"image": "a.png", "box_xyxy": [1, 2, 30, 40], "box_xywh": [5, 6, 7, 8]})");
    QVERIFY(reading.status.ok());
    QVERIFY((reading.pictures.at(0).regions.at(0).shape.box == rb::geometry::Box2{1, 2, 29, 38}));
}

void TestJsonlFormat::plainLinesArePlain() {
    PictureRecord picture = barePicture("a.png", 8, 9);
    RegionRecord region;
    region.shape = rb::geometry::boxShape({1, 2, 3, 4});
    region.label = "cat";
    region.captions = {textCaption("a cat")};
    picture.regions = {region};
    QTemporaryDir folder;
    QVERIFY(writeAll(jsonlFormat(), {picture, barePicture("b.png", 3, 2)}, folder).ok());
    QCOMPARE(bytesOf(pathOf(folder) / "set.jsonl"),
             std::string(R"({"image":"a.png","width":8,"height":9,"box_xyxy":[1.0,2.0,4.0,6.0],)"
                         R"("label":"cat","captions":["a cat"]})"
                         "\n"
                         R"({"image":"b.png","width":3,"height":2})"
                         "\n"));
}

void TestJsonlFormat::wrongLinesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* bytes, const char* part) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(part);
    };
    row("second line", "{\"image\": \"a.png\"}\n\n{\"image\": \n", "line 3");
    row("no image", R"({"box_xyxy": [1, 2, 3, 4]})", "line 1: image");
    row("no object", "[1]", "line 1");
    row("path that leaves", R"({"image": "../a.png"})", "leaves");
    row("box of text", R"({"image": "a.png", "box_xyxy": "1 2 3 4"})", "box_xyxy");
    row("id without a box", R"({"image": "a.png", "id": 4})", "box_xyxy");
    row("unknown kind", R"({"image": "a.png", "shape": {"kind": "blob"}})", "kind");
    row("polygon of two points", R"({"image": "a.png", "shape": {"kind": "polygon", "points": [[1, 2], [3, 4]]}})", "points");
    row("unknown state", R"({"image": "a.png", "captions": [{"text": "a", "state": "maybe"}]})", "caption 1: state");
    row("negative width", R"({"image": "a.png", "width": -4})", "width");
    row("score of text", R"({"image": "a.png", "box_xyxy": [1, 2, 3, 4], "score": "high"})", "score");
    row("deep", bytesOf(hostileFile("deep.json")).c_str(), "deep");
}

void TestJsonlFormat::wrongLinesAreRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, part);
    QTemporaryDir folder;
    const std::filesystem::path path = writeFile(folder, "wrong.jsonl", bytes.toStdString());
    compareRefusal(readAll(jsonlFormat(), path).status, path, part.toStdString());
}

QTEST_GUILESS_MAIN(TestJsonlFormat)
#include "test_jsonl_format.moc"
