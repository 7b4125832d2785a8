#include "core/formats/annotators/cvat_shape.h"
#include "tests/core/formats/annotators/annotator_files.h"

using namespace rb;
using namespace rb::formats;
using namespace rb::formats::test;

class TestCvat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenRegionsAreAsStored();
    void everyShapeIsAsStored();
    void maskHasItsPixels();
    void pictureWithoutShapesIsRead();
    void captionOfATagIsThePictures();
    void everythingHeldSurvivesARoundTrip();
    void shapesFileLosesNothing();
    void movedEllipseIsWrittenAsABox();
    void everyLabelDeclaresItsAttributes();
    void oddTextsSurvive();
    void picturesAreCopiedBesideTheFile();
    void subsetNeverLeavesTheFolder();
    void tracksAndSkeletonsAreCounted();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void brokenElementsAreRefused_data();
    void brokenElementsAreRefused();
    void otherFilesAreNotRecognised();
};

namespace {

std::string wrapped(const std::string& inside) { return "<annotations><version>1.1</version>" + inside + "</annotations>"; }

std::string image(const std::string& inside) {
    return wrapped(R"(<image id="0" name="a.png" width="10" height="10">)" + inside + "</image>");
}

Reading readText(const QTemporaryDir& folder, const std::string& text) {
    putFile(pathOf(folder) / "a.xml", text);
    return readAll(cvatFormat(), pathOf(folder) / "a.xml");
}

/// Elements with this name and everything of theirs, without spaces between elements.
std::vector<XmlNode> elementsOf(const std::filesystem::path& file, const std::string& name) {
    std::vector<XmlNode> found;
    XmlFile xml(file);
    xml.enter("annotations");
    while (xml.next())
        if (XmlNode node = xml.take(); node.name == name) found.push_back(node);
    return found;
}

std::map<std::string, std::string> attributesOf(const XmlNode& node) {
    std::map<std::string, std::string> attributes(node.attributes.begin(), node.attributes.end());
    for (auto& [key, value] : attributes) {
        if (!isCvatGeometry(key) || key == "points" || key == "rle") continue;
        value = std::to_string(std::stod(value)); // "10.50" is 10.5
    }
    return attributes;
}

} // namespace

void TestCvat::goldenRegionsAreAsStored() {
    const Reading reading = readAll(cvatFormat(), dataFile("cvat/annotations.xml"));
    QVERIFY(reading.status.ok());
    std::map<std::string, std::size_t> next;
    for (const GoldenRegion& each : goldenRegions()) {
        const PictureRecord* picture = reading.picture(each.image);
        QVERIFY(picture);
        const RegionRecord& region = picture->regions.at(next[each.image]++);
        QVERIFY(distance(cornersOf(region), each.corners) < 1e-9);
        QCOMPARE(region.label, each.label);
        QCOMPARE(captionTexts(region.captions), std::vector<std::string>{each.captions.front()});
        QCOMPARE(region.shape.kind == geometry::Shape2::Kind::Polygon, !each.polygon.is_null());
        QCOMPARE(region.extra, std::string());
    }
    QCOMPARE(reading.regionCount(), goldenRegions().size());
    QCOMPARE(reading.pictures.at(1).path, std::string("sub/park_0137.jpg"));
    QCOMPARE(std::pair(reading.pictures.at(1).width, reading.pictures.at(1).height), std::pair(200, 300));
}

void TestCvat::everyShapeIsAsStored() {
    const Reading reading = readAll(cvatFormat(), dataFile("extra/cvat_shapes.xml"));
    QVERIFY(reading.status.ok());
    const auto expected = readJson(dataFile("extra/expected_extra.json"))["cvat_shapes.xml"];
    const PictureRecord& picture = reading.pictures.at(0);
    QCOMPARE(picture.path, std::string("sub folder/street_0042.jpg"));
    QCOMPARE(picture.regions.size(), expected.size() - 1); // the last one is a tag
    for (std::size_t i = 0; i < picture.regions.size(); ++i) {
        const geometry::Box2& box = picture.regions[i].shape.box;
        QVERIFY(distance({box.x, box.y, box.x + box.width, box.y + box.height}, expected[i]["bounds_xyxy"]) < 1e-9);
        const std::string caption = expected[i]["caption"].is_null() ? "" : expected[i]["caption"];
        QCOMPARE(captionTexts(picture.regions[i].captions),
                 caption.empty() ? std::vector<std::string>() : std::vector<std::string>{caption});
    }
    QCOMPARE(picture.regions[1].shape.angle, expected[1]["rotation_degrees"].get<double>());
    QCOMPARE(countOf(reading.tally, "regions", &LossReport::Line::changed), 4); // polyline, points, ellipse, mask
}

void TestCvat::maskHasItsPixels() {
    const Reading reading = readAll(cvatFormat(), dataFile("extra/cvat_shapes.xml"));
    const auto expected = readJson(dataFile("extra/expected_extra.json"))["cvat_shapes.xml"][6]["mask_area"];
    QVERIFY(nlohmann::json::parse(reading.pictures.at(0).regions.at(6).extra)["cvat"]["mask_pixels"] == expected);
    QCOMPARE(cvatMaskPixels("0, 3, 1", 4).value(), std::int64_t{3});
    QCOMPARE(cvatMaskPixels("", 0).value(), std::int64_t{0});
    for (const char* runs : {"0, 3", "0, 3, 2", "-1, 5", "1, x", "4611686018427387904, 4611686018427387904"})
        QVERIFY2(!cvatMaskPixels(runs, 4).ok(), runs);
}

void TestCvat::pictureWithoutShapesIsRead() {
    const Reading reading = readAll(cvatFormat(), dataFile("extra/cvat_shapes.xml"));
    QCOMPARE(reading.pictures.size(), std::size_t{2});
    QVERIFY(reading.pictures.at(1).regions.empty());
}

void TestCvat::captionOfATagIsThePictures() {
    const Reading reading = readAll(cvatFormat(), dataFile("extra/cvat_shapes.xml"));
    QCOMPARE(captionTexts(reading.pictures.at(0).captions), std::vector<std::string>{"the whole picture"});
    QVERIFY(reading.pictures.at(0).extra.find("\"label\":\"person\"") != std::string::npos);
}

void TestCvat::everythingHeldSurvivesARoundTrip() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0].path = "sub/folder/street_0042.jpg";
    pictures[0].captions.emplace_back().text = "a street";
    pictures[0].captions.emplace_back().text = "another\nline \"quoted\"";
    pictures[1].regions[0].shape = geometry::rotatedBox({40, 50, 60, 24}, -123.5);
    pictures[2].regions.clear();
    const QTemporaryDir folder;
    QVERIFY(writeAll(cvatFormat(), pictures, folder).ok());
    const std::string difference =
        firstDifference(readAll(cvatFormat(), pathOf(folder) / "out.xml"), pictures, cvatFormat().holds);
    QVERIFY2(difference.empty(), difference.c_str());
}

void TestCvat::shapesFileLosesNothing() {
    const Reading reading = readAll(cvatFormat(), dataFile("extra/cvat_shapes.xml"));
    const QTemporaryDir folder;
    QVERIFY(writeAll(cvatFormat(), reading.pictures, folder).ok());
    const std::vector<XmlNode> was = elementsOf(dataFile("extra/cvat_shapes.xml"), "image"),
                               is = elementsOf(pathOf(folder) / "out.xml", "image");
    QCOMPARE(is.size(), was.size());
    QVERIFY(attributesOf(is[0]) == attributesOf(was[0]));
    QCOMPARE(is[0].children.size(), was[0].children.size());
    for (std::size_t i = 0; i < was[0].children.size(); ++i) {
        const XmlNode& before = was[0].children[i];
        const XmlNode& after = is[0].children[i];
        QCOMPARE(after.name, before.name);
        if (before.name != "polygon") QVERIFY2(attributesOf(after) == attributesOf(before), before.name.c_str());
        QCOMPARE(after.textOf("attribute"), before.textOf("attribute"));
    }
    QCOMPARE(*is[0].children[2].attribute("points"), std::string("10,10;50.5,12;40,60.25"));
}

void TestCvat::movedEllipseIsWrittenAsABox() {
    Reading reading = readAll(cvatFormat(), dataFile("extra/cvat_shapes.xml"));
    RegionRecord& ellipse = reading.pictures.at(0).regions.at(5);
    ellipse.shape = geometry::moved(ellipse.shape, 5, 0);
    const QTemporaryDir folder;
    QVERIFY(writeAll(cvatFormat(), reading.pictures, folder).ok());
    const XmlNode node = elementsOf(pathOf(folder) / "out.xml", "image").at(0).children.at(5);
    QCOMPARE(node.name, std::string("box"));
    QCOMPARE(*node.attribute("xtl"), std::string("64.5"));
    QVERIFY(!node.attribute("rx"));
}

void TestCvat::everyLabelDeclaresItsAttributes() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0].regions[0].extra =
        R"({"cvat":{"attributes":{"colour":"red"},"marks":{"occluded":"1","bad name":"x","label":"y"}}})";
    pictures[0].regions[2].label.clear();
    const QTemporaryDir folder;
    QVERIFY(writeAll(cvatFormat(), pictures, folder).ok());
    const XmlNode meta = elementsOf(pathOf(folder) / "out.xml", "meta").at(0);
    std::map<std::string, std::vector<std::string>> declared;
    for (const XmlNode& label : meta.child("task")->child("labels")->children)
        for (const XmlNode& attribute : label.child("attributes")->children)
            declared[label.textOf("name")].push_back(attribute.textOf("name"));
    QCOMPARE(declared.size(), std::size_t{4}); // person, dog, bottle, and what a region without a label is called
    QCOMPARE(declared["person"], (std::vector<std::string>{"caption", "caption_2", "colour"}));
    QCOMPARE(declared["region"], (std::vector<std::string>{"caption", "caption_2"}));
    const XmlNode first = elementsOf(pathOf(folder) / "out.xml", "image").at(0).children.at(0);
    QCOMPARE(*first.attribute("occluded"), std::string("1"));
    QCOMPARE(*first.attribute("label"), std::string("person"));
}

void TestCvat::oddTextsSurvive() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0].regions[0].label = "a <b> & \"c\"\n'd'";
    pictures[0].regions[0].captions[0].text = "  two\r\nlines\tand a <tag/> ]]> & é 女孩 \xF0\x9F\x90\x95 ";
    const QTemporaryDir folder;
    QVERIFY(writeAll(cvatFormat(), pictures, folder).ok());
    const Reading reading = readAll(cvatFormat(), pathOf(folder) / "out.xml");
    QVERIFY(reading.status.ok());
    const RegionRecord& region = reading.picture("street_0042.jpg")->regions.at(0);
    QCOMPARE(region.label, pictures[0].regions[0].label);
    QCOMPARE(region.captions.at(0).text, pictures[0].regions[0].captions[0].text);
    pictures[0].regions[0].captions[0].text = std::string("bell\x07 and broken \xC3");
    const QTemporaryDir second;
    QVERIFY(writeAll(cvatFormat(), pictures, second).ok());
    const Reading cleaned = readAll(cvatFormat(), pathOf(second) / "out.xml");
    QVERIFY(cleaned.status.ok());
    QCOMPARE(cleaned.picture("street_0042.jpg")->regions.at(0).captions.at(0).text,
             std::string("bell\xEF\xBF\xBD and broken \xEF\xBF\xBD"));
}

void TestCvat::picturesAreCopiedBesideTheFile() {
    const std::vector<PictureRecord> pictures = goldenPictures();
    const QTemporaryDir folder;
    QVERIFY(writeAll(cvatFormat(), pictures, folder, {{}, true}).ok());
    QCOMPARE(fileText(pathOf(folder) / "images/park_0137.jpg"), fileText(dataFile("images/park_0137.jpg")));
    const Reading reading = readAll(cvatFormat(), pathOf(folder) / "out.xml");
    QVERIFY(std::filesystem::equivalent(reading.picture("park_0137.jpg")->file, pathOf(folder) / "images/park_0137.jpg"));
}

void TestCvat::subsetNeverLeavesTheFolder() {
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "outside/a.png", "x");
    putFile(pathOf(folder) / "in/a.xml",
            wrapped(R"(<image id="0" name="a.png" subset="../../outside" width="10" height="10"/>)"));
    std::filesystem::create_directories(pathOf(folder) / "in/images");
    const Reading reading = readAll(cvatFormat(), pathOf(folder) / "in/a.xml");
    QVERIFY(reading.status.ok());
    QVERIFY(reading.pictures.at(0).file.empty());
}

void TestCvat::tracksAndSkeletonsAreCounted() {
    const QTemporaryDir folder;
    const Reading reading = readText(folder, wrapped(R"(<track id="1"><box frame="0"/></track>
        <image id="0" name="a.png" width="10" height="10"><skeleton label="s"><points points="1,2"/></skeleton></image>)"));
    QVERIFY(reading.status.ok());
    QCOMPARE(countOf(reading.tally, "tracks", &LossReport::Line::dropped), 1);
    QCOMPARE(countOf(reading.tally, "regions", &LossReport::Line::dropped), 1);
}

void TestCvat::hostileFilesAreRefused_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"billion_laughs", "empty", "escape"}) QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCvat::hostileFilesAreRefused() {
    QFETCH(QString, name);
    const std::string file = name.toStdString() + ".xml";
    const Reading reading = readAll(cvatFormat(), std::filesystem::path(RB_TEST_DATA) / "hostile/xml" / file);
    QVERIFY(isOneSentence(reading.status, file));
    QVERIFY(reading.pictures.empty());
}

void TestCvat::brokenElementsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const std::string& text) { QTest::newRow(name) << QByteArray::fromStdString(text); };
    row("harmless document type", "<!DOCTYPE annotations>" + image(""));
    row("unknown entity", image(R"(<tag label="a"><attribute name="caption">&amp;&who;</attribute></tag>)"));
    row("another root", "<annotation/>");
    row("cut short", R"(<annotations><image id="0" name="a.png" width="10" height="10"><box label="a")");
    row("tags crossed", "<annotations><image></annotations></image>");
    row("no name", wrapped(R"(<image id="0" width="10" height="10"/>)"));
    row("absolute name", wrapped(R"(<image id="0" name="/etc/passwd" width="10" height="10"/>)"));
    row("negative width", wrapped(R"(<image id="0" name="a.png" width="-10" height="10"/>)"));
    row("huge height", wrapped(R"(<image id="0" name="a.png" width="10" height="99999999999999999999"/>)"));
    row("box side missing", image(R"(<box label="a" xtl="1" ytl="2" xbr="3"/>)"));
    row("box side is text", image(R"(<box label="a" xtl="1" ytl="2" xbr="3" ybr="four"/>)"));
    row("box side is not finite", image(R"(<box label="a" xtl="1" ytl="2" xbr="inf" ybr="nan"/>)"));
    row("turned by text", image(R"(<box label="a" xtl="1" ytl="2" xbr="3" ybr="4" rotation="left"/>)"));
    row("polygon without points", image(R"(<polygon label="a"/>)"));
    row("point of one", image(R"(<polygon label="a" points="1,2;3"/>)"));
    row("mask too long", image(R"(<mask label="a" rle="0, 5" left="0" top="0" width="2" height="2"/>)"));
    row("mask of huge size", image(R"(<mask label="a" rle="0" left="0" top="0" width="1e8" height="1e8"/>)"));
    row("cuboid with one corner", image(R"(<cuboid label="a" xtl1="1" ytl1="2"/>)"));
    std::string deep = R"(<box label="a" xtl="1" ytl="2" xbr="3" ybr="4">)";
    for (int i = 0; i < 5000; ++i) deep += "<x>";
    for (int i = 0; i < 5000; ++i) deep += "</x>";
    row("too deep", image(deep + "</box>"));
}

void TestCvat::brokenElementsAreRefused() {
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    QVERIFY(isOneSentence(readText(folder, text.toStdString()).status, "a.xml"));
}

void TestCvat::otherFilesAreNotRecognised() {
    QVERIFY(cvatFormat().recognises(dataFile("cvat")));
    QVERIFY(cvatFormat().recognises(dataFile("cvat/annotations.xml")));
    QVERIFY(cvatFormat().recognises(dataFile("extra/cvat_shapes.xml")));
    for (const char* name : {"voc", "voc/Annotations", "voc/Annotations/park_0137.xml", "labelme/park_0137.json", "yolo",
                             "yolo/data.yaml", "no such file"})
        QVERIFY2(!cvatFormat().recognises(dataFile(name)), name);
}

QTEST_GUILESS_MAIN(TestCvat)
#include "test_cvat.moc"
