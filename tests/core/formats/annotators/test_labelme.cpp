#include "tests/core/formats/annotators/annotator_files.h"

using namespace rb;
using namespace rb::formats;
using namespace rb::formats::test;

class TestLabelme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenRegionsAreAsStored();
    void picturesAreFoundBesideTheFolder();
    void everyShapeTypeHasItsBounds();
    void turnedBoxHasItsCentreSizeAndAngle();
    void whatIsOnlyABoxIsCountedAndKept();
    void everythingHeldSurvivesARoundTrip_data();
    void everythingHeldSurvivesARoundTrip();
    void shapesFileLosesNothing();
    void movedCircleIsWrittenAsABox();
    void editedDescriptionReplacesTheFirstCaption();
    void imageDataIsNeitherReadNorWritten();
    void dialectsDrawBoxesTheirWay();
    void pathsStayInTheFolderOrTheOneAround_data();
    void pathsStayInTheFolderOrTheOneAround();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void negativeSizeIsRefused();
    void otherFilesAreNotRecognised();
};

void TestLabelme::goldenRegionsAreAsStored() {
    const Reading reading = readAll(labelmeFormat(), dataFile("labelme"));
    QVERIFY2(reading.status.ok(), reading.status.ok() ? "" : reading.status.error().message.c_str());
    QCOMPARE(reading.pictures.size(), std::size_t{3});
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
    QCOMPARE(reading.picture("kitchen_581857.jpg")->width, 257);
    QCOMPARE(reading.picture("kitchen_581857.jpg")->height, 193);
}

void TestLabelme::picturesAreFoundBesideTheFolder() {
    const Reading reading = readAll(labelmeFormat(), dataFile("labelme"));
    QCOMPARE(reading.pictures.at(0).path, std::string("images/kitchen_581857.jpg"));
    QVERIFY(std::filesystem::equivalent(reading.pictures.at(0).file, dataFile("images/kitchen_581857.jpg")));
}

void TestLabelme::everyShapeTypeHasItsBounds() {
    const Reading reading = readAll(labelmeFormat(), dataFile("extra/labelme_shapes"));
    QVERIFY(reading.status.ok());
    const auto expected = readJson(dataFile("extra/expected_extra.json"))["labelme_shapes/street_0042.json"];
    QCOMPARE(reading.regionCount(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const RegionRecord& region = reading.pictures.at(0).regions.at(i);
        QVERIFY(distance(cornersOf(region), expected[i]["points_bounds_xyxy"]) < 1e-9);
        QCOMPARE(region.label, expected[i]["label"].get<std::string>());
        const std::string caption = expected[i]["caption"];
        QCOMPARE(captionTexts(region.captions), caption.empty() ? std::vector<std::string>() : std::vector<std::string>{caption});
    }
    QCOMPARE(reading.pictures.at(0).regions.at(3).score.value_or(0), 0.875);
}

void TestLabelme::turnedBoxHasItsCentreSizeAndAngle() {
    const Reading reading = readAll(labelmeFormat(), dataFile("extra/labelme_shapes"));
    const geometry::Shape2& shape = reading.pictures.at(0).regions.at(5).shape;
    const auto expected = readJson(dataFile("extra/expected_extra.json"))["labelme_shapes/street_0042.json"][5];
    QCOMPARE(shape.kind, geometry::Shape2::Kind::RotatedBox);
    QVERIFY(std::abs(shape.box.x + shape.box.width / 2 - expected["centre"][0].get<double>()) < 1e-9);
    QVERIFY(std::abs(shape.box.y + shape.box.height / 2 - expected["centre"][1].get<double>()) < 1e-9);
    QVERIFY(std::abs(shape.box.width - expected["size"][0].get<double>()) < 1e-9);
    QVERIFY(std::abs(shape.box.height - expected["size"][1].get<double>()) < 1e-9);
    QVERIFY(std::abs(shape.angle - expected["clockwise_degrees"].get<double>()) < 1e-9);
}

void TestLabelme::whatIsOnlyABoxIsCountedAndKept() {
    const Reading reading = readAll(labelmeFormat(), dataFile("extra/labelme_shapes"));
    QCOMPARE(countOf(reading.tally, "regions", &LossReport::Line::changed), 6); // circle, line, linestrip, point, points, mask
    QCOMPARE(countOf(reading.tally, "regions", &LossReport::Line::kept), 8);
    const std::string& mask = reading.pictures.at(0).regions.at(11).extra;
    QVERIFY(mask.find("\"shape_type\":\"mask\"") != std::string::npos);
    QVERIFY(mask.find("iVBORw0KGgo") != std::string::npos);
    QVERIFY(reading.pictures.at(0).extra.find("our_unknown_key") != std::string::npos);
}

void TestLabelme::everythingHeldSurvivesARoundTrip_data() {
    QTest::addColumn<QString>("dialect");
    QTest::newRow("labelme") << QStringLiteral("labelme");
    QTest::newRow("x-anylabeling") << QStringLiteral("x-anylabeling");
}

void TestLabelme::everythingHeldSurvivesARoundTrip() {
    QFETCH(QString, dialect);
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0].path = "sub/folder/street_0042.jpg";
    pictures[0].captions.emplace_back().text = "a street";
    pictures[0].captions.emplace_back().text = "another\nline \"quoted\"";
    pictures[0].regions[0].score = 0.25;
    pictures[1].regions[0].shape = geometry::rotatedBox({40, 50, 60, 24}, -123.5);
    pictures[2].regions.clear();
    for (PictureRecord& each : pictures) each.file.clear();
    const QTemporaryDir folder;
    QVERIFY(writeAll(labelmeFormat(), pictures, folder, {dialect.toStdString(), false}).ok());
    const Reading reading = readAll(labelmeFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    const std::string difference = firstDifference(reading, pictures, labelmeFormat().holds);
    QVERIFY2(difference.empty(), difference.c_str());
}

void TestLabelme::shapesFileLosesNothing() {
    const Reading reading = readAll(labelmeFormat(), dataFile("extra/labelme_shapes"));
    const QTemporaryDir folder;
    QVERIFY(writeAll(labelmeFormat(), reading.pictures, folder).ok());
    const auto was = readJson(dataFile("extra/labelme_shapes/street_0042.json"));
    const auto is = readJson(pathOf(folder) / "street_0042.json");
    for (const char* key : {"version", "flags", "imagePath", "imageData", "imageHeight", "imageWidth", "our_unknown_key"})
        QVERIFY(is[key] == was[key]);
    QCOMPARE(is["shapes"].size(), was["shapes"].size());
    for (std::size_t i = 0; i < was["shapes"].size(); ++i) {
        for (const char* key : {"label", "group_id", "description", "shape_type", "flags", "mask"})
            QVERIFY(is["shapes"][i][key] == was["shapes"][i][key]);
        // Corners of rectangles have no order; a turned box is written from its centre and angle.
        const std::string type = was["shapes"][i]["shape_type"];
        if (type != "rectangle" && type != "oriented_rectangle") QVERIFY(is["shapes"][i]["points"] == was["shapes"][i]["points"]);
    }
    QVERIFY(is["shapes"][3]["score"] == was["shapes"][3]["score"]);
}

void TestLabelme::movedCircleIsWrittenAsABox() {
    Reading reading = readAll(labelmeFormat(), dataFile("extra/labelme_shapes"));
    RegionRecord& circle = reading.pictures.at(0).regions.at(6);
    circle.shape = geometry::moved(circle.shape, 5, 0);
    const QTemporaryDir folder;
    QVERIFY(writeAll(labelmeFormat(), reading.pictures, folder).ok());
    const auto shape = readJson(pathOf(folder) / "street_0042.json")["shapes"][6];
    QCOMPARE(shape["shape_type"].get<std::string>(), std::string("rectangle"));
    QVERIFY(shape["points"] == nlohmann::json::parse("[[55.0,40.0],[155.0,140.0]]"));
}

void TestLabelme::editedDescriptionReplacesTheFirstCaption() {
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "a.json", R"({"flags":{},"shapes":[{"label":"x","points":[[1,2],[3,4]],"shape_type":"rectangle",
        "description":"new","captions":["old","second"]}],"imagePath":"a.png","imageHeight":5,"imageWidth":6})");
    const Reading reading = readAll(labelmeFormat(), pathOf(folder) / "a.json");
    QCOMPARE(captionTexts(reading.pictures.at(0).regions.at(0).captions), (std::vector<std::string>{"new", "second"}));
}

void TestLabelme::imageDataIsNeitherReadNorWritten() {
    const QTemporaryDir folder;
    const QTemporaryDir second;
    putFile(pathOf(folder) / "a.json",
            R"({"flags":{},"shapes":[],"imagePath":"a.png","imageData":")" + std::string(3'000'000, 'A') + "\"}");
    const Reading reading = readAll(labelmeFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    QCOMPARE(reading.pictures.at(0).extra, std::string());
    QVERIFY(writeAll(labelmeFormat(), reading.pictures, second).ok());
    const auto written = readJson(pathOf(second) / "a.json");
    QVERIFY(written.contains("imageData") && written["imageData"].is_null());
}

void TestLabelme::dialectsDrawBoxesTheirWay() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0].regions[1].shape = geometry::rotatedBox({40, 50, 60, 24}, -90);
    const QTemporaryDir first, second;
    QVERIFY(writeAll(labelmeFormat(), pictures, first).ok());
    QVERIFY(writeAll(labelmeFormat(), pictures, second, {"x-anylabeling", false}).ok());
    const auto labelme = readJson(pathOf(first) / "street_0042.json")["shapes"];
    const auto other = readJson(pathOf(second) / "street_0042.json")["shapes"];
    QVERIFY(labelme[0]["points"] == nlohmann::json::parse("[[10.0,20.0],[110.5,220.25]]"));
    QVERIFY(other[0]["points"] == nlohmann::json::parse("[[10.0,20.0],[110.5,20.0],[110.5,220.25],[10.0,220.25]]"));
    QCOMPARE(labelme[1]["shape_type"].get<std::string>(), std::string("oriented_rectangle"));
    QCOMPARE(other[1]["shape_type"].get<std::string>(), std::string("rotation"));
    QVERIFY(std::abs(other[1]["direction"].get<double>() - 4.71238898038469) < 1e-12);
    QVERIFY(!labelme[1].contains("direction"));
}

void TestLabelme::pathsStayInTheFolderOrTheOneAround_data() {
    QTest::addColumn<QString>("imagePath");
    QTest::addColumn<QString>("path"); // empty: refused
    QTest::newRow("beside the file") << QStringLiteral("a.png") << QStringLiteral("deep/er/a.png");
    QTest::newRow("one folder up") << QStringLiteral("../a.png") << QStringLiteral("deep/a.png");
    QTest::newRow("in the folder given") << QStringLiteral("..\\\\../b/a.png") << QStringLiteral("b/a.png");
    QTest::newRow("in a folder beside it") << QStringLiteral("../../../images/a.png") << QStringLiteral("images/a.png");
    QTest::newRow("further out") << QStringLiteral("../../../../images/a.png") << QString();
    QTest::newRow("up in the middle") << QStringLiteral("a/../../a.png") << QString();
    QTest::newRow("absolute") << QStringLiteral("/etc/passwd") << QString();
    QTest::newRow("drive") << QStringLiteral("C:/a.png") << QString();
    QTest::newRow("nothing") << QStringLiteral("") << QString();
}

void TestLabelme::pathsStayInTheFolderOrTheOneAround() {
    QFETCH(QString, imagePath);
    QFETCH(QString, path);
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "deep/er/a.json", R"({"flags":{},"shapes":[],"imagePath":")" + imagePath.toStdString() + "\"}");
    const Reading reading = readAll(labelmeFormat(), pathOf(folder));
    QCOMPARE(reading.status.ok(), !path.isEmpty());
    if (path.isEmpty()) QVERIFY(isOneSentence(reading.status, "a.json"));
    else QCOMPARE(reading.pictures.at(0).path, path.toStdString());
}

void TestLabelme::brokenFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("shape");
    QTest::newRow("no points") << QByteArray(R"({"label":"a","points":[],"shape_type":"rectangle"})");
    QTest::newRow("points missing") << QByteArray(R"({"label":"a","shape_type":"rectangle"})");
    QTest::newRow("points are text") << QByteArray(R"({"label":"a","points":"1,2","shape_type":"rectangle"})");
    QTest::newRow("point of three") << QByteArray(R"({"label":"a","points":[[1,2,3],[4,5,6]],"shape_type":"rectangle"})");
    QTest::newRow("three corners") << QByteArray(R"({"label":"a","points":[[1,2],[4,5],[7,8]],"shape_type":"rectangle"})");
    QTest::newRow("turned box of two") << QByteArray(R"({"label":"a","points":[[1,2],[4,5]],"shape_type":"rotation"})");
    QTest::newRow("far too large") << QByteArray(R"({"label":"a","points":[[1,2],[4e12,5]],"shape_type":"rectangle"})");
    QTest::newRow("infinite") << QByteArray(R"({"label":"a","points":[[1,2],[1e999,5]],"shape_type":"rectangle"})");
    QTest::newRow("NaN") << QByteArray(R"({"label":"a","points":[[1,2],[NaN,5]],"shape_type":"rectangle"})");
    QTest::newRow("label is a number") << QByteArray(R"({"label":7,"points":[[1,2],[4,5]],"shape_type":"rectangle"})");
    QTest::newRow("caption is a number") << QByteArray(
        R"({"label":"a","points":[[1,2],[4,5]],"shape_type":"rectangle","captions":[1]})");
    QTest::newRow("shape is a list") << QByteArray("[1]");
    QTest::newRow("too deep") << QByteArray(R"({"label":"a","points":)") + QByteArray(5000, '[') + QByteArray(5000, ']') +
                                     QByteArray("}");
    QTest::newRow("cut short") << QByteArray(R"({"label":"a","points":[[1,)");
}

void TestLabelme::brokenFilesAreRefused() {
    QFETCH(QByteArray, shape);
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "a.json",
            R"({"flags":{},"imagePath":"a.png","imageHeight":5,"imageWidth":6,"shapes":[)" + shape.toStdString() + "]}");
    const Reading reading = readAll(labelmeFormat(), pathOf(folder));
    QVERIFY(isOneSentence(reading.status, "a.json"));
}

void TestLabelme::hostileFilesAreRefused_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"deep", "infinity", "box_text", "negative_size", "escape_path"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestLabelme::hostileFilesAreRefused() {
    QFETCH(QString, name);
    const std::string file = name.toStdString() + ".json";
    QVERIFY(isOneSentence(readAll(labelmeFormat(), std::filesystem::path(RB_TEST_DATA) / "hostile/json" / file).status, file));
}

void TestLabelme::negativeSizeIsRefused() {
    const QTemporaryDir folder;
    putFile(pathOf(folder) / "a.json", R"({"flags":{},"shapes":[],"imagePath":"a.png","imageHeight":5,"imageWidth":-6})");
    QVERIFY(isOneSentence(readAll(labelmeFormat(), pathOf(folder)).status, "imageWidth"));
}

void TestLabelme::otherFilesAreNotRecognised() {
    QVERIFY(labelmeFormat().recognises(dataFile("labelme")));
    QVERIFY(labelmeFormat().recognises(dataFile("labelme/park_0137.json")));
    QVERIFY(labelmeFormat().recognises(dataFile("extra/labelme_shapes/street_0042.json")));
    for (const char* name : {"coco", "coco/instances.json", "labelcloud", "labelcloud/vertices.json", "llava/llava.json", "cvat",
                             "regionblip/regions.json", "scanrefer/ScanRefer_filtered_train.json",
                             "visual_genome/region_descriptions.json", "no such file", "images"})
        QVERIFY2(!labelmeFormat().recognises(dataFile(name)), name);
}

QTEST_GUILESS_MAIN(TestLabelme)
#include "test_labelme.moc"
