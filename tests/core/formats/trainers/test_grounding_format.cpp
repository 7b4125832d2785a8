#include "core/formats/trainers/grounding.h"
#include "core/formats/trainers/trainers.h"
#include "tests/core/formats/trainers/trainer_records.h"

using namespace rb::formats;
using namespace rb::formats::test;

class TestGroundingFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void regionsComeBackWithTheirCaptions_data();
    void regionsComeBackWithTheirCaptions();
    void linesHoldTheStringsOfTheStyle();
    void resizedSizeOfTheFileCounts();
    void sizeIsTakenFromThePicture();
    void aPictureMayHaveSeveralRegionsInOneText();
    void badLinesAreRefused_data();
    void badLinesAreRefused();
    void unknownDialectIsRefused();
};

void TestGroundingFormat::regionsComeBackWithTheirCaptions_data() {
    QTest::addColumn<QString>("style");
    for (const GroundingStyle style : kGroundingStyles) QTest::newRow(nameOf(style)) << QString::fromUtf8(nameOf(style));
}

void TestGroundingFormat::regionsComeBackWithTheirCaptions() {
    QFETCH(QString, style);
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0] = withCaption(pictures[0], "a street, seen from above");
    Folder folder;
    RB_OK(folder.write(groundingFormat(), pictures, dialect(style.toStdString())));
    const Reading reading = readAll(groundingFormat(), folder.path() / "out.jsonl");
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), pictures.size());
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const PictureRecord& read = reading.pictures[i];
        QCOMPARE(read.path, pictures[i].path);
        QCOMPARE(read.width, pictures[i].width);
        QCOMPARE(read.height, pictures[i].height);
        QCOMPARE(textsOf(read.captions), textsOf(pictures[i].captions));
        QCOMPARE(read.regions.size(), pictures[i].regions.size());
        for (std::size_t j = 0; j < read.regions.size(); ++j) {
            QCOMPARE(textsOf(read.regions[j].captions), std::vector<std::string>{pictures[i].regions[j].captions.front().text});
            const double error = distance(cornersOf(read.regions[j]), cornersOf(pictures[i].regions[j]));
            QCOMPARE(error, roundTripError(pictures[i].regions[j].shape.box, {read.width, read.height},
                                           *groundingStyle(style.toStdString())));
            QVERIFY(error < 10);
        }
    }
}

void TestGroundingFormat::linesHoldTheStringsOfTheStyle() {
    Folder folder;
    RB_OK(folder.write(groundingFormat(), goldenPictures(), dialect("qwen2_5_vl")));
    std::ifstream lines(folder.path() / "out.jsonl");
    std::string line;
    for (const nlohmann::json& expected : readJson(dataFile("grounding/strings.json"))) {
        QVERIFY(std::getline(lines, line));
        const nlohmann::json entry = nlohmann::json::parse(line);
        QCOMPARE(entry["text"].get<std::string>(), expected["qwen2_5_vl"].get<std::string>());
        QCOMPARE(entry["resized_width"].get<int>(), expected["qwen2_5_vl_resized"]["width"].get<int>());
        QCOMPARE(entry["resized_height"].get<int>(), expected["qwen2_5_vl_resized"]["height"].get<int>());
    }
    QVERIFY(!std::getline(lines, line));
}

void TestGroundingFormat::resizedSizeOfTheFileCounts() {
    Folder folder;
    const auto file =
        folder.put("a.jsonl", R"({"image":"a.jpg","width":100,"height":100,"style":"qwen2_5_vl","resized_width":1000,)"
                              R"("resized_height":500,"text":"{\"bbox_2d\": [100, 100, 500, 500], \"label\": \"x\"}"})");
    const Reading reading = readAll(groundingFormat(), file);
    RB_OK(reading.status);
    QVERIFY(distance(cornersOf(reading.pictures[0].regions[0]), {10, 20, 50, 100}) < 1e-9);
}

void TestGroundingFormat::sizeIsTakenFromThePicture() {
    Folder folder;
    const auto file = folder.put("a.jsonl", R"({"image":"park_0137.jpg","text":"a dog<loc_0><loc_0><loc_499><loc_499>"})");
    ReadOptions options;
    options.media = dataFile("images");
    const Reading reading = readAll(groundingFormat(), file, options);
    RB_OK(reading.status);
    QCOMPARE(reading.pictures[0].height, 300);
    QVERIFY(distance(cornersOf(reading.pictures[0].regions[0]), {0.1, 0.15, 99.9, 149.85}) < 1e-9);
    RB_REFUSED(readAll(groundingFormat(), file).status, "line 1");
}

void TestGroundingFormat::aPictureMayHaveSeveralRegionsInOneText() {
    Folder folder;
    const auto file = folder.put(
        "a.jsonl", R"({"image":"a.jpg","width":64,"height":64,"text":"<grounding>An image of<phrase> a snowman</phrase><object>)"
                   R"(<patch_index_0044><patch_index_0863></object> by<phrase> a fire</phrase><object><patch_index_0005>)"
                   R"(<patch_index_0911></object>."})");
    const Reading reading = readAll(groundingFormat(), file);
    RB_OK(reading.status);
    QCOMPARE(reading.regionCount(), std::size_t{2});
    QCOMPARE(textsOf(reading.pictures[0].captions), std::vector<std::string>{"An image of a snowman by a fire."});
    QCOMPARE(reading.pictures[0].regions[1].captions[0].text, std::string("a fire"));
}

void TestGroundingFormat::badLinesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mustSay");
    const auto row = [](const char* name, const char* bytes, const char* mustSay) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(mustSay);
    };
    row("two styles", R"({"image":"a","width":9,"height":9,"text":"{\"bbox_2d\": [1,2,3,4]}"})", "style");
    row("unknown style", R"({"image":"a","width":9,"height":9,"style":"llama","text":"a"})", "style");
    row("escape", R"({"image":"../a","width":9,"height":9,"text":"a"})", "line 1");
    row("no size", R"({"image":"a","width":0,"height":9,"text":"a"})", "width");
    row("second line", "{\"image\":\"a\",\"width\":9,\"height\":9,\"text\":\"a\"}\r\n\r\n{\"image\":\"a\",\"text\":7}", "line 3");
    row("cut off", R"({"image":"a","width":9,)", "line 1");
    row("bytes", "{\"image\":\"a\xFF\"}", "line 1");
    row("no object", "hello", "JSON");
    row("empty", "", "JSON");
}

void TestGroundingFormat::badLinesAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, mustSay);
    Folder folder;
    RB_REFUSED(readAll(groundingFormat(), folder.put("a.jsonl", bytes.toStdString())).status, mustSay.toStdString());
}

void TestGroundingFormat::unknownDialectIsRefused() {
    Folder folder;
    RB_REFUSED(folder.write(groundingFormat(), goldenPictures(), dialect("llama")), "llama");
}

QTEST_GUILESS_MAIN(TestGroundingFormat)
#include "test_grounding_format.moc"
