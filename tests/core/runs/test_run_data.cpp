#include "core/runs/run_data.h"
#include "core/runs/run_settings.h"
#include "tests/core/runs/run_fixture.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace rb;
using namespace rb::runs;
using namespace rb::test;

class TestRunData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsAreThoseOfRegionBlip();
    void fingerprintTellsAChangedCaption();
    void heldOutItemsComeBackByTheirNumbers();
    void wholePictureHasNoBox();
    void regionsOfCloudsComeBack();
    void cloudsAreHeldBackBesidePictures();
    void nothingToLearnIsRefused();
    void everyTenthPictureIsHeldBack_data();
    void everyTenthPictureIsHeldBack();
    void ownSplitIsLeftAlone();
    void settingsComeBackFromJson();
    void argumentsNameWhatIsSet();
    void stepsAreCountedAsTheTrainerDoes();
    void fewCaptionsAreGoneThroughMoreOften();
};

void TestRunData::listsAreThoseOfRegionBlip() {
    const QTemporaryDir folder;
    const auto summary = writeRunData(someItems(2), folder.path());
    QVERIFY(summary.ok());
    QCOMPARE(summary->train, 6);
    QCOMPARE(summary->val, 0);
    QFile list(folder.filePath(QStringLiteral("train/regions.json")));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QJsonArray records = QJsonDocument::fromJson(list.readAll()).array();
    QCOMPARE(records.size(), 6);
    QCOMPARE(records[4][QStringLiteral("image")].toString(), QStringLiteral("/pictures/001.png"));
    QCOMPARE(records[4][QStringLiteral("bbox")].toArray(), QJsonArray({1, 2, 30.5, 40}));
    QCOMPARE(records[4][QStringLiteral("caption")].toString(), QStringLiteral("caption 1 \"of\" 1"));
}

void TestRunData::fingerprintTellsAChangedCaption() {
    const QTemporaryDir folder;
    auto items = someItems(2);
    const auto first = writeRunData(items, folder.path()), again = writeRunData(items, folder.path());
    items[3].caption += QLatin1Char('.');
    const auto changed = writeRunData(items, folder.path());
    QVERIFY(first.ok() && again.ok() && changed.ok());
    QCOMPARE(again->fingerprint, first->fingerprint);
    QVERIFY(changed->fingerprint != first->fingerprint);
    QVERIFY(summaryFrom(toJson(*first)) == *first);
}

void TestRunData::heldOutItemsComeBackByTheirNumbers() {
    const QTemporaryDir folder;
    auto items = someItems(4);
    for (RunItem& item : items)
        if (item.media == 3) item.split = QStringLiteral("val");
    QVERIFY(writeRunData(items, folder.path()).ok());
    const auto heldOut = readHeldOut(folder.path());
    QVERIFY(heldOut.ok());
    QCOMPARE(heldOut->size(), std::size_t{3});
    const int number = numberOfId(QStringLiteral("regions:2"));
    QCOMPARE(number, 1);
    QCOMPARE((*heldOut)[1].region, 22);
    QCOMPARE((*heldOut)[1].media, 3);
    QVERIFY((*heldOut)[1].box == items[7].box);
    QCOMPARE(numberOfId(QStringLiteral("regions:0")), -1);
    QCOMPARE(numberOfId(QStringLiteral("nonsense")), -1);
}

void TestRunData::wholePictureHasNoBox() {
    const QTemporaryDir folder;
    auto items = someItems(2);
    items[0].box.reset();
    items[0].split = QStringLiteral("val");
    QVERIFY(writeRunData(items, folder.path()).ok());
    const auto heldOut = readHeldOut(folder.path());
    QVERIFY(heldOut.ok() && heldOut->size() == 1);
    QVERIFY(!heldOut->front().box);
}

static std::vector<RunItem> someClouds(int clouds) {
    std::vector<RunItem> items;
    for (int i = 0; i < clouds; ++i)
        items.push_back({100 + i, 200 + i, QStringLiteral("/clouds/%1.ply").arg(i), true, {}, geometry::Box3{{1, 2, 3.5}, {0.5, 1, 2}, 0.25}, QStringLiteral("a chair"), {}});
    return items;
}

void TestRunData::regionsOfCloudsComeBack() {
    const QTemporaryDir folder;
    auto items = someClouds(3);
    items[1].box3.reset();
    for (int i = 1; i < 3; ++i) items[std::size_t(i)].split = QStringLiteral("val");
    QVERIFY(writeRunData(items, folder.path()).ok());
    const auto heldOut = readHeldOut(folder.path());
    QVERIFY(heldOut.ok() && heldOut->size() == 2);
    QVERIFY((*heldOut)[0].cloud && !(*heldOut)[0].box3);
    QVERIFY((*heldOut)[1].cloud && (*heldOut)[1].box3 == items[2].box3);
    QCOMPARE((*heldOut)[1].file, items[2].file);
}

void TestRunData::cloudsAreHeldBackBesidePictures() {
    auto items = someItems(20);
    for (RunItem& item : someClouds(5)) items.push_back(std::move(item));
    QCOMPARE(holdBack(items), 2 * 3 + 1);
    QCOMPARE(std::count_if(items.begin(), items.end(), [](const RunItem& item) { return item.cloud && item.split == QLatin1String("val"); }), 1);
}

void TestRunData::nothingToLearnIsRefused() {
    const QTemporaryDir folder;
    auto items = someItems(1);
    for (RunItem& item : items) item.split = QStringLiteral("test");
    QVERIFY(!writeRunData(items, folder.path()).ok());
    QVERIFY(!writeRunData({}, folder.path()).ok());
}

void TestRunData::everyTenthPictureIsHeldBack_data() {
    QTest::addColumn<int>("pictures");
    QTest::addColumn<int>("held");
    QTest::newRow("two") << 2 << 0;
    QTest::newRow("three") << 3 << 1;
    QTest::newRow("ten") << 10 << 1;
    QTest::newRow("forty") << 40 << 4;
}

void TestRunData::everyTenthPictureIsHeldBack() {
    QFETCH(const int, pictures);
    QFETCH(const int, held);
    auto items = someItems(pictures);
    QCOMPARE(holdBack(items), 3 * held);
    std::map<QString, std::set<QString>> splits;
    for (const RunItem& item : items) splits[item.file].insert(item.split);
    int found = 0;
    for (const auto& [picture, of] : splits) {
        QCOMPARE(of.size(), std::size_t{1}); // no picture is torn apart
        found += of.contains(QStringLiteral("val")) ? 1 : 0;
    }
    QCOMPARE(found, held);
}

void TestRunData::ownSplitIsLeftAlone() {
    auto items = someItems(30);
    items[5].split = QStringLiteral("val");
    const auto before = items;
    QCOMPARE(holdBack(items), 0);
    for (std::size_t i = 0; i < items.size(); ++i) QCOMPARE(items[i].split, before[i].split);
}

void TestRunData::settingsComeBackFromJson() {
    RunSettings settings;
    settings.query = QStringLiteral("label:dog");
    settings.rank = 16;
    settings.epochs = 0;
    settings.minutes = 12.5;
    settings.precision = QStringLiteral("bf16");
    settings.learningRate = 0.005;
    settings.seed = 7;
    QVERIFY(settingsFrom(toJson(settings)) == settings);
    QVERIFY(settingsFrom({}) == RunSettings{});
}

void TestRunData::argumentsNameWhatIsSet() {
    RunSettings settings;
    settings.rank = 16;
    QString line = trainArguments(settings, QStringLiteral("/d"), 100, QStringLiteral("/o")).join(QLatin1Char(' '));
    QVERIFY2(line.contains(QStringLiteral("--data /d --output /o --resume")), qPrintable(line));
    QVERIFY2(line.contains(QStringLiteral("--rank 16 --epochs 20")), qPrintable(line));
    QVERIFY2(line.contains(QStringLiteral("--evaluate-every 14")), qPrintable(line)); // 140 steps, ten looks
    QVERIFY(!line.contains(QStringLiteral("--model")));
    settings.minutes = 5;
    settings.model = QStringLiteral("/m");
    line = trainArguments(settings, QStringLiteral("/d"), 100, QStringLiteral("/o")).join(QLatin1Char(' '));
    QVERIFY2(line.contains(QStringLiteral("--model /m")) && line.contains(QStringLiteral("--minutes 5")) && !line.contains(QStringLiteral("--epochs")), qPrintable(line));
}

void TestRunData::stepsAreCountedAsTheTrainerDoes() {
    RunSettings settings; // 16 captions a batch, 20 epochs
    QCOMPARE(plannedSteps(settings, 16), 20);
    QCOMPARE(plannedSteps(settings, 17), 40);
    settings.epochs = 0.5;
    QCOMPARE(plannedSteps(settings, 17), 1);
    settings.minutes = 3;
    QCOMPARE(plannedSteps(settings, 17), 0);
}

void TestRunData::fewCaptionsAreGoneThroughMoreOften() {
    QCOMPARE(startingEpochs(20, 16), 60.0);
    QCOMPARE(startingEpochs(300, 16), 16.0);
    QCOMPARE(startingEpochs(300, 32), 32.0);
    QCOMPARE(startingEpochs(1'000'000, 16), 2.0);
    QCOMPARE(startingEpochs(0, 16), RunSettings{}.epochs);
}

QTEST_GUILESS_MAIN(TestRunData)
#include "test_run_data.moc"
