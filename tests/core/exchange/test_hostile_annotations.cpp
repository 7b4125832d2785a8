#include "core/exchange/format_table.h"
#include "core/exchange/project_import.h"
#include "core/formats/staged_output.h"
#include "tests/core/formats/golden_records.h"
#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::exchange;
using project::Project;

/// Every hostile file of annotations, read as each format that reads such files, is refused with one sentence and
/// leaves the project as it was.
class HostileAnnotationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesOfThePublicSetAreRefused_data();
    void filesOfThePublicSetAreRefused();
    void deepJsonIsRefused_data();
    void deepJsonIsRefused();
    void elementsThatAreNoRecordsAreRefused_data();
    void elementsThatAreNoRecordsAreRefused();
    void deepExtraOfAStrangersProjectIsHarmless_data();
    void deepExtraOfAStrangersProjectIsHarmless();

private:
    void refuses(const char* format, const std::filesystem::path& file);
};

static const std::vector<const char*> kJsonFormats{"coco",     "regionblip", "visual_genome", "jsonl",
                                                   "labelme", "llava",      "sharegpt",      "grounding"};

/// Columns of a test that reads a file as a format.
static void addColumns() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("content");
}

/// Brackets around nothing, or around what the parser has not closed.
static QByteArray nested(int depth, char open, char close) { return QByteArray(depth, open) + QByteArray(depth, close); }

void HostileAnnotationsTest::refuses(const char* format, const std::filesystem::path& file) {
    const QTemporaryDir folder;
    const auto project = project::test::mustOpen(Project::create(folder.filePath(QStringLiteral("a.rbproject"))));
    const auto refused = importInto(*project, **formatNamed(format), file, {});
    QVERIFY(!refused.ok());
    const QString sentence = QString::fromStdString(refused.error().message);
    QVERIFY2(sentence.contains(QString::fromStdString(file.filename().string())), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.contains(QLatin1Char('\n')) && sentence.size() < 300, qPrintable(sentence));
    QCOMPARE(project->counts().media, 0);
    QVERIFY(!project->canUndo());
}

void HostileAnnotationsTest::filesOfThePublicSetAreRefused_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("file");
    const std::map<std::string, std::vector<const char*>> readers{{"json", kJsonFormats}, {"xml", {"cvat", "voc"}}, {"csv", {"csv"}}};
    int files = 0;
    for (const nlohmann::json& entry : formats::test::readJson(RB_TEST_DATA "/hostile/index.json")) {
        const auto formats = readers.find(entry["kind"]);
        if (formats == readers.end()) continue;
        ++files;
        const std::string file = entry["file"];
        for (const char* format : formats->second) QTest::newRow((file + " as " + format).c_str()) << QByteArray(format) << QByteArray::fromStdString(file);
    }
    QCOMPARE(files, 10);
}

void HostileAnnotationsTest::filesOfThePublicSetAreRefused() {
    QFETCH(const QByteArray, format);
    QFETCH(const QByteArray, file);
    refuses(format.constData(), std::filesystem::path(RB_TEST_DATA "/hostile") / file.toStdString());
}

void HostileAnnotationsTest::deepJsonIsRefused_data() {
    addColumns();
    constexpr int kDeep = 100'000;
    const QByteArray lists = nested(kDeep, '[', ']');
    QByteArray objects;
    for (int i = 0; i < kDeep; ++i) objects += "{\"a\":";
    objects += "1" + QByteArray(kDeep, '}');
    for (const char* format : kJsonFormats) {
        const QByteArray name(format);
        QTest::newRow(name + ", only lists") << name << lists;
        QTest::newRow(name + ", only objects") << name << objects;
        for (const QByteArray& deep : {lists, objects}) {
            const QByteArray record = "{\"image\": \"a.jpg\", \"imagePath\": \"a.jpg\", \"shapes\": [], \"image_id\": 1, \"unknown\": " + deep + "}";
            const bool list = name != "jsonl" && name != "labelme" && name != "coco";
            const QByteArray content = name == "coco" ? "{\"images\": [" + record + "]}" : list ? "[" + record + "]" : record;
            QTest::newRow(name + ", in a field, " + (deep == lists ? "lists" : "objects")) << name << content;
        }
    }
}

void HostileAnnotationsTest::deepJsonIsRefused() {
    QFETCH(const QByteArray, format);
    QFETCH(const QByteArray, content);
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("deep.json")).toStdString();
    std::ofstream(file, std::ios::binary) << content.toStdString();
    refuses(format.constData(), file);
}

void HostileAnnotationsTest::elementsThatAreNoRecordsAreRefused_data() {
    addColumns();
    for (const char* format : {"regionblip", "visual_genome", "llava", "sharegpt", "grounding", "coco"})
        for (const char* content : {"[1]", "[null]", "[[]]", "[\"a\"]", "[[{\"image\": \"a.jpg\"}]]"})
            QTest::newRow((std::string(format) + " " + content).c_str()) << QByteArray(format) << QByteArray(content);
    QTest::newRow("coco images") << QByteArray("coco") << QByteArray(R"({"images": [7], "annotations": []})");
    QTest::newRow("coco annotations") << QByteArray("coco") << QByteArray(R"({"images": [], "annotations": ["x"]})");
    QTest::newRow("jsonl") << QByteArray("jsonl") << QByteArray("7\n");
    QTest::newRow("labelme shapes") << QByteArray("labelme") << QByteArray(R"({"imagePath": "a.jpg", "shapes": [7]})");
}

void HostileAnnotationsTest::elementsThatAreNoRecordsAreRefused() { deepJsonIsRefused(); }

void HostileAnnotationsTest::deepExtraOfAStrangersProjectIsHarmless_data() {
    QTest::addColumn<QByteArray>("format");
    for (const formats::Format* format : allFormats())
        if (format->write && QByteArray(format->name) != "kohya") QTest::newRow(format->name) << QByteArray(format->name);
}

void HostileAnnotationsTest::deepExtraOfAStrangersProjectIsHarmless() {
    QFETCH(const QByteArray, format);
    formats::PictureRecord picture;
    picture.path = "a.jpg";
    picture.width = picture.height = 100;
    picture.extra = "{\"" + format.toStdString() + "\":" + nested(100'000, '[', ']').toStdString() + "}";
    formats::RegionRecord region;
    region.shape = geometry::boxShape({1, 2, 3, 4});
    region.captions = {formats::textCaption("a dog")};
    region.extra = picture.extra;
    picture.regions = {region};
    formats::PreviewOutput output;
    const formats::Format& chosen = **formatNamed(format.toStdString());
    formats::LossTally tally;
    QVERIFY(formats::held(picture, chosen.holds, tally));
    const std::vector<formats::PictureRecord> pictures{picture};
    const Status written = chosen.write(formats::test::sourceOf(pictures), {}, output);
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
}

QTEST_GUILESS_MAIN(HostileAnnotationsTest)
#include "test_hostile_annotations.moc"
