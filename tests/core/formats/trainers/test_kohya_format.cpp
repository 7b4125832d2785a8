#include "core/formats/trainers/trainers.h"
#include "core/media/image.h"
#include "tests/core/formats/trainers/trainer_records.h"

using namespace rb::formats;
using namespace rb::formats::test;

class TestKohyaFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixtureIsRead();
    void oddSidecarsAreRead();
    void cropsAndNamesAreThoseOfTheFixture_data();
    void cropsAndNamesAreThoseOfTheFixture();
    void roundTripKeepsTheCaptions();
    void captionsBecomeOneLine();
    void namesAreSafeAndTheirOwn();
    void regionsWithoutPixelsOrWordsAreLeftOut();
    void wrongOrMissingPicturesAreRefused();
    void previewNeedsNoPicture();
    void badFoldersAreRefused();
};

void TestKohyaFormat::fixtureIsRead() {
    const Reading reading = readAll(kohyaFormat(), dataFile("kohya"));
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), std::size_t{7});
    const nlohmann::json truth = readJson(dataFile("expected.json"));
    for (const nlohmann::json& region : truth["regions"]) {
        const PictureRecord* picture = reading.picture("1_region/" + region["read_back"]["kohya"]["file"].get<std::string>());
        QVERIFY(picture);
        QCOMPARE(textsOf(picture->captions), std::vector<std::string>{region["captions"][0].get<std::string>()});
        QVERIFY(picture->regions.empty());
    }
}

void TestKohyaFormat::oddSidecarsAreRead() {
    const nlohmann::json all = readJson(dataFile("extra/expected_extra.json"));
    const nlohmann::json& expected = all["kohya_odd"];
    QCOMPARE(expected.size(), std::size_t{4});
    Folder folder;
    for (const auto& [name, content] : expected.items()) {
        std::filesystem::copy_file(dataFile("extra/kohya_odd/" + name), folder.path() / name);
        folder.put(std::filesystem::path(name).stem().string() + ".png", "x");
    }
    folder.put("alone.png", "x");
    const Reading reading = readAll(kohyaFormat(), folder.path());
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), std::size_t{5});
    for (const auto& [name, content] : expected.items()) {
        std::vector<std::string> lines = content.value("lines", std::vector<std::string>{});
        if (lines.empty() && content["first_line"] != "") lines = {content["first_line"]};
        QCOMPARE(textsOf(reading.picture(std::filesystem::path(name).stem().string() + ".png")->captions), lines);
    }
    QVERIFY(reading.picture("alone.png")->captions.empty());
}

void TestKohyaFormat::cropsAndNamesAreThoseOfTheFixture_data() {
    QTest::addColumn<QString>("suffix");
    QTest::newRow("txt") << QStringLiteral(".txt");
    QTest::newRow("caption") << QStringLiteral(".caption");
}

void TestKohyaFormat::cropsAndNamesAreThoseOfTheFixture() {
    QFETCH(QString, suffix);
    Folder folder;
    RB_OK(folder.write(kohyaFormat(), goldenPictures(), dialect(suffix.toStdString())));
    int compared = 0;
    for (const auto& entry : std::filesystem::directory_iterator(dataFile("kohya/1_region"))) {
        std::filesystem::path written = folder.path() / "1_region" / entry.path().filename();
        if (entry.path().extension() == ".png") {
            const auto ours = rb::media::readImage(written);
            const auto theirs = rb::media::readImage(entry.path());
            QVERIFY(ours.ok() && theirs.ok());
            QCOMPARE(ours->width, theirs->width);
            QCOMPARE(ours->height, theirs->height);
            QVERIFY(ours->rgb == theirs->rgb);
        } else {
            const std::string name = entry.path().stem().string();
            QCOMPARE(folder.bytesOf("1_region/" + name + suffix.toStdString()),
                     readAll(kohyaFormat(), dataFile("kohya")).picture(name + ".png")->captions[0].text + "\n");
        }
        ++compared;
    }
    QCOMPARE(compared, 14);
}

void TestKohyaFormat::roundTripKeepsTheCaptions() {
    Folder folder;
    RB_OK(folder.write(kohyaFormat(), goldenPictures()));
    const Reading reading = readAll(kohyaFormat(), folder.path());
    RB_OK(reading.status);
    std::size_t count = 0;
    for (const PictureRecord& picture : goldenPictures()) {
        for (const RegionRecord& region : picture.regions) {
            const PictureRecord* crop = reading.picture("_r" + region.id + ".png");
            QVERIFY(crop);
            QCOMPARE(textsOf(crop->captions), std::vector<std::string>{region.captions.front().text});
            ++count;
        }
    }
    QCOMPARE(reading.pictures.size(), count);
}

void TestKohyaFormat::captionsBecomeOneLine() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures.resize(1);
    pictures[0].regions[0].captions[0].text = "two\r\nlines\nand\rmore";
    Folder folder;
    RB_OK(folder.write(kohyaFormat(), pictures));
    QCOMPARE(folder.bytesOf("1_region/street-0042_r101.txt"), std::string("two lines and more\n"));
}

void TestKohyaFormat::namesAreSafeAndTheirOwn() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures.resize(2);
    pictures[0].path = "a/my.photo_1.jpg";
    pictures[1].path = "b/My-photo-1.jpg";
    pictures[0].regions.resize(2);
    pictures[1].regions.resize(1);
    pictures[0].regions[0].id = "../../x";
    pictures[0].regions[1].id = "";
    pictures[1].regions[0].id = "2";
    Folder folder;
    RB_OK(folder.write(kohyaFormat(), pictures));
    for (const char* name : {"my-photo-1_r------x", "my-photo-1_r2", "My-photo-1_r2-2"}) {
        QVERIFY(std::filesystem::exists(folder.path() / "1_region" / (std::string(name) + ".png")));
        QVERIFY(std::filesystem::exists(folder.path() / "1_region" / (std::string(name) + ".txt")));
    }
}

void TestKohyaFormat::regionsWithoutPixelsOrWordsAreLeftOut() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures.resize(1);
    pictures[0].regions[0].shape.box = {1000, 1000, 5, 5};
    pictures[0].regions[1].captions[0].text = "\n";
    pictures[0].regions[2].shape.box = {310.5, -20, 1e9, 30};
    Folder folder;
    RB_OK(folder.write(kohyaFormat(), pictures));
    const Reading reading = readAll(kohyaFormat(), folder.path());
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    const auto crop = rb::media::readImage(reading.pictures[0].file);
    QVERIFY(crop.ok());
    QCOMPARE(crop->width, 10);
    QCOMPARE(crop->height, 10);
}

void TestKohyaFormat::wrongOrMissingPicturesAreRefused() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0].file = pictures[1].file;
    Folder folder;
    RB_REFUSED(folder.write(kohyaFormat(), pictures), "320 x 240");
    pictures[0].file.clear();
    RB_REFUSED(folder.write(kohyaFormat(), pictures), "street_0042.jpg");
    QVERIFY(std::filesystem::is_empty(folder.path()));
}

void TestKohyaFormat::previewNeedsNoPicture() {
    std::vector<PictureRecord> pictures = goldenPictures();
    for (PictureRecord& each : pictures) each.file.clear();
    PreviewOutput preview;
    RB_OK(kohyaFormat().write(sourceOf(pictures), {}, preview));
}

void TestKohyaFormat::badFoldersAreRefused() {
    Folder folder;
    RB_REFUSED(readAll(kohyaFormat(), folder.path()).status, folder.path().string());
    RB_REFUSED(readAll(kohyaFormat(), folder.path() / "nothing").status, "nothing");
    folder.put("a.png", "x");
    folder.put("a.txt", "caf\xE9");
    RB_REFUSED(readAll(kohyaFormat(), folder.path()).status, "UTF-8");
    folder.put("a.txt", std::string((1 << 20) + 1, 'x'));
    RB_REFUSED(readAll(kohyaFormat(), folder.path()).status, "a.txt");
}

QTEST_GUILESS_MAIN(TestKohyaFormat)
#include "test_kohya_format.moc"
