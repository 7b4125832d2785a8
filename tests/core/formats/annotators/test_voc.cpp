#include "tests/core/formats/annotators/annotator_files.h"

#include <numbers>

using namespace rb;
using namespace rb::formats;
using namespace rb::formats::test;
using Origin = ReadOptions::Origin;

Q_DECLARE_METATYPE(ReadOptions::Origin)

class TestVoc : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenRegionsAreAsStored_data();
    void goldenRegionsAreAsStored();
    void oneFileIsReadAsWell();
    void originIsDetectedOverAllFiles_data();
    void originIsDetectedOverAllFiles();
    void originCanBeSaid();
    void turnedBoxesAndPolygonsAreRead();
    void roundTripGivesTheTruncatedBoxes();
    void everythingHeldSurvivesARoundTrip();
    void ourFilesAreReadBackWithoutGuessing();
    void unknownElementsAreKept();
    void picturesAreCopiedAndFound();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
    void otherFilesAreNotRecognised();
};

namespace {

std::string box(double x1, double y1, double x2, double y2) {
    std::ostringstream text;
    text << "<bndbox><xmin>" << x1 << "</xmin><ymin>" << y1 << "</ymin><xmax>" << x2 << "</xmax><ymax>" << y2
         << "</ymax></bndbox>";
    return text.str();
}

std::string object(const std::string& inside) { return "<object><name>dog</name>" + inside + "</object>"; }

std::string annotation(const std::string& inside) {
    return "<annotation><filename>a.png</filename><size><width>100</width><height>50</height><depth>3</depth></size>" + inside +
           "</annotation>";
}

} // namespace

void TestVoc::goldenRegionsAreAsStored_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("truth");
    QTest::addColumn<Origin>("origin");
    QTest::newRow("from 0") << QStringLiteral("voc") << QStringLiteral("voc") << Origin::Detect;
    QTest::newRow("from 1") << QStringLiteral("voc_1based") << QStringLiteral("voc_1based") << Origin::Detect;
    QTest::newRow("from 0, folder of annotations")
        << QStringLiteral("voc/Annotations") << QStringLiteral("voc") << Origin::Detect;
    QTest::newRow("from 0, as said") << QStringLiteral("voc") << QStringLiteral("voc") << Origin::Zero;
    QTest::newRow("from 1, as said") << QStringLiteral("voc_1based") << QStringLiteral("voc_1based") << Origin::One;
}

void TestVoc::goldenRegionsAreAsStored() {
    QFETCH(QString, folder);
    QFETCH(QString, truth);
    QFETCH(Origin, origin);
    const Reading reading = readAll(vocFormat(), dataFile(folder.toStdString()), {{}, origin});
    QVERIFY(reading.status.ok());
    std::map<std::string, std::size_t> next;
    for (const GoldenRegion& each : goldenRegions()) {
        const PictureRecord* picture = reading.picture(each.image);
        QVERIFY(picture);
        const RegionRecord& region = picture->regions.at(next[each.image]++);
        QCOMPARE(distance(cornersOf(region), each.readBack[truth.toStdString()]), 0.0);
        QCOMPARE(region.label, each.label);
        QVERIFY(region.captions.empty());
        QCOMPARE(region.extra, std::string());
    }
    QCOMPARE(reading.regionCount(), goldenRegions().size());
    QCOMPARE(std::pair(reading.picture("park_0137.jpg")->width, reading.picture("park_0137.jpg")->height), std::pair(200, 300));
}

void TestVoc::oneFileIsReadAsWell() {
    const Reading reading =
        readAll(vocFormat(), dataFile("voc_1based/Annotations/street_0042.xml"), {dataFile("images"), Origin::Detect});
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    QCOMPARE(distance(cornersOf(reading.pictures.at(0).regions.at(0)), {10, 20, 110, 220}), 0.0);
    QCOMPARE(reading.pictures.at(0).file, dataFile("images/street_0042.jpg"));
}

void TestVoc::originIsDetectedOverAllFiles_data() {
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<double>("left");
    const auto row = [](const char* name, const std::string& bounds, double left) {
        QTest::newRow(name) << QByteArray::fromStdString(bounds) << left;
    };
    row("nothing tells", box(1, 1, 99, 49), 10);
    row("a zero", box(0, 1, 99, 49), 10);
    row("a maximum is the width", box(1, 1, 100, 49), 9);
    row("a maximum is the height", box(1, 1, 99, 50), 9);
    row("a zero and the width", box(1, 0, 100, 49), 10);
    row("a negative number", box(1, -3, 100, 49), 10);
}

void TestVoc::originIsDetectedOverAllFiles() {
    QFETCH(QByteArray, other);
    QFETCH(double, left);
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "a.xml", annotation(object(box(10, 20, 30, 40))));
    putFile(pathOf(folder) / "b/b.xml", annotation(object(other.toStdString())));
    const Reading reading = readAll(vocFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.at(0).regions.at(0).shape.box.x, left);
    QCOMPARE(cornersOf(reading.pictures.at(0).regions.at(0))[2], 30.0);
    QCOMPARE(reading.pictures.at(1).path, std::string("b/a.png"));
}

void TestVoc::originCanBeSaid() {
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "a.xml", annotation(object(box(0, 20, 30, 40))));
    QCOMPARE(readAll(vocFormat(), pathOf(folder), {{}, Origin::One}).pictures.at(0).regions.at(0).shape.box.x, -1.0);
    QCOMPARE(readAll(vocFormat(), pathOf(folder), {{}, Origin::Zero}).pictures.at(0).regions.at(0).shape.box.x, 0.0);
}

void TestVoc::turnedBoxesAndPolygonsAreRead() {
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "a.xml",
            annotation(object("<robndbox><cx>50</cx><cy>25</cy><w>20</w><h>10</h><angle>0.5</angle></robndbox>") +
                       object(box(1, 2, 30, 40) +
                              "<polygon><x1>1</x1><y1>2</y1><x2>30</x2><y2>2.5</y2><x3>15</x3><y3>40</y3></polygon>") +
                       object("<polygon><pt><x>1</x><y>2</y></pt><pt><x>3</x><y>4</y></pt><pt><x>5</x><y>9</y></pt></polygon>") +
                       object(box(1, 2, 3.5, 4.25) + "<polygon/>")));
    const Reading reading = readAll(vocFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    const auto& regions = reading.pictures.at(0).regions;
    QVERIFY(regions.at(0).shape == geometry::rotatedBox({40, 20, 20, 10}, 0.5 * 180 / std::numbers::pi));
    QVERIFY(regions.at(1).shape == geometry::polygon({{1, 2}, {30, 2.5}, {15, 40}}));
    QVERIFY(regions.at(2).shape == geometry::polygon({{1, 2}, {3, 4}, {5, 9}}));
    QVERIFY(regions.at(3).shape == geometry::boxShape({1, 2, 2.5, 2.25}));
}

void TestVoc::roundTripGivesTheTruncatedBoxes() {
    const QTemporaryDir folder;
    QVERIFY(writeAll(vocFormat(), goldenPictures(), folder).ok());
    const Reading reading = readAll(vocFormat(), pathOf(folder));
    std::map<std::string, std::size_t> next;
    for (const GoldenRegion& each : goldenRegions()) {
        const RegionRecord& region = reading.picture(each.image)->regions.at(next[each.image]++);
        QCOMPARE(distance(cornersOf(region), each.readBack["voc"]), 0.0);
    }
    const std::string street = fileText(pathOf(folder) / "Annotations/street_0042.xml");
    QVERIFY(street.find("<xmin>11</xmin>") != std::string::npos);
    QVERIFY(street.find("<xmax>110</xmax>") != std::string::npos);
}

void TestVoc::everythingHeldSurvivesARoundTrip() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0].path = "sub/folder/street_0042.jpg";
    pictures[0].captions.emplace_back().text = "a street";
    pictures[0].captions.emplace_back().text = " another\nline \"quoted\" <b>\r\n";
    pictures[1].regions[0].shape = geometry::rotatedBox({40, 50, 60, 24}, -123.5);
    pictures[2].regions.clear();
    const QTemporaryDir folder;
    QVERIFY(writeAll(vocFormat(), pictures, folder).ok());
    const std::string difference = firstDifference(readAll(vocFormat(), pathOf(folder)), pictures, vocFormat().holds);
    QVERIFY2(difference.empty(), difference.c_str());
}

void TestVoc::ourFilesAreReadBackWithoutGuessing() {
    std::vector<PictureRecord> pictures = goldenPictures();
    for (const geometry::Box2& each :
         {geometry::Box2{5, 6, 7, 8}, geometry::Box2{-12, -3, 400, 20}, geometry::Box2{0, 0, 1, 1}}) {
        for (PictureRecord& picture : pictures) {
            picture.regions.resize(1);
            picture.regions[0].shape = geometry::boxShape(each);
        }
        const QTemporaryDir folder;
        QVERIFY(writeAll(vocFormat(), pictures, folder).ok());
        const Reading reading = readAll(vocFormat(), pathOf(folder));
        for (const PictureRecord& picture : reading.pictures) QVERIFY(picture.regions.at(0).shape.box == each);
    }
}

void TestVoc::unknownElementsAreKept() {
    const QTemporaryDir first, second;
    putFile(pathOf(first) / "a.xml",
            annotation("<folder>VOC2007</folder><source><database>The DB</database></source><segmented>1</segmented>" +
                       object("<pose>Left</pose><truncated>1</truncated><difficult>1</difficult>" + box(1, 2, 30, 40) +
                              "<part><name>head</name>" + box(1, 2, 3, 4) + "</part><part><name>hand</name>" + box(5, 6, 7, 8) +
                              "</part>")));
    const Reading reading = readAll(vocFormat(), pathOf(first));
    QVERIFY(writeAll(vocFormat(), reading.pictures, second).ok());
    const Reading again = readAll(vocFormat(), pathOf(second));
    QVERIFY(again.status.ok());
    QCOMPARE(again.pictures.at(0).extra, reading.pictures.at(0).extra);
    QCOMPARE(again.pictures.at(0).regions.at(0).extra, reading.pictures.at(0).regions.at(0).extra);
    const std::string text = fileText(pathOf(second) / "Annotations/a.xml");
    for (const char* kept :
         {"<folder>VOC2007</folder>", "<database>The DB</database>", "<segmented>1</segmented>", "<pose>Left</pose>",
          "<truncated>1</truncated>", "<difficult>1</difficult>", "<name>head</name>", "<name>hand</name>"})
        QVERIFY2(text.find(kept) != std::string::npos, kept);
}

void TestVoc::picturesAreCopiedAndFound() {
    const QTemporaryDir folder;
    QVERIFY(writeAll(vocFormat(), goldenPictures(), folder, {{}, true}).ok());
    QCOMPARE(fileText(pathOf(folder) / "JPEGImages/park_0137.jpg"), fileText(dataFile("images/park_0137.jpg")));
    const Reading reading = readAll(vocFormat(), pathOf(folder) / "Annotations");
    QVERIFY(std::filesystem::equivalent(reading.picture("park_0137.jpg")->file, pathOf(folder) / "JPEGImages/park_0137.jpg"));
}

void TestVoc::hostileFilesAreRefused_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"billion_laughs", "empty", "escape"}) QTest::newRow(name) << QString::fromLatin1(name);
}

void TestVoc::hostileFilesAreRefused() {
    QFETCH(QString, name);
    const std::string file = name.toStdString() + ".xml";
    QVERIFY(isOneSentence(readAll(vocFormat(), std::filesystem::path(RB_TEST_DATA) / "hostile/xml" / file).status, file));
}

void TestVoc::brokenFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const std::string& text) { QTest::newRow(name) << QByteArray::fromStdString(text); };
    row("document type",
        R"(<!DOCTYPE annotation [<!ENTITY a "b">]>)" + annotation(object("<caption>&a;</caption>" + box(1, 2, 3, 4))));
    row("no file name", "<annotation><size/></annotation>");
    row("picture outside", "<annotation><filename>../../etc/passwd</filename></annotation>");
    row("absolute picture", "<annotation><filename>/etc/passwd</filename></annotation>");
    row("no box", annotation(object("")));
    row("box without a side", annotation(object("<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>1</xmax></bndbox>")));
    row("box of text", annotation(object("<bndbox><xmin>one</xmin><ymin>1</ymin><xmax>1</xmax><ymax>1</ymax></bndbox>")));
    row("infinite box", annotation(object("<bndbox><xmin>inf</xmin><ymin>1</ymin><xmax>1</xmax><ymax>1</ymax></bndbox>")));
    row("turned by nothing", annotation(object("<robndbox><cx>50</cx><cy>25</cy><w>20</w><h>10</h></robndbox>")));
    row("polygon of five numbers", annotation(object("<polygon><a>1</a><a>1</a><a>1</a><a>1</a><a>1</a></polygon>")));
    row("negative width", "<annotation><filename>a.png</filename><size><width>-100</width></size></annotation>");
    row("cut short", "<annotation><filename>a.png</filename>");
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep = "<x>" + deep + "</x>";
    row("too deep", annotation(deep));
}

void TestVoc::brokenFilesAreRefused() {
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "a.xml", text.toStdString());
    const Reading reading = readAll(vocFormat(), pathOf(folder));
    QVERIFY(isOneSentence(reading.status, "a.xml"));
    QVERIFY(reading.pictures.empty());
}

void TestVoc::otherFilesAreNotRecognised() {
    for (const char* name : {"voc", "voc/Annotations", "voc_1based/Annotations/park_0137.xml"})
        QVERIFY2(vocFormat().recognises(dataFile(name)), name);
    for (const char* name : {"cvat", "cvat/annotations.xml", "labelme", "yolo", "coco/instances.json", "no such file"})
        QVERIFY2(!vocFormat().recognises(dataFile(name)), name);
}

QTEST_GUILESS_MAIN(TestVoc)
#include "test_voc.moc"
