#include "core/formats/trainers/csv_rows.h"
#include "core/formats/trainers/trainers.h"
#include "tests/core/formats/trainers/trainer_records.h"

using namespace rb::formats;
using namespace rb::formats::test;

class TestCsvFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixtureIsRead();
    void cellsAreThoseOfTheStandard();
    void roundTripKeepsWhatIsHeld_data();
    void roundTripKeepsWhatIsHeld();
    void textIsKeptByteForByte_data();
    void textIsKeptByteForByte();
    void furtherColumnsComeBack();
    void columnsMayStandInAnyOrder();
    void rowsWithoutBoxesAreOfThePicture();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void badRowsAreRefused_data();
    void badRowsAreRefused();
};

void TestCsvFormat::fixtureIsRead() {
    const Reading reading = readAll(csvFormat(), dataFile("csv/regions.csv"));
    RB_OK(reading.status);
    const std::vector<GoldenRegion> golden = goldenRegions();
    QCOMPARE(reading.regionCount(), golden.size());
    for (const GoldenRegion& expected : golden) {
        const PictureRecord* picture = reading.picture(expected.image);
        QVERIFY(picture);
        const auto region = std::find_if(picture->regions.begin(), picture->regions.end(),
                                         [&](const RegionRecord& each) { return each.id == expected.id; });
        QVERIFY(region != picture->regions.end());
        QVERIFY(distance(cornersOf(*region), expected.corners) < 1e-9);
        QCOMPARE(region->label, expected.label);
        QCOMPARE(textsOf(region->captions), std::vector<std::string>{expected.captions.front()});
        QVERIFY(region->extra.empty());
    }
}

void TestCsvFormat::cellsAreThoseOfTheStandard() {
    CsvRows rows(dataFile("extra/cap3d_odd.csv"));
    const nlohmann::json all = readJson(dataFile("extra/expected_extra.json"));
    QVERIFY(all["cap3d_odd.csv"].size() > 5);
    for (const nlohmann::json& expected : all["cap3d_odd.csv"]) {
        const auto cells = rows.next();
        QVERIFY(cells.ok());
        QCOMPARE(*cells, expected.get<std::vector<std::string>>());
    }
    QVERIFY(rows.next()->empty());
}

void TestCsvFormat::roundTripKeepsWhatIsHeld_data() {
    QTest::addColumn<QString>("dialectName");
    QTest::newRow("xyxy") << QStringLiteral("xyxy");
    QTest::newRow("xywh") << QStringLiteral("xywh");
}

void TestCsvFormat::roundTripKeepsWhatIsHeld() {
    QFETCH(QString, dialectName);
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0] = withCaption(withCaption(pictures[0], "a street"), "[\"odd\"], text");
    pictures[1].regions[0].captions.clear();
    pictures[2].regions.clear();
    pictures.emplace_back().path = "only captions.jpg";
    pictures.back() = withCaption(pictures.back(), "one");
    Folder folder;
    RB_OK(folder.write(csvFormat(), pictures, dialect(dialectName.toStdString())));
    const Reading reading = readAll(csvFormat(), folder.path() / "out.csv");
    RB_OK(reading.status);
    QCOMPARE(reading.pictures.size(), pictures.size());
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        PictureRecord expected = pictures[i];
        expected.id.clear();
        expected.file.clear();
        QCOMPARE(reading.pictures[i].regions.size(), expected.regions.size());
        for (std::size_t j = 0; j < expected.regions.size(); ++j) {
            QVERIFY(distance(cornersOf(reading.pictures[i].regions[j]), cornersOf(expected.regions[j])) < 1e-9);
            if (dialectName == QStringLiteral("xyxy")) expected.regions[j].shape = reading.pictures[i].regions[j].shape;
        }
        QVERIFY(reading.pictures[i] == expected);
    }
}

void TestCsvFormat::textIsKeptByteForByte_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"=1+1", "+49", "-x", "@SUM(A1)", " spaces ", "\"quoted\"", "a,b", "two\nlines", "two\r\nlines", "\r",
                             "\n", "\ttab", "女孩 — é", "'", "\"", ","})
        QTest::newRow(text) << QByteArray(text);
}

void TestCsvFormat::textIsKeptByteForByte() {
    QFETCH(QByteArray, text);
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures.resize(1);
    pictures[0].regions[0].captions[0].text = text.toStdString();
    pictures[0].regions[1].label = text.toStdString();
    Folder folder;
    RB_OK(folder.write(csvFormat(), pictures));
    const Reading reading = readAll(csvFormat(), folder.path() / "out.csv");
    RB_OK(reading.status);
    QCOMPARE(reading.pictures[0].regions[0].captions[0].text, text.toStdString());
    QCOMPARE(reading.pictures[0].regions[1].label, text.toStdString());
    QCOMPARE(textsOf(reading.pictures[0].regions[1].captions),
             (std::vector<std::string>{"a small dog on a leash", "the brown dog"}));
}

void TestCsvFormat::furtherColumnsComeBack() {
    Folder folder;
    const auto file = folder.put(
        "a.csv", "image,x,y,w,h,caption,worker,note\na.jpg,1,2,3,4,x,007,\"a, b\"\nb.jpg,1,2,3,4,x,,\nc.jpg,,,,,x,8,\n");
    const Reading first = readAll(csvFormat(), file);
    RB_OK(first.status);
    QCOMPARE(first.pictures[0].regions[0].extra, std::string(R"({"csv":{"note":"a, b","worker":"007"}})"));
    QCOMPARE(first.pictures[1].regions[0].extra, std::string());
    QCOMPARE(first.pictures[2].extra, std::string(R"({"csv":{"worker":"8"}})"));
    RB_OK(folder.write(csvFormat(), first.pictures));
    const Reading second = readAll(csvFormat(), folder.path() / "out.csv");
    RB_OK(second.status);
    QVERIFY(second.pictures == first.pictures);
}

void TestCsvFormat::columnsMayStandInAnyOrder() {
    Folder folder;
    const auto file = folder.put("a.csv", "\xEF\xBB\xBF\"caption\",label,h,w,y,x,image,height,width,split\r\n\r\n\"say "
                                          "\"\"hi\"\"\",dog,4,3,2, 1 ,a\\b.jpg,20,10,val");
    const Reading reading = readAll(csvFormat(), file);
    RB_OK(reading.status);
    const PictureRecord& picture = reading.pictures.at(0);
    QCOMPARE(picture.path, std::string("a/b.jpg"));
    QCOMPARE(picture.width, 10);
    QCOMPARE(picture.height, 20);
    QCOMPARE(picture.split, std::string("val"));
    QCOMPARE(picture.regions[0].label, std::string("dog"));
    QVERIFY(distance(cornersOf(picture.regions[0]), {1, 2, 4, 6}) < 1e-9);
    QCOMPARE(picture.regions[0].captions[0].text, std::string("say \"hi\""));
}

void TestCsvFormat::rowsWithoutBoxesAreOfThePicture() {
    Folder folder;
    const Reading reading =
        readAll(csvFormat(),
                folder.put("a.csv", "image,caption,captions\na.jpg,one,\nb.jpg,,\"[\"\"two\"\",\"\"three\"\"]\"\nc.jpg,,\n"));
    RB_OK(reading.status);
    QCOMPARE(reading.regionCount(), std::size_t{0});
    QCOMPARE(textsOf(reading.pictures[0].captions), std::vector<std::string>{"one"});
    QCOMPARE(textsOf(reading.pictures[1].captions), (std::vector<std::string>{"two", "three"}));
    QVERIFY(reading.pictures[2].captions.empty());
}

void TestCsvFormat::hostileFilesAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("nan") << QStringLiteral("nan.csv");
    QTest::newRow("unbalanced") << QStringLiteral("unbalanced.csv");
}

void TestCsvFormat::hostileFilesAreRefused() {
    QFETCH(QString, name);
    const std::filesystem::path file = std::filesystem::path(RB_TEST_DATA) / "hostile/csv" / name.toStdString();
    RB_REFUSED(readAll(csvFormat(), file).status, file.string() + ", line 2");
}

void TestCsvFormat::badRowsAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mustSay");
    const auto row = [](const char* name, const QByteArray& bytes, const char* mustSay) {
        QTest::newRow(name) << bytes << QString::fromUtf8(mustSay);
    };
    row("no image", "a,b\n1,2\n", "line 1");
    row("empty", "", "image");
    row("three box columns", "image,x1,y1,x2\na,1,2,3\n", "line 1");
    row("a column twice", "image,image\na,b\n", "line 1");
    row("short row", "image,caption\n\"two\nlines\",x\na\n", "line 4");
    row("long row", "image,caption\na,b,c\n", "line 2");
    row("infinity", "image,x,y,w,h\na,1,2,inf,4\n", "w must be");
    row("hexadecimal", "image,x,y,w,h\na,1,2,0x10,4\n", "w must be");
    row("half a box", "image,x,y,w,h\na,1,2,,4\n", "w must be");
    row("too large", "image,x,y,w,h\na,1,2,1e300,4\n", "w must be");
    row("negative width", "image,width\na,-3\n", "width");
    row("broken width", "image,width\na,3.5\n", "width");
    row("escape", "image,caption\n../../a.jpg,x\n", "line 2");
    row("absolute", "image,caption\n/etc/passwd,x\n", "line 2");
    row("text behind a quotation", "image,caption\na,\"x\"y\n", "line 2");
    row("captions are no list", "image,captions\na,x\n", "line 2");
    row("captions are numbers", "image,captions\na,[1]\n", "captions");
    row("captions are deep", "image,captions\na," + QByteArray(5000, '[') + "\n", "line 2");
    row("latin-1", "image,caption\na,caf\xE9\n", "UTF-8");
    row("many columns", "image" + QByteArray(2000, ',') + "\n", "line 1");
    row("long quotation", "image,caption\na,\"" + QByteArray(17 << 20, 'x'), "line 2");
}

void TestCsvFormat::badRowsAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, mustSay);
    Folder folder;
    RB_REFUSED(readAll(csvFormat(), folder.put("a.csv", bytes.toStdString())).status, mustSay.toStdString());
}

QTEST_GUILESS_MAIN(TestCsvFormat)
#include "test_csv_format.moc"
