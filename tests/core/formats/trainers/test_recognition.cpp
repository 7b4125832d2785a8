#include "core/formats/trainers/trainers.h"
#include "tests/core/formats/trainers/trainer_records.h"

using namespace rb::formats;
using namespace rb::formats::test;

namespace {

QString recognisedBy(const std::filesystem::path& path) {
    QStringList names;
    for (const Format* format :
         {&llavaFormat(), &shareGptFormat(), &groundingFormat(), &webDatasetFormat(), &kohyaFormat(), &csvFormat()})
        if (format->recognises(path)) names << QString::fromUtf8(format->name);
    return names.join(QLatin1Char('+'));
}

} // namespace

class TestRecognition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixturesAreKnownByTheirFormatAlone_data();
    void fixturesAreKnownByTheirFormatAlone();
    void writtenFilesAreKnown();
    void nothingBreaksOnAnyTestFile();
};

void TestRecognition::fixturesAreKnownByTheirFormatAlone_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    const std::pair<const char*, const char*> rows[] = {{"llava/llava.json", "llava"},
                                                        {"sharegpt/sharegpt.jsonl", "sharegpt"},
                                                        {"sharegpt/messages.jsonl", "sharegpt"},
                                                        {"sharegpt", "sharegpt"},
                                                        {"webdataset", "webdataset"},
                                                        {"webdataset/regions-000000.tar", "webdataset"},
                                                        {"kohya", "kohya"},
                                                        {"kohya/1_region", "kohya"},
                                                        {"csv/regions.csv", "csv"},
                                                        {"csv", ""},
                                                        {"cap3d/cap3d.csv", ""},
                                                        {"extra/cap3d_odd.csv", ""},
                                                        {"cap3d/first_comma.txt", ""},
                                                        {"coco/instances.json", ""},
                                                        {"coco/captions.json", ""},
                                                        {"coco/results.json", ""},
                                                        {"coco", ""},
                                                        {"regionblip/regions.json", ""},
                                                        {"visual_genome/region_descriptions.json", ""},
                                                        {"labelme/street_0042.json", ""},
                                                        {"labelme", ""},
                                                        {"extra/jsonl/regions.jsonl", ""},
                                                        {"yolo", ""},
                                                        {"yolo/labels", ""},
                                                        {"kitti", ""},
                                                        {"voc", ""},
                                                        {"images", ""},
                                                        {"images/park_0137.jpg", ""},
                                                        {"grounding/strings.json", ""},
                                                        {"../hostile/pth/legacy_tar.pth", ""},
                                                        {"../hostile/json/deep.json", ""},
                                                        {"nothing there", ""},
                                                        {"sharegpt/dataset_info.json", ""}};
    for (const auto& [file, format] : rows) QTest::newRow(file) << QString::fromUtf8(file) << QString::fromUtf8(format);
}

void TestRecognition::fixturesAreKnownByTheirFormatAlone() {
    QFETCH(QString, file);
    QFETCH(QString, format);
    QCOMPARE(recognisedBy(dataFile(file.toStdString())), format);
}

void TestRecognition::writtenFilesAreKnown() {
    const std::pair<const Format*, const char*> outputs[] = {
        {&llavaFormat(), "out.json"}, {&shareGptFormat(), ""}, {&groundingFormat(), "out.jsonl"},
        {&webDatasetFormat(), ""},    {&kohyaFormat(), ""},    {&csvFormat(), "out.csv"}};
    for (const auto& [format, name] : outputs) {
        std::vector<std::string> dialects(format->dialects.begin(), format->dialects.end());
        if (dialects.empty()) dialects.emplace_back();
        for (const std::string& each : dialects) {
            Folder folder;
            RB_OK(folder.write(*format, goldenPictures(), dialect(each)));
            const std::string file = each == "jsonl" ? "out.jsonl" : name;
            QCOMPARE(recognisedBy(folder.path() / file), QString::fromUtf8(format->name));
        }
    }
}

void TestRecognition::nothingBreaksOnAnyTestFile() {
    int looked = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(RB_TEST_DATA)) {
        recognisedBy(entry.path());
        ++looked;
    }
    QVERIFY(looked > 100);
}

QTEST_GUILESS_MAIN(TestRecognition)
#include "test_recognition.moc"
