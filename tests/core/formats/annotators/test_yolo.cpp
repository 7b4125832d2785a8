#include "core/formats/annotators/yolo_yaml.h"
#include "tests/core/formats/annotators/annotator_files.h"

using namespace rb;
using namespace rb::formats;
using namespace rb::formats::test;

class TestYolo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenRegionsAreAsStored_data();
    void goldenRegionsAreAsStored();
    void oddLinesAreAsStored_data();
    void oddLinesAreAsStored();
    void emptyFileIsAPictureWithoutRegions();
    void namesAreRead_data();
    void namesAreRead();
    void splitsComeFromFoldersAndEntries_data();
    void splitsComeFromFoldersAndEntries();
    void layoutsOfOthersAreFound_data();
    void layoutsOfOthersAreFound();
    void dataNeverComesFromOutside();
    void keyPointsAreCounted();
    void missingPicturesAreCounted();
    void everythingHeldSurvivesARoundTrip();
    void outlinesSurviveTheirDialects();
    void oddNamesSurvive();
    void unknownSizeIsRefused();
    void brokenLinesAreRefused_data();
    void brokenLinesAreRefused();
    void brokenDescriptionsAreRefused_data();
    void brokenDescriptionsAreRefused();
    void hostileBracketsEndQuickly();
    void otherFilesAreNotRecognised();
};

namespace {

/// A data set of one picture of 320 by 240 pixels.
void putDataSet(const QTemporaryDir& folder, const std::string& yaml, const std::string& labels, const std::string& split = {}) {
    putFile(pathOf(folder) / "data.yaml", yaml);
    putFile(pathOf(folder) / "labels" / split / "a.txt", labels);
    std::filesystem::create_directories(pathOf(folder) / "images" / split);
    std::filesystem::copy_file(dataFile("images/street_0042.jpg"), pathOf(folder) / "images" / split / "a.jpg");
}

std::array<double, 4> cornersOf(const nlohmann::json& corners) { return corners; }

const std::string kYaml = "train: images\nnames: [person, dog, bottle]\n";

} // namespace

void TestYolo::goldenRegionsAreAsStored_data() {
    QTest::addColumn<QString>("path");
    QTest::newRow("data.yaml") << QStringLiteral("yolo/data.yaml");
    QTest::newRow("folder") << QStringLiteral("yolo");
}

void TestYolo::goldenRegionsAreAsStored() {
    QFETCH(QString, path);
    const Reading reading = readAll(yoloFormat(), dataFile(path.toStdString()));
    QVERIFY2(reading.status.ok(), reading.status.ok() ? "" : reading.status.error().message.c_str());
    QCOMPARE(reading.pictures.size(), std::size_t{3});
    std::map<std::string, std::size_t> next;
    for (const GoldenRegion& each : goldenRegions()) {
        const PictureRecord* picture = reading.picture(each.image);
        QVERIFY(picture);
        const RegionRecord& region = picture->regions.at(next[each.image]++);
        QVERIFY(distance(rb::formats::test::cornersOf(region), each.readBack["yolo"]) < 1e-6);
        QVERIFY(distance(rb::formats::test::cornersOf(region), each.corners) < 5e-4);
        QCOMPARE(region.label, each.label);
        QVERIFY(region.captions.empty());
    }
    QCOMPARE(reading.regionCount(), goldenRegions().size());
    QCOMPARE(std::pair(reading.picture("park_0137.jpg")->width, reading.picture("park_0137.jpg")->height), std::pair(200, 300));
    QCOMPARE(reading.picture("park_0137.jpg")->path, std::string("images/park_0137.jpg"));
    QCOMPARE(reading.picture("park_0137.jpg")->split, std::string()); // train and val name the same folder
}

void TestYolo::oddLinesAreAsStored_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"segment", "obb", "score_crlf"}) QTest::newRow(name) << QString::fromLatin1(name);
}

void TestYolo::oddLinesAreAsStored() {
    QFETCH(QString, name);
    const Reading reading = readAll(yoloFormat(), dataFile("extra/yolo_odd") / name.toStdString(), {dataFile("images"), {}});
    QVERIFY2(reading.status.ok(), reading.status.ok() ? "" : reading.status.error().message.c_str());
    const auto expected = readJson(dataFile("extra/expected_extra.json"))["yolo_odd"][name.toStdString()];
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    QCOMPARE(reading.pictures.at(0).path, std::string("street_0042.jpg"));
    QCOMPARE(reading.regionCount(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const RegionRecord& region = reading.pictures.at(0).regions.at(i);
        QCOMPARE(region.label, std::to_string(expected[i]["class"].get<int>()));
        for (const char* key : {"bounds_xyxy", "bbox_xyxy"})
            if (expected[i].contains(key))
                QVERIFY(distance(rb::formats::test::cornersOf(region), cornersOf(expected[i][key])) < 1e-3);
        for (const char* key : {"polygon", "corners"}) {
            if (!expected[i].contains(key)) continue;
            QCOMPARE(region.shape.kind == geometry::Shape2::Kind::RotatedBox, std::string(key) == "corners");
            const std::vector<geometry::Point2> points = geometry::cornersOf(region.shape);
            QCOMPARE(points.size(), expected[i][key].size());
            for (std::size_t p = 0; p < points.size(); ++p) {
                QVERIFY(std::abs(points[p].x - expected[i][key][p][0].get<double>()) < 1e-3);
                QVERIFY(std::abs(points[p].y - expected[i][key][p][1].get<double>()) < 1e-3);
            }
        }
        if (expected[i].contains("score"))
            QCOMPARE(region.score.value_or(-1), expected[i]["score"].is_null() ? -1.0 : expected[i]["score"].get<double>());
    }
}

void TestYolo::emptyFileIsAPictureWithoutRegions() {
    const Reading reading = readAll(yoloFormat(), dataFile("extra/yolo_odd/empty"), {dataFile("images"), {}});
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    QVERIFY(reading.pictures.at(0).regions.empty());
}

void TestYolo::namesAreRead_data() {
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("list") << QByteArray("names: [person, dog, red bottle]");
    QTest::newRow("list over lines") << QByteArray("names: [ 'person',  # the first\n  \"dog\", \n red bottle ]");
    QTest::newRow("mapping in brackets") << QByteArray("names: {0: person, 1: 'dog', 2: \"red bottle\"}");
    QTest::newRow("block by number") << QByteArray("names:\n  0: person\n  # a remark\n  1: dog # another\n\n  2: 'red bottle'");
    QTest::newRow("block out of order") << QByteArray("names:\n  2: red bottle\n  0: person\n  1: dog");
    QTest::newRow("block of a list") << QByteArray("names:\n- person\n- dog\n- \"red bottle\"");
    QTest::newRow("carriage returns") << QByteArray("nc: 3\r\nnames:\r\n  - person\r\n  - dog\r\n  - red bottle\r");
    QTest::newRow("after a script") << QByteArray(
        "download: |\n  from a import b\n  names: [x]\n\nnames: [person, dog, red bottle]");
}

void TestYolo::namesAreRead() {
    QFETCH(QByteArray, names);
    const QTemporaryDir folder;
    putDataSet(folder, "train: images\n" + names.toStdString() + "\n",
               "2 0.5 0.5 0.5 0.5\n0 0.5 0.5 0.5 0.5\n1 0.5 0.5 0.5 0.5\n");
    const Reading reading = readAll(yoloFormat(), pathOf(folder));
    QVERIFY2(reading.status.ok(), reading.status.ok() ? "" : reading.status.error().message.c_str());
    std::vector<std::string> labels;
    for (const RegionRecord& each : reading.pictures.at(0).regions) labels.push_back(each.label);
    QCOMPARE(labels, (std::vector<std::string>{"red bottle", "person", "dog"}));
}

void TestYolo::splitsComeFromFoldersAndEntries_data() {
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("split");
    const auto row = [](const char* name, const char* entries, const char* folder, const char* split) {
        QTest::newRow(name) << QByteArray(entries) << QString::fromLatin1(folder) << QString::fromLatin1(split);
    };
    row("folder", "train: images\nval: images\n", "val", "val");
    row("folder called valid", "train: images\n", "valid", "val");
    row("only entry", "test: images/a\n", "a", "test");
    row("entry of its own", "train: images/a\nval: images/a\ntestA: images/testA\n", "testA", "testA");
    row("two entries", "train: images/a\nval: images/a\n", "a", "");
    row("list of folders", "train:\n  - images/a\n  - images/b\n", "a", "train");
}

void TestYolo::splitsComeFromFoldersAndEntries() {
    QFETCH(QByteArray, entries);
    QFETCH(QString, folder);
    QFETCH(QString, split);
    const QTemporaryDir data;
    putDataSet(data, entries.toStdString() + "names: [a]\n", "0 0.5 0.5 0.5 0.5\n", folder.toStdString());
    const Reading reading = readAll(yoloFormat(), pathOf(data));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    QCOMPARE(reading.pictures.at(0).split, split.toStdString());
    QCOMPARE(reading.regionCount(), std::size_t{1});
}

void TestYolo::layoutsOfOthersAreFound_data() {
    QTest::addColumn<QByteArray>("yaml"); // empty: none
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("labels");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("label");
    const auto row = [](const char* name, const char* yaml, const char* picture, const char* labels, const char* given,
                        const char* label = "dog") {
        QTest::newRow(name) << QByteArray(yaml) << QString::fromLatin1(picture) << QString::fromLatin1(labels)
                            << QString::fromLatin1(given) << QString::fromLatin1(label);
    };
    row("up from where it is", "train: ../train/images\nnames: [cat, dog]\n", "train/images/a.jpg", "train/labels/a.txt", "");
    row("path elsewhere", "path: /home/x/set\ntrain: images/t\nnames: [cat, dog]\n", "images/t/a.jpg", "labels/t/a.txt",
        "data.yaml");
    row("path inside", "path: set\ntrain: images\nnames: [cat, dog]\n", "set/images/a.jpg", "set/labels/a.txt", "");
    row("list of pictures", "train: train.txt\nnames: [cat, dog]\n", "images/a.jpg", "labels/a.txt", "");
    row("entries that lead nowhere", "train: nowhere\nnames: [cat, dog]\n", "images/a.jpg", "labels/a.txt", "");
    row("classes.txt in labels", "", "images/a.jpg", "labels/a.txt", "labels");
    row("classes.txt above", "", "images/train/a.jpg", "labels/train/a.txt", "labels/train");
    row("folder around labels", "", "images/a.jpg", "labels/a.txt", "");
    row("beside the picture", "", "both/a.jpg", "both/a.txt", "both", "1");
    row("capital ending", "", "images/a.JPG", "labels/a.txt", "labels");
}

void TestYolo::layoutsOfOthersAreFound() {
    QFETCH(QByteArray, yaml);
    QFETCH(QString, picture);
    QFETCH(QString, labels);
    QFETCH(QString, given);
    QFETCH(QString, label);
    const QTemporaryDir folder;
    const std::filesystem::path root = pathOf(folder);
    if (!yaml.isEmpty()) putFile(root / "data.yaml", yaml.toStdString());
    else if (labels.startsWith(QStringLiteral("labels"))) putFile(root / "labels/classes.txt", "cat\r\ndog\r\n");
    putFile(root / "train.txt", "./images/a.jpg\n");
    putFile(root / labels.toStdString(), "1 0.5 0.5 0.5 0.5\n");
    std::filesystem::create_directories((root / picture.toStdString()).parent_path());
    std::filesystem::copy_file(dataFile("images/street_0042.jpg"), root / picture.toStdString());
    const Reading reading = readAll(yoloFormat(), root / given.toStdString());
    QVERIFY2(reading.status.ok(), reading.status.ok() ? "" : reading.status.error().message.c_str());
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    QVERIFY(std::filesystem::equivalent(reading.pictures.at(0).file, root / picture.toStdString()));
    QCOMPARE(reading.regionCount(), std::size_t{1});
    QCOMPARE(reading.pictures.at(0).regions.at(0).label, label.toStdString());
}

void TestYolo::dataNeverComesFromOutside() {
    const QTemporaryDir folder;
    const std::filesystem::path root = pathOf(folder) / "set";
    std::filesystem::create_directories(pathOf(folder) / "images");
    std::filesystem::copy_file(dataFile("images/street_0042.jpg"), pathOf(folder) / "images/a.jpg");
    const std::string outside = (pathOf(folder) / "images").string();
    for (const std::string& entry :
         {std::string("../images"), outside, std::string("x/../../images"), std::string("train.txt")}) {
        putFile(root / "data.yaml", "train: " + entry + "\nnames: [a]\n");
        putFile(root / "train.txt", "../images/a.jpg\n" + outside + "/a.jpg\n");
        const Reading reading = readAll(yoloFormat(), root);
        QVERIFY(!reading.status.ok());
        QVERIFY(reading.pictures.empty());
    }
}

void TestYolo::keyPointsAreCounted() {
    const QTemporaryDir folder;
    putDataSet(folder, "kpt_shape: [2, 3]\n" + kYaml, "0 0.5 0.5 0.5 0.25 0.1 0.2 2 0.3 0.4 1\n");
    const Reading reading = readAll(yoloFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    QVERIFY(reading.pictures.at(0).regions.at(0).shape == geometry::boxShape({80, 90, 160, 60}));
    QCOMPARE(countOf(reading.tally, "key points", &LossReport::Line::dropped), 1);
}

void TestYolo::missingPicturesAreCounted() {
    const QTemporaryDir folder;
    putDataSet(folder, kYaml, "0 0.5 0.5 0.5 0.5\n");
    putFile(pathOf(folder) / "labels/b.txt", "0 0.5 0.5 0.5 0.5\n");
    const Reading reading = readAll(yoloFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.pictures.size(), std::size_t{1});
    QCOMPARE(countOf(reading.tally, "pictures", &LossReport::Line::dropped), 1);
    std::filesystem::remove_all(pathOf(folder) / "images");
    QVERIFY(isOneSentence(readAll(yoloFormat(), pathOf(folder)).status, pathOf(folder).string()));
}

void TestYolo::everythingHeldSurvivesARoundTrip() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[0].path = "sub/folder/street_0042.jpg";
    pictures[1].regions[0].shape = geometry::rotatedBox({40, 50, 60, 24}, -123.5);
    pictures[1].split.clear();
    pictures[2].regions.clear();
    const QTemporaryDir folder;
    QVERIFY(writeAll(yoloFormat(), pictures, folder, {{}, true}).ok());
    const Reading reading = readAll(yoloFormat(), pathOf(folder));
    const std::string difference = firstDifference(reading, pictures, yoloFormat().holds);
    QVERIFY2(difference.empty(), difference.c_str());
    for (std::size_t i = 0; i < pictures[0].regions.size(); ++i) {
        const RegionRecord& is = reading.picture("street_0042.jpg")->regions.at(i);
        QVERIFY(distance(rb::formats::test::cornersOf(is), rb::formats::test::cornersOf(pictures[0].regions[i])) < 5e-4);
    }
    QCOMPARE(reading.picture("street_0042.jpg")->path, std::string("images/train/sub/folder/street_0042.jpg"));
    const QTemporaryDir second;
    QVERIFY(writeAll(yoloFormat(), reading.pictures, second, {{}, true}).ok());
    QVERIFY(std::filesystem::exists(pathOf(second) / "labels/train/sub/folder/street_0042.txt"));
    QCOMPARE(fileText(pathOf(second) / "labels/testA/kitchen_581857.txt"), std::string());
}

void TestYolo::outlinesSurviveTheirDialects() {
    std::vector<PictureRecord> pictures = goldenPictures();
    pictures[1].regions[0].shape = geometry::rotatedBox({40, 50, 60, 24}, -123.5);
    const QTemporaryDir first, second;
    QVERIFY(writeAll(yoloFormat(), pictures, first, {"segment", true}).ok());
    const Reading segments = readAll(yoloFormat(), pathOf(first));
    const geometry::Shape2& outline = segments.picture("park_0137.jpg")->regions.at(1).shape;
    QCOMPARE(outline.points.size(), pictures[1].regions[1].shape.points.size());
    for (std::size_t i = 0; i < outline.points.size(); ++i)
        QVERIFY(std::abs(outline.points[i].x - pictures[1].regions[1].shape.points[i].x) < 5e-4);
    QVERIFY(writeAll(yoloFormat(), pictures, second, {"obb", true}).ok());
    const Reading turned = readAll(yoloFormat(), pathOf(second));
    QCOMPARE(turned.picture("park_0137.jpg")->regions.at(0).shape.kind, geometry::Shape2::Kind::RotatedBox);
    QVERIFY(std::abs(turned.picture("park_0137.jpg")->regions.at(0).shape.angle + 123.5) < 1e-2);
    for (const char* folder : {"train", "val", "testA"})
        for (const auto& file : std::filesystem::directory_iterator(pathOf(second) / "labels" / folder)) {
            const QString line = QString::fromStdString(fileText(file.path())).section(QLatin1Char('\n'), 0, 0);
            QCOMPARE(line.split(QLatin1Char(' ')).size(), 9);
        }
}

void TestYolo::oddNamesSurvive() {
    std::vector<PictureRecord> pictures = goldenPictures();
    const std::vector<std::string> names{"a: b", "it's \"x\"", "# no remark", "[1, 2]", "-", " spaces ", "女孩", "yes", "12"};
    pictures.resize(1);
    pictures[0].regions.resize(1);
    pictures[0].regions.resize(names.size(), pictures[0].regions[0]);
    for (std::size_t i = 0; i < names.size(); ++i) pictures[0].regions[i].label = names[i];
    const QTemporaryDir folder;
    QVERIFY(writeAll(yoloFormat(), pictures, folder, {{}, true}).ok());
    const Reading reading = readAll(yoloFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    for (std::size_t i = 0; i < names.size(); ++i) QCOMPARE(reading.pictures.at(0).regions.at(i).label, names[i]);
}

void TestYolo::unknownSizeIsRefused() {
    std::vector<PictureRecord> pictures = goldenPictures();
    for (PictureRecord& each : pictures) each.width = each.height = 0;
    const QTemporaryDir first, second;
    QVERIFY(writeAll(yoloFormat(), pictures, first, {{}, true}).ok()); // the pictures are there to look at
    QCOMPARE(readAll(yoloFormat(), pathOf(first)).regionCount(), goldenRegions().size());
    for (PictureRecord& each : pictures) each.file.clear();
    QVERIFY(isOneSentence(writeAll(yoloFormat(), pictures, second), "street_0042.jpg"));
    QVERIFY(std::filesystem::is_empty(pathOf(second)));
}

void TestYolo::brokenLinesAreRefused_data() {
    QTest::addColumn<QByteArray>("line");
    for (const char* line :
         {"0", "0 0.5 0.5 0.5", "person 0.5 0.5 0.5 0.5", "-1 0.5 0.5 0.5 0.5", "0.5 0.5 0.5 0.5 0.5", "3 0.5 0.5 0.5 0.5",
          "99999999999999999999 0.5 0.5 0.5 0.5", "0 0.5 nan 0.5 0.5", "0 0.5 inf 0.5 0.5", "0 0.5 1e300 0.5 0.5",
          "0 0.5 0.5 0.5 half", "0 0.5 0.5 0.5 0.5 1.5", "0 0.5 0.5 0.5 0.5 0.5 0.5 7", "0 0,5 0,5 0,5 0,5"})
        QTest::newRow(line) << QByteArray(line);
}

void TestYolo::brokenLinesAreRefused() {
    QFETCH(QByteArray, line);
    const QTemporaryDir folder;
    putDataSet(folder, kYaml, "0 0.5 0.5 0.5 0.5\n" + line.toStdString() + "\n");
    QVERIFY(isOneSentence(readAll(yoloFormat(), pathOf(folder)).status, "a.txt, line 2"));
}

void TestYolo::brokenDescriptionsAreRefused_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("no names") << QByteArray("train: images\n");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("names of text") << QByteArray("train: images\nnames:\n  a: b\n");
    QTest::newRow("names of negative numbers") << QByteArray("train: images\nnames: {-1: b}\n");
    QTest::newRow("names of huge numbers") << QByteArray("train: images\nnames: {9223372036854775807: b, c}\n");
    QTest::newRow("bracket never closed") << QByteArray("train: images\nnames: [a, b\n");
}

void TestYolo::brokenDescriptionsAreRefused() {
    QFETCH(QByteArray, yaml);
    const QTemporaryDir folder;
    putDataSet(folder, yaml.toStdString(), "0 0.5 0.5 0.5 0.5\n");
    QVERIFY(isOneSentence(readAll(yoloFormat(), pathOf(folder)).status, "data.yaml"));
}

void TestYolo::hostileBracketsEndQuickly() {
    const QTemporaryDir folder;
    std::string text = "names: [\n";
    for (int i = 0; i < 500'000; ++i) text += "'a]',\n";
    putFile(pathOf(folder) / "data.yaml", text);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!readYamlEntries(pathOf(folder) / "data.yaml").ok());
    QVERIFY(timer.elapsed() < 5000);
}

void TestYolo::otherFilesAreNotRecognised() {
    for (const char* name :
         {"yolo", "yolo/data.yaml", "yolo/labels", "extra/yolo_odd/segment", "extra/yolo_odd/obb", "extra/yolo_odd/score_crlf"})
        QVERIFY2(yoloFormat().recognises(dataFile(name)), name);
    for (const char* name : {"kitti/label_2", "kohya", "cvat", "voc", "labelme", "cap3d", "images", "coco/instances.json",
                             "points", "scanrefer", "no such file"})
        QVERIFY2(!yoloFormat().recognises(dataFile(name)), name);
}

QTEST_GUILESS_MAIN(TestYolo)
#include "test_yolo.moc"
