#include "core/formats/datasets/refs_file.h"
#include "core/formats/datasets/text_pickle.h"
#include "tests/core/formats/datasets/golden_pictures.h"

using namespace rb::formats;
using namespace rb::formats::test;
using nlohmann::json;

class TestRefcocoFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refsAreAsExpected_data();
    void refsAreAsExpected();
    void regionsAreJoinedByAnnotation_data();
    void regionsAreJoinedByAnnotation();
    void textPicklesAreRead();
    void refsWithoutAnnotationAreCounted();
    void otherPicklesAreRefused_data();
    void otherPicklesAreRefused();
    void wrongRefsAreRefused_data();
    void wrongRefsAreRefused();
};

static const char* const kText = // as Python 2 writes protocol 0
    "(lp1\n(dp2\nS'sent_ids'\np3\n(lp4\nI500\nasS'file_name'\np5\nS'COCO_train2014_000000000042_101.jpg'\np6\n"
    "sS'ann_id'\np7\nI101\nsS'ref_id'\np8\nL7000L\nsS'image_id'\np9\nI42\nsS'split'\np10\nS'val'\np11\n"
    "sS'sentences'\np12\n(lp13\n(dp14\nS'tokens'\np15\n(lp16\nS'man'\np17\nasS'raw'\np18\nS\"it's \\\\ \\xc3\\xa9\"\np19\n"
    "sS'sent_id'\np20\nI500\nsS'sent'\np21\nV\\u4e00 caf\xe9\np22\nsasS'category_id'\np23\nI1\nsa.";

static std::vector<json> refsOf(const std::filesystem::path& file) {
    std::vector<json> refs;
    const rb::Status read = readRefs(file, [&](const json& ref) {
        refs.push_back(ref);
        return rb::Status();
    });
    return read.ok() ? refs : std::vector<json>();
}

void TestRefcocoFormat::refsAreAsExpected_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("Python 3") << QStringLiteral("refcoco/refs(unc).p");
    QTest::newRow("Python 2") << QStringLiteral("refcoco/refs_py2(unc).p");
}

void TestRefcocoFormat::refsAreAsExpected() {
    QFETCH(const QString, name);
    QCOMPARE(json(refsOf(dataFile(name.toStdString()))).dump(), readJson(dataFile("refcoco/refs_expected.json")).dump());
}

void TestRefcocoFormat::regionsAreJoinedByAnnotation_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << QStringLiteral("refcoco");
    QTest::newRow("Python 3") << QStringLiteral("refcoco/refs(unc).p");
    QTest::newRow("Python 2") << QStringLiteral("refcoco/refs_py2(unc).p");
}

void TestRefcocoFormat::regionsAreJoinedByAnnotation() {
    QFETCH(const QString, name);
    const Reading reading = readAll(refcocoFormat(), dataFile(name.toStdString()));
    QVERIFY(reading.status.ok());
    const std::vector<PictureRecord> golden = goldenPictures();
    QCOMPARE(reading.pictures.size(), golden.size());
    for (const PictureRecord& expected : golden) {
        const PictureRecord* picture = reading.picture(expected.path);
        QVERIFY(picture);
        QCOMPARE(picture->split, expected.split);
        QCOMPARE(picture->id, expected.id);
        QCOMPARE(picture->width, expected.width);
    }
    for (const json& ref : listOf(dataFile("refcoco/refs_expected.json"))) {
        const std::string id = std::to_string(ref["ann_id"].get<int>());
        const RegionRecord *region = regionOf(reading.pictures, id), *expected = regionOf(golden, id);
        QVERIFY(region);
        QVERIFY(distance(cornersOf(*region), cornersOf(*expected)) < 1e-9);
        QCOMPARE(region->label, expected->label);
        QVERIFY(region->captions == expected->captions);
        const json extra = json::parse(region->extra)["refcoco"];
        for (const char* key : {"ref_id", "file_name", "sent_ids", "split"}) QCOMPARE(extra[key].dump(), ref[key].dump());
    }
    QCOMPARE(reading.regionCount(), std::size_t{7});
}

static std::filesystem::path besideInstances(const QTemporaryDir& folder, const std::string& pickle) {
    writeFile(folder, "instances.json", bytesOf(dataFile("refcoco/instances.json")));
    return writeFile(folder, "refs(google).p", pickle);
}

void TestRefcocoFormat::textPicklesAreRead() {
    QTemporaryDir folder;
    besideInstances(folder, kText);
    const std::vector<json> refs = refsOf(pathOf(folder) / "refs(google).p");
    QCOMPARE(refs.size(), std::size_t{1});
    QCOMPARE(refs[0]["ref_id"].get<int>(), 7000);
    QCOMPARE(refs[0]["sentences"][0]["raw"].get<std::string>(), std::string("it's \\ é"));
    const Reading reading = readAll(refcocoFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.regionCount(), std::size_t{1});
    QCOMPARE(reading.pictures[0].path, std::string("street_0042.jpg"));
    QCOMPARE(reading.pictures[0].split, std::string("val"));
    QCOMPARE(textsOf(reading.pictures[0].regions[0].captions), (std::vector<std::string>{"一 café"}));
}

void TestRefcocoFormat::refsWithoutAnnotationAreCounted() {
    QTemporaryDir folder;
    std::string text = kText;
    text.replace(text.find("I101"), 4, "I102");
    besideInstances(folder, text);
    writeFile(folder, "instances.json", R"({"images": [], "annotations": [], "categories": []})");
    const Reading reading = readAll(refcocoFormat(), pathOf(folder));
    QVERIFY(reading.status.ok());
    QCOMPARE(reading.regionCount(), std::size_t{0});
    QCOMPARE(reading.tally.report().lines.back().what, std::string("regions"));
    QCOMPARE(reading.tally.report().lines.back().dropped, 1);
}

void TestRefcocoFormat::otherPicklesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& bytes, const char* part) {
        QTest::newRow(name) << bytes << QString::fromUtf8(part);
    };
    row("text that calls", "cos\nsystem\n(S'touch regionblip_pwned'\ntR.", "plain lists");
    row("binary that calls", QByteArray("\x80\x02" "cos\nsystem\nX\x01\0\0\0a\x85R.", 24), "os.system");
    row("protocol 4", QByteArray("\x80\x04]."), "protocol=2");
    row("no list", "(dp1\n.", "list of refs");
    row("list of numbers", "(lp1\nI5\na.", "object");
    row("list that holds itself", "(lp1\ng1\na.", "holds itself");
    row("filled list of another writer", "(I1\nl.", "plain lists");
    row("number that does not fit", "(lp1\nI99999999999999999999\na.", "plain lists");
    row("text without quotes", "(lp1\nSabc\na.", "plain lists");
    row("broken escape", "(lp1\nS'\\x4'\na.", "plain lists");
    row("broken code point", "(lp1\nV\\u12\na.", "plain lists");
    row("cut off", "(lp1\n(dp2\nS'sent_ids'", "pickle");
    row("empty", "", "pickle");
}

void TestRefcocoFormat::otherPicklesAreRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, part);
    QTemporaryDir folder;
    const std::filesystem::path path = besideInstances(folder, bytes.toStdString());
    compareRefusal(readAll(refcocoFormat(), path).status, path, part.toStdString());
    QVERIFY(!std::filesystem::exists("regionblip_pwned"));
}

void TestRefcocoFormat::wrongRefsAreRefused_data() {
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("changed");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* old, const char* changed, const char* part) {
        QTest::newRow(name) << QByteArray(old) << QByteArray(changed) << QString::fromUtf8(part);
    };
    row("ann_id of text", "I101", "S'a'", "ref 1: ann_id");
    row("no split", "S'split'", "S'splat'", "ref 1: split");
    row("no sentence", "S'sent'", "S'said'", "sentence 1: sent");
    row("another picture", "I42", "I137", "image_id");
}

void TestRefcocoFormat::wrongRefsAreRefused() {
    QFETCH(const QByteArray, old);
    QFETCH(const QByteArray, changed);
    QFETCH(const QString, part);
    QTemporaryDir folder;
    std::string text = kText;
    text.replace(text.find(old.toStdString()), static_cast<std::size_t>(old.size()), changed.toStdString());
    besideInstances(folder, text);
    const rb::Status status = readAll(refcocoFormat(), pathOf(folder)).status;
    QVERIFY(!status.ok());
    QVERIFY2(status.error().message.find(part.toStdString()) != std::string::npos, status.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestRefcocoFormat)
#include "test_refcoco_format.moc"
