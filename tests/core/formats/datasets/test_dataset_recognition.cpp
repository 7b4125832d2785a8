#include "tests/core/formats/datasets/golden_pictures.h"

using namespace rb::formats;
using namespace rb::formats::test;

class TestDatasetRecognition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesAreToldApart_data();
    void filesAreToldApart();
    void theBeginningIsEnough_data();
    void theBeginningIsEnough();
    void anythingMayBeAsked_data();
    void anythingMayBeAsked();
};

static QString namesOf(const std::filesystem::path& path) {
    QStringList names;
    for (const Format* format : {&cocoFormat(), &refcocoFormat(), &visualGenomeFormat(), &regionBlipFormat(), &jsonlFormat()})
        if (format->recognises(path)) names << QString::fromUtf8(format->name);
    return names.join(QLatin1Char(' '));
}

void TestDatasetRecognition::filesAreToldApart_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    const auto row = [](const char* name, const char* format) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(format);
    };
    for (const char* name : {"coco/instances.json", "coco/captions.json", "coco/captions_regions.json", "coco/results.json",
                             "extra/coco_odd.json", "refcoco/instances.json"})
        row(name, "coco");
    for (const char* name : {"refcoco", "refcoco/refs(unc).p", "refcoco/refs_py2(unc).p"}) row(name, "refcoco");
    for (const char* name : {"visual_genome", "visual_genome/region_descriptions.json",
                             "visual_genome/region_descriptions_id.json", "extra/visual_genome_odd/region_descriptions.json"})
        row(name, "visual_genome");
    row("regionblip/regions.json", "regionblip");
    row("extra/regionblip_odd.json", "regionblip");
    row("extra/jsonl/regions.jsonl", "jsonl");
    row("extra/jsonl/regions_bom_crlf_no_last_newline.jsonl", "jsonl");
    for (const char* name : {"visual_genome/image_data.json", "labelme/street_0042.json", "labelme", "coco",
                             "extra/labelme_shapes/street_0042.json",
                             "images/street_0042.jpg", "cvat/annotations.xml", "csv/regions.csv", "labelcloud/centroid_abs.json",
                             "scanrefer/ScanRefer_filtered_train.json", "webdataset/regions-000000.tar"})
        row(name, "");
    for (const char* folder : {"llava", "sharegpt"})
        for (const auto& each : std::filesystem::directory_iterator(dataFile(folder)))
            row((std::string(folder) + "/" + each.path().filename().string()).c_str(), "");
}

void TestDatasetRecognition::filesAreToldApart() {
    QFETCH(const QString, name);
    QFETCH(const QString, format);
    QVERIFY(std::filesystem::exists(dataFile(name.toStdString())));
    QCOMPARE(namesOf(dataFile(name.toStdString())), format);
}

void TestDatasetRecognition::theBeginningIsEnough_data() {
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QString>("format");
    const auto row = [](const char* name, const char* begin, const char* format) {
        QTest::newRow(name) << QByteArray(begin) << QString::fromUtf8(format);
    };
    row("COCO with long information", R"({"info": {"description": "x"}, "licenses": [{"id": 1}], "extra": ")", "coco");
    row("COCO with annotations first", R"({"annotations": [{"id": 1, "image_id": 5, "segmentation": [[1, )", "coco");
    row("Visual Genome", R"([{"id": 1, "regions": [{"phrase": ")", "visual_genome");
    row("RegionBLIP", R"([{"image": "a", "bbox": [1, 2, 3, 4], "image_id": 3, "caption": ")", "regionblip");
    row("JSON lines", R"({"image": "a", "box_xyxy": [1, 2, 3, 4], "captions": [")", "jsonl");
    row("LLaVA", R"([{"id": "1", "image": "a", "conversations": [{"from": "human", "value": ")", "");
    row("LLaVA in lines",
        R"({"id": "1", "image": "a", "width": 3, "height": 4, "conversations": [{"from": "human", "value": ")", "");
}

void TestDatasetRecognition::theBeginningIsEnough() {
    QFETCH(const QByteArray, begin);
    QFETCH(const QString, format);
    QTemporaryDir folder;
    // Ends in the middle of a text, as the first kilobytes of a large file do.
    QCOMPARE(namesOf(writeFile(folder, "a", begin.toStdString() + std::string(100'000, '1'))), format);
}

void TestDatasetRecognition::anythingMayBeAsked_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("deep objects") << QByteArray("{\"images\":").repeated(5000);
    QTest::newRow("number") << QByteArray("5");
}

void TestDatasetRecognition::anythingMayBeAsked() {
    QFETCH(const QByteArray, bytes);
    QTemporaryDir folder;
    QCOMPARE(namesOf(writeFile(folder, "a.json", bytes.toStdString())), QString());
    QCOMPARE(namesOf(pathOf(folder) / "missing.json"), QString());
    QCOMPARE(namesOf(pathOf(folder)), QString());
    QCOMPARE(namesOf("/dev/zero"), QString());
}

QTEST_GUILESS_MAIN(TestDatasetRecognition)
#include "test_dataset_recognition.moc"
