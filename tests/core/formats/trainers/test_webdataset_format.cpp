#include "core/formats/trainers/tar_reader.h"
#include "core/formats/trainers/tar_writer.h"
#include "core/formats/trainers/trainers.h"
#include "tests/core/formats/trainers/trainer_records.h"

using namespace rb::formats;
using namespace rb::formats::test;

namespace {

std::vector<std::string> membersOf(const std::filesystem::path& file) {
    std::vector<std::string> names;
    auto tar = TarReader::open(file);
    while (tar.ok()) {
        const auto member = tar->next();
        if (!member.ok() || !*member) break;
        names.push_back((*member)->name);
    }
    return names;
}

std::filesystem::path tarOf(const Folder& folder, const std::vector<std::pair<std::string, std::string>>& files) {
    StagedOutput output(folder.path(), "out");
    const rb::Status status = output.file("in.tar", [&files](rb::FileSink& sink) -> rb::Status {
        TarWriter tar(sink);
        for (const auto& [name, bytes] : files)
            if (rb::Status added = tar.add(name, bytes); !added.ok()) return added;
        return tar.end();
    });
    return status.ok() && output.commit().ok() ? folder.path() / "in.tar" : std::filesystem::path();
}

} // namespace

class TestWebDatasetFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixtureIsRead();
    void roundTripKeepsWhatIsHeld();
    void membersAreThoseOfTheFixture();
    void stemsHaveNoDotsAndAreTheirOwn();
    void missingPicturesKeepTheirPaths();
    void shardsHoldTenThousandSamples();
    void textAloneGivesPictureCaptions();
    void badMembersAreRefused_data();
    void badMembersAreRefused();
    void cutShardsAreRefused();
};

void TestWebDatasetFormat::fixtureIsRead() {
    const Reading reading = readAll(webDatasetFormat(), dataFile("webdataset/regions-000000.tar"));
    RB_OK(reading.status);
    const std::vector<PictureRecord> golden = goldenPictures();
    QCOMPARE(reading.pictures.size(), golden.size());
    for (std::size_t i = 0; i < golden.size(); ++i) {
        const PictureRecord& picture = reading.pictures[i];
        QCOMPARE(picture.path, "data/" + golden[i].path);
        QCOMPARE(picture.id, golden[i].id);
        QCOMPARE(picture.width, golden[i].width);
        QCOMPARE(picture.height, golden[i].height);
        QCOMPARE(picture.regions.size(), golden[i].regions.size());
        QVERIFY(picture.captions.empty());
        for (std::size_t j = 0; j < picture.regions.size(); ++j) {
            QCOMPARE(picture.regions[j].id, golden[i].regions[j].id);
            QCOMPARE(picture.regions[j].label, golden[i].regions[j].label);
            QCOMPARE(textsOf(picture.regions[j].captions), textsOf(golden[i].regions[j].captions));
            QVERIFY(distance(cornersOf(picture.regions[j]), cornersOf(golden[i].regions[j])) < 1e-9);
        }
    }
}

void TestWebDatasetFormat::roundTripKeepsWhatIsHeld() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0] = withCaption(withCaption(pictures[0], "a street"), "two\nlines");
    pictures[1].regions[0].score = 0.25;
    pictures[2].regions.clear();
    Folder folder;
    RB_OK(folder.write(webDatasetFormat(), pictures));
    const Reading reading = readAll(webDatasetFormat(), folder.path());
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), pictures.size());
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        PictureRecord expected = pictures[i];
        expected.path = "data/" + expected.path;
        expected.file.clear();
        QVERIFY(reading.pictures[i].regions.size() == expected.regions.size());
        for (std::size_t j = 0; j < expected.regions.size(); ++j) {
            QVERIFY(distance(cornersOf(reading.pictures[i].regions[j]), cornersOf(expected.regions[j])) < 1e-9);
            expected.regions[j].shape = reading.pictures[i].regions[j].shape;
        }
        QVERIFY(reading.pictures[i] == expected);
    }
}

void TestWebDatasetFormat::membersAreThoseOfTheFixture() {
    Folder folder;
    RB_OK(folder.write(webDatasetFormat(), goldenPictures()));
    QCOMPARE(membersOf(folder.path() / "out-000000.tar"), membersOf(dataFile("webdataset/regions-000000.tar")));
    auto ours = TarReader::open(folder.path() / "out-000000.tar");
    auto theirs = TarReader::open(dataFile("webdataset/regions-000000.tar"));
    for (int i = 0; i < 9; ++i) {
        const auto our = ours->next();
        const auto their = theirs->next();
        QVERIFY(our.ok() && their.ok());
        const auto ourBytes = ours->content(1 << 20);
        const auto theirBytes = theirs->content(1 << 20);
        if (!(*our)->name.ends_with(".json")) QCOMPARE(*ourBytes, *theirBytes);
    }
}

void TestWebDatasetFormat::stemsHaveNoDotsAndAreTheirOwn() {
    std::vector<PictureRecord> pictures(4);
    const char* const paths[] = {"a.b/my.photo.v2.jpg", "a.b/my-photo-v2.png", "a.b/My-Photo.v2.JPG", ".jpg"};
    for (std::size_t i = 0; i < 4; ++i) {
        pictures[i].path = paths[i];
        pictures[i].file = dataFile("images/park_0137.jpg");
    }
    Folder folder;
    RB_OK(folder.write(webDatasetFormat(), pictures));
    const Reading reading = readAll(webDatasetFormat(), folder.path() / "out-000000.tar");
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), std::size_t{4});
    QCOMPARE(reading.pictures[0].path, std::string("data/a.b/my-photo-v2.jpg"));
    QCOMPARE(reading.pictures[1].path, std::string("data/a.b/my-photo-v2-2.png"));
    QCOMPARE(reading.pictures[2].path, std::string("data/a.b/My-Photo-v2-3.jpg"));
    QCOMPARE(reading.pictures[3].path, std::string(".jpg"));
}

void TestWebDatasetFormat::missingPicturesKeepTheirPaths() {
    std::vector<PictureRecord> pictures = goldenPictures();
    for (PictureRecord& each : pictures) each.file.clear();
    Folder folder;
    RB_OK(folder.write(webDatasetFormat(), pictures));
    const Reading reading = readAll(webDatasetFormat(), folder.path());
    RB_OK(reading.status);
    for (std::size_t i = 0; i < pictures.size(); ++i) QCOMPARE(reading.pictures[i].path, pictures[i].path);
}

void TestWebDatasetFormat::shardsHoldTenThousandSamples() {
    std::vector<PictureRecord> pictures(10001);
    for (std::size_t i = 0; i < pictures.size(); ++i) pictures[i].path = std::to_string(i) + ".jpg";
    Folder folder;
    RB_OK(folder.write(webDatasetFormat(), pictures));
    QCOMPARE(membersOf(folder.path() / "out-000000.tar").size(), std::size_t{20000});
    QCOMPARE(membersOf(folder.path() / "out-000001.tar"), (std::vector<std::string>{"data/10000.json", "data/10000.txt"}));
    const Reading reading = readAll(webDatasetFormat(), folder.path());
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), pictures.size());
}

void TestWebDatasetFormat::textAloneGivesPictureCaptions() {
    Folder folder;
    const auto file = tarOf(folder, {{"a/0.seg.png", "x"},
                                     {"a/0.jpg", "x"},
                                     {"a/0.txt", "\xEF\xBB\xBFone\r\ntwo\n"},
                                     {"a/0.cls", "3"},
                                     {"a/1.json", R"({"caption": "x", "width": 5, "height": 6})"},
                                     {"a/1.txt", "three"},
                                     {"a/1.webp", "x"}});
    const Reading reading = readAll(webDatasetFormat(), file);
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), std::size_t{2});
    QCOMPARE(reading.pictures[0].path, std::string("a/0.jpg"));
    QCOMPARE(textsOf(reading.pictures[0].captions), (std::vector<std::string>{"one", "two"}));
    QCOMPARE(textsOf(reading.pictures[1].captions), (std::vector<std::string>{"three"}));
    QCOMPARE(reading.pictures[1].path, std::string("a/1.webp"));
    QCOMPARE(reading.pictures[1].extra, std::string(R"({"webdataset":{"caption":"x"}})"));
    QCOMPARE(reading.tally.report().lines.at(0).dropped, 2);
}

void TestWebDatasetFormat::badMembersAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mustSay");
    const auto row = [](const char* name, const char* json, const char* mustSay) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(mustSay);
    };
    row("box is text", R"({"regions": [{"bbox_xyxy": "1,1,2,2"}]})", "region 1");
    row("infinity", R"({"regions": [{"bbox_xyxy": [1, 2, Infinity, 2]}]})", "a/0.json");
    row("1e999", R"({"regions": [{"bbox_xyxy": [1, 2, 1e999, 2]}]})", "a/0.json");
    row("negative width", R"({"width": -5})", "width");
    row("regions are text", R"({"regions": "none"})", "regions");
    row("a list", "[]", "a/0.json");
    row("captions are numbers", R"({"captions": [1]})", "captions");
    row("path leaves", R"({"image": "../a.jpg"})", "a/0.json");
}

void TestWebDatasetFormat::badMembersAreRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, mustSay);
    Folder folder;
    RB_REFUSED(readAll(webDatasetFormat(), tarOf(folder, {{"a/0.json", json.toStdString()}})).status, mustSay.toStdString());
    RB_REFUSED(readAll(webDatasetFormat(), tarOf(folder, {{"a/0.json", std::string(5000, '[')}})).status, "a/0.json");
    RB_REFUSED(readAll(webDatasetFormat(), tarOf(folder, {{"a/0.txt", "\xFF\xFE"}})).status, "a/0.txt");
}

void TestWebDatasetFormat::cutShardsAreRefused() {
    std::ifstream in(dataFile("webdataset/regions-000000.tar"), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    Folder folder;
    for (const std::size_t size : {std::size_t{100}, std::size_t{9000}, std::size_t{512 + 8192}, std::size_t{20000}})
        RB_REFUSED(readAll(webDatasetFormat(), folder.put("a.tar", bytes.substr(0, size))).status, "a.tar");
    RB_REFUSED(readAll(webDatasetFormat(), Folder().path() / "nothing").status, "nothing");
}

QTEST_GUILESS_MAIN(TestWebDatasetFormat)
#include "test_webdataset_format.moc"
