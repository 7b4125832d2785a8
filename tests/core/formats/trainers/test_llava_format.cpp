#include "core/formats/trainers/trainers.h"
#include "tests/core/formats/trainers/trainer_records.h"

using namespace rb::formats;
using namespace rb::formats::test;

namespace {

ReadOptions withMedia(const std::filesystem::path& media) {
    ReadOptions options;
    options.media = media;
    return options;
}

/// Half of the last of three decimals, of a side.
double toleranceOf(const PictureRecord& picture) { return 0.0005 * std::max(picture.width, picture.height) + 1e-9; }

void compareWithGolden(const Reading& reading) {
    RB_OK(reading.status);
    const std::vector<PictureRecord> golden = goldenPictures();
    QCOMPARE(reading.pictures.size(), golden.size());
    for (std::size_t i = 0; i < golden.size(); ++i) {
        const PictureRecord& picture = reading.pictures[i];
        QVERIFY(picture.path.ends_with(golden[i].path));
        QCOMPARE(picture.width, golden[i].width);
        QCOMPARE(picture.regions.size(), golden[i].regions.size());
        for (std::size_t j = 0; j < picture.regions.size(); ++j) {
            QVERIFY(distance(cornersOf(picture.regions[j]), cornersOf(golden[i].regions[j])) <= toleranceOf(golden[i]));
            QCOMPARE(textsOf(picture.regions[j].captions), std::vector<std::string>{golden[i].regions[j].captions.front().text});
        }
    }
}

} // namespace

class TestLlavaFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixtureIsRead_data();
    void fixtureIsRead();
    void roundTripKeepsWhatIsHeld_data();
    void roundTripKeepsWhatIsHeld();
    void conversationsAreThoseOfTheFixture_data();
    void conversationsAreThoseOfTheFixture();
    void missingPicturesAreToldOnce();
    void onePictureMissingLosesItsRegions();
    void answersWithBoxesAreCounted();
    void dataSetInfoDeclaresTheFile();
    void picturesAreCopied();
    void uncaptionedPicturesAreNotWritten();
    void badRecordsAreRefused_data();
    void badRecordsAreRefused();
    void hostileJsonIsRefused_data();
    void hostileJsonIsRefused();
};

void TestLlavaFormat::fixtureIsRead_data() {
    QTest::addColumn<bool>("llava");
    QTest::addColumn<QString>("file");
    QTest::newRow("llava") << true << QStringLiteral("llava/llava.json");
    QTest::newRow("conversations") << false << QStringLiteral("sharegpt/sharegpt.jsonl");
    QTest::newRow("messages") << false << QStringLiteral("sharegpt/messages.jsonl");
}

void TestLlavaFormat::fixtureIsRead() {
    QFETCH(bool, llava);
    QFETCH(QString, file);
    const Format& format = llava ? llavaFormat() : shareGptFormat();
    const Reading reading = readAll(format, dataFile(file.toStdString()), withMedia(dataFile("")));
    compareWithGolden(reading);
    QCOMPARE(reading.pictures[0].path, std::string("images/street_0042.jpg"));
    QCOMPARE(reading.pictures[0].id, std::string(llava ? "42" : ""));
    QVERIFY(reading.tally.report().lines.empty());
}

void TestLlavaFormat::roundTripKeepsWhatIsHeld_data() {
    QTest::addColumn<bool>("llava");
    QTest::addColumn<QString>("dialectName");
    QTest::addColumn<QString>("file");
    QTest::newRow("llava json") << true << QStringLiteral("json") << QStringLiteral("out.json");
    QTest::newRow("llava jsonl") << true << QStringLiteral("jsonl") << QStringLiteral("out.jsonl");
    QTest::newRow("conversations") << false << QStringLiteral("conversations") << QStringLiteral("out.jsonl");
    QTest::newRow("messages") << false << QStringLiteral("messages") << QString();
}

void TestLlavaFormat::roundTripKeepsWhatIsHeld() {
    QFETCH(bool, llava);
    QFETCH(QString, dialectName);
    QFETCH(QString, file);
    const Format& format = llava ? llavaFormat() : shareGptFormat();
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[1] = withCaption(pictures[1], "a park [with] a \"tree\"\nand a dog");
    Folder folder;
    RB_OK(folder.write(format, pictures, dialect(dialectName.toStdString())));
    const Reading reading = readAll(format, file.isEmpty() ? folder.path() : folder.path() / file.toStdString());
    compareWithGolden(reading);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        QCOMPARE(reading.pictures[i].path, pictures[i].path);
        QCOMPARE(reading.pictures[i].height, pictures[i].height);
        QCOMPARE(reading.pictures[i].id, llava ? pictures[i].id : std::string());
        QCOMPARE(textsOf(reading.pictures[i].captions), textsOf(pictures[i].captions));
    }
}

void TestLlavaFormat::conversationsAreThoseOfTheFixture_data() { roundTripKeepsWhatIsHeld_data(); }

void TestLlavaFormat::conversationsAreThoseOfTheFixture() {
    QFETCH(bool, llava);
    QFETCH(QString, dialectName);
    Folder folder;
    RB_OK(folder.write(llava ? llavaFormat() : shareGptFormat(), goldenPictures(), dialect(dialectName.toStdString())));
    const bool messages = dialectName == QStringLiteral("messages");
    const char* const key = messages ? "messages" : "conversations";
    std::vector<nlohmann::json> expected, written;
    for (const nlohmann::json& entry : readJson(dataFile("llava/llava.json"))) expected.push_back(entry["conversations"]);
    if (messages) {
        expected.clear();
        std::ifstream lines(dataFile("sharegpt/messages.jsonl"));
        for (std::string line; std::getline(lines, line);) expected.push_back(nlohmann::json::parse(line)["messages"]);
    }
    if (dialectName == QStringLiteral("json")) {
        for (const nlohmann::json& entry : readJson(folder.path() / "out.json")) written.push_back(entry[key]);
    } else {
        std::ifstream lines(folder.path() / "out.jsonl");
        for (std::string line; std::getline(lines, line);) written.push_back(nlohmann::json::parse(line)[key]);
    }
    QCOMPARE(expected.size(), std::size_t{3});
    QVERIFY(written == expected);
}

void TestLlavaFormat::missingPicturesAreToldOnce() {
    Folder folder;
    const Reading reading = readAll(llavaFormat(), dataFile("llava/llava.json"), withMedia(folder.path()));
    RB_REFUSED(reading.status, folder.path().string());
}

void TestLlavaFormat::onePictureMissingLosesItsRegions() {
    Folder folder;
    std::filesystem::create_directories(folder.path() / "images");
    for (const char* name : {"images/street_0042.jpg", "images/park_0137.jpg"})
        std::filesystem::copy_file(dataFile(name), folder.path() / name);
    const Reading reading = readAll(llavaFormat(), dataFile("llava/llava.json"), withMedia(folder.path()));
    RB_OK(reading.status);
    QCOMPARE(reading.regionCount(), std::size_t{5});
    QCOMPARE(reading.tally.report().lines.front().what, std::string("regions"));
    QCOMPARE(reading.tally.report().lines.front().dropped, 2);
}

void TestLlavaFormat::answersWithBoxesAreCounted() {
    Folder folder;
    const auto file =
        folder.put("a.json", R"([{"id": 7, "image": "a.jpg", "width": 10, "height": 10, "source": "web", "conversations": [
        {"from": "system", "value": "Be brief."},
        {"from": "human", "value": "Where is the dog?"}, {"from": "gpt", "value": "[0.1,0.2,0.3,0.4]"},
        {"from": "human", "value": "And [0.1,0.2,0.3,0.4] and [0.5,0.6,0.7,0.8]?"}, {"from": "gpt", "value": "two dogs"},
        {"from": "human", "value": "What is this?"}, {"from": "gpt", "value": "a farm"}]},
        {"id": 8, "conversations": [{"from": "human", "value": "Hello?"}, {"from": "gpt", "value": "Hello."}]}])");
    const Reading reading = readAll(llavaFormat(), file);
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    QCOMPARE(textsOf(reading.pictures[0].captions), (std::vector<std::string>{"two dogs", "a farm"}));
    QCOMPARE(reading.pictures[0].extra, std::string(R"({"llava":{"source":"web"}})"));
    QCOMPARE(reading.pictures[0].id, std::string("7"));
    std::map<std::string, int> lost;
    for (const LossReport::Line& line : reading.tally.report().lines) lost[line.what] = line.dropped + line.changed;
    QCOMPARE(lost, (std::map<std::string, int>{{"answers", 1}, {"captions", 1}, {"conversations", 1}}));
}

void TestLlavaFormat::dataSetInfoDeclaresTheFile() {
    for (const char* name : {"conversations", "messages"}) {
        Folder folder;
        RB_OK(folder.write(shareGptFormat(), goldenPictures(), dialect(name)));
        const nlohmann::json fixture = readJson(dataFile("sharegpt/dataset_info.json"));
        nlohmann::json expected = fixture[std::string(name) == "messages" ? "fixture_messages" : "fixture_sharegpt"];
        expected["file_name"] = "out.jsonl";
        QVERIFY(readJson(folder.path() / "dataset_info.json") == nlohmann::json({{"out", expected}}));
    }
}

void TestLlavaFormat::picturesAreCopied() {
    Folder folder;
    WriteOptions options;
    options.copyPictures = true;
    RB_OK(folder.write(shareGptFormat(), goldenPictures(), options));
    QCOMPARE(std::filesystem::file_size(folder.path() / "park_0137.jpg"), std::uintmax_t{5669});
}

void TestLlavaFormat::uncaptionedPicturesAreNotWritten() {
    std::vector<PictureRecord> pictures(1);
    pictures[0].path = "a.jpg";
    pictures[0].regions.emplace_back();
    for (const Format* format : {&llavaFormat(), &shareGptFormat()}) {
        Folder folder;
        RB_OK(folder.write(*format, pictures));
        QCOMPARE(folder.bytesOf(format == &llavaFormat() ? "out.json" : "out.jsonl"),
                 std::string(format == &llavaFormat() ? "[]" : ""));
    }
}

void TestLlavaFormat::badRecordsAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mustSay");
    const auto row = [](const char* name, const char* bytes, const char* mustSay) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(mustSay);
    };
    row("escape", R"([{"image": "../a.jpg", "conversations": []}])", "record 1");
    row("escape in a list", R"([{"images": ["/etc/passwd"], "conversations": []}])", "record 1");
    row("path is a number", R"([{"image": 7, "conversations": []}])", "record 1");
    row("path in a list is a number", R"([{"images": [7], "conversations": []}])", "images");
    row("no conversation", R"([{"image": "a.jpg"}])", "conversations");
    row("turn is text", R"([{"image": "a.jpg", "conversations": ["hello"]}])", "turn 1");
    row("text is missing", R"({"images": ["a.jpg"], "messages": [{"role": "user"}]})", "content");
    row("negative size", R"([{"image": "a.jpg", "width": -5, "conversations": []}])", "width");
    row("cut off", R"([{"image": "a.jpg", "conver)", "JSON");
}

void TestLlavaFormat::badRecordsAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, mustSay);
    Folder folder;
    const auto file = folder.put("a.json", bytes.toStdString());
    for (const Format* format : {&llavaFormat(), &shareGptFormat()}) {
        const Reading reading = readAll(*format, file);
        QVERIFY(!reading.status.ok());
        QVERIFY2(reading.status.error().message.find(mustSay.toStdString()) != std::string::npos,
                 reading.status.error().message.c_str());
    }
}

void TestLlavaFormat::hostileJsonIsRefused_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"box_text", "deep", "escape_path", "infinity", "negative_size"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestLlavaFormat::hostileJsonIsRefused() {
    QFETCH(QString, name);
    const std::filesystem::path file = std::filesystem::path(RB_TEST_DATA) / "hostile/json" / (name.toStdString() + ".json");
    for (const Format* format : {&llavaFormat(), &shareGptFormat(), &groundingFormat()}) {
        const Reading reading = readAll(*format, file);
        QVERIFY(!reading.status.ok());
        QVERIFY2(reading.status.error().message.find(file.string()) != std::string::npos, reading.status.error().message.c_str());
        QVERIFY(reading.pictures.empty());
    }
}

QTEST_GUILESS_MAIN(TestLlavaFormat)
#include "test_llava_format.moc"
