#include "core/train/batch_plan.h"
#include "core/train/data_check.h"
#include "core/train/samples.h"

#include "core/media/image.h"
#include "core/project/region_edits.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace rb;
using namespace rb::train;

class SamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void regionListsAreRead();
    void cocoCaptionsAreRead();
    void cap3dLinesMayHoldCommas();
    void acceptedCaptionsOfAProjectAreRead();
    void acceptedCaptionsOfCloudsAreRead();
    void regionsOfCloudsAreRead();
    void placesOfATurnedBoxAndAnUprightOneDiffer();
    void foldersWithSplitsAreReadAtTheSplit();
    void hostileNamesAreRefused_data();
    void hostileNamesAreRefused();
    void everyFaultIsReportedAndLeftOut();
    void everySampleIsInOneBatchOfAnEpoch();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    std::filesystem::path path(const QString& name) const { return at(name).toStdString(); }
    void write(const QString& name, const QByteArray& text) const;
    void picture(const QString& name, int width = 40, int height = 30) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SamplesTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void SamplesTest::write(const QString& name, const QByteArray& text) const {
    QDir().mkpath(QFileInfo(at(name)).path());
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void SamplesTest::picture(const QString& name, int width, int height) const {
    QDir().mkpath(QFileInfo(at(name)).path());
    media::Image image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 3), 90)};
    QVERIFY(media::writeImage(path(name), image).ok());
}

void SamplesTest::regionListsAreRead() {
    picture(QStringLiteral("images/a.png"));
    write(QStringLiteral("regions.json"), R"([{"image":"a.png","image_id":"a","bbox":[1,2,3,4],"caption":"a dog"},
                                              {"image":"a.png","caption":"two dogs"}])");
    const auto samples = readSamples(path(QStringLiteral("regions.json")), Split::Train);
    QVERIFY(samples.ok());
    QCOMPARE(samples->size(), std::size_t{2});
    QCOMPARE((*samples)[0].modality, std::string("image_region"));
    QVERIFY((*samples)[0].box == geometry::Box2({1, 2, 3, 4}));
    QCOMPARE((*samples)[1].modality, std::string("image"));
    QVERIFY(std::filesystem::exists((*samples)[0].media));
    QVERIFY(readSamples(path(QStringLiteral("regions.json")), Split::Test)->empty());
}

void SamplesTest::cocoCaptionsAreRead() {
    write(QStringLiteral("coco.json"), R"({"annotations":[{"id":1,"image_id":7,"caption":"a dog"}],
        "categories":[{"id":1,"name":"dog"}],"images":[{"id":7,"file_name":"b.png","width":40,"height":30}]})");
    const auto samples = readSamples(path(QStringLiteral("coco.json")), Split::Train);
    QVERIFY(samples.ok());
    QCOMPARE(samples->size(), std::size_t{1});
    QCOMPARE(samples->front().media.filename().string(), std::string("b.png"));
    QCOMPARE(samples->front().declaredWidth, 40);
}

void SamplesTest::regionsOfCloudsAreRead() {
    write(QStringLiteral("regions.json"), R"([{"cloud":"a.ply","bbox3":[1,2,3,4,5,6,0.5],"caption":"a chair"}, {"cloud":"a.ply","caption":"a room"}])");
    const auto samples = readSamples(path(QStringLiteral("regions.json")), Split::Train);
    QVERIFY(samples.ok());
    QCOMPARE(samples->size(), std::size_t{2});
    QCOMPARE((*samples)[0].modality, std::string("pointcloud_region"));
    QVERIFY((*samples)[0].box3 == geometry::Box3({{1, 2, 3}, {4, 5, 6}, 0.5}));
    QCOMPARE((*samples)[1].modality, std::string("pointcloud"));
    QCOMPARE((*samples)[1].media, path(QStringLiteral("a.ply")));
}

void SamplesTest::placesOfATurnedBoxAndAnUprightOneDiffer() {
    Sample upright, turned;
    upright.box3 = turned.box3 = geometry::Box3{{1, 2, 3}, {4, 5, 6}};
    QCOMPARE(placeText(turned), placeText(upright));
    turned.box3->yaw = 0.5;
    QVERIFY(placeText(turned) != placeText(upright));
    QVERIFY(fingerprintOf({turned}) != fingerprintOf({upright}));
    QVERIFY(placeText({}).empty());
}

void SamplesTest::cap3dLinesMayHoldCommas() {
    write(QStringLiteral("captions.csv"), "u1,a chair, red\nu2,\"a \"\"small\"\" table, round\"\r\n");
    const auto samples = readSamples(path(QStringLiteral("captions.csv")), Split::Train);
    QVERIFY(samples.ok());
    QCOMPARE(samples->size(), std::size_t{2});
    QCOMPARE((*samples)[0].caption, std::string("a chair, red"));
    QCOMPARE((*samples)[1].caption, std::string("a \"small\" table, round"));
    QCOMPARE((*samples)[1].media, path(QStringLiteral("u2/u2_8192.npz")));
}

void SamplesTest::acceptedCaptionsOfAProjectAreRead() {
    picture(QStringLiteral("a.png"));
    const auto project = project::Project::create(at(QStringLiteral("p.rbproject")));
    QVERIFY(project.ok());
    QVERIFY((*project)->edit(QStringLiteral("Fill"), [](project::Edit& edit) {
        project::Media media;
        media.path = QStringLiteral("a.png");
        media.width = 40;
        media.height = 30;
        const project::Id id = edit.insert(media);
        project::Region region;
        region.media = id;
        region.shape.box = {1, 2, 10, 10};
        const project::Id regionId = edit.insert(region);
        for (const auto state : {project::CaptionState::Accepted, project::CaptionState::Draft, project::CaptionState::Rejected}) {
            project::Caption caption;
            caption.media = id;
            caption.region = regionId;
            caption.state = state;
            caption.text = QStringLiteral("a dog");
            edit.insert(caption);
        }
    }).ok());
    const auto samples = readSamples(path(QStringLiteral("p.rbproject")), Split::Train);
    QVERIFY(samples.ok());
    QCOMPARE(samples->size(), std::size_t{1});
    QCOMPARE(samples->front().modality, std::string("image_region"));
    QVERIFY(std::filesystem::exists(samples->front().media));
}

void SamplesTest::acceptedCaptionsOfCloudsAreRead() {
    const auto project = project::Project::create(at(QStringLiteral("p.rbproject")));
    QVERIFY(project.ok());
    const geometry::Box3 box{{1, 2, 3}, {4, 5, 6}, 0.5};
    QVERIFY((*project)->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        project::Media media;
        media.path = QStringLiteral("a.ply");
        media.kind = project::MediaKind::Cloud;
        project::Caption caption;
        caption.media = edit.insert(media);
        caption.state = project::CaptionState::Accepted;
        caption.text = QStringLiteral("a room");
        edit.insert(caption);
        project::Region region;
        region.media = caption.media;
        project::setCloudShape(region, {box, {}});
        caption.region = edit.insert(region);
        caption.text = QStringLiteral("a chair");
        edit.insert(caption);
    }).ok());
    const auto samples = readSamples(path(QStringLiteral("p.rbproject")), Split::Train);
    QVERIFY(samples.ok());
    QCOMPARE(samples->size(), std::size_t{2});
    QCOMPARE((*samples)[0].modality, std::string("pointcloud"));
    QCOMPARE((*samples)[1].modality, std::string("pointcloud_region"));
    QVERIFY((*samples)[1].box3 == box);
    QCOMPARE((*samples)[1].media, path(QStringLiteral("a.ply")));
}

void SamplesTest::foldersWithSplitsAreReadAtTheSplit() {
    write(QStringLiteral("d/train/regions.json"), R"([{"image":"a.png","caption":"x"}])");
    write(QStringLiteral("d/test/regions.json"), R"([{"image":"b.png","caption":"y"},{"image":"c.png","caption":"z"}])");
    QCOMPARE(readSamples(path(QStringLiteral("d")), Split::Train)->size(), std::size_t{1});
    QCOMPARE(readSamples(path(QStringLiteral("d")), Split::Val)->size(), std::size_t{0});
    QCOMPARE(readSamples(path(QStringLiteral("d")), Split::Test)->size(), std::size_t{2});
}

void SamplesTest::hostileNamesAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QStringLiteral("a.json") << QByteArray("[{\"image\":");
    QTest::newRow("deep JSON") << QStringLiteral("a.json") << QByteArray("[").repeated(5000);
    QTest::newRow("bbox of three") << QStringLiteral("a.json") << QByteArray(R"([{"image":"a","bbox":[1,2,3],"caption":"x"}])");
    QTest::newRow("bbox3 of six") << QStringLiteral("a.json") << QByteArray(R"([{"cloud":"a.ply","bbox3":[1,2,3,4,5,6],"caption":"x"}])");
    QTest::newRow("uid leads out") << QStringLiteral("a.csv") << QByteArray("../../etc,x\n");
    QTest::newRow("no comma") << QStringLiteral("a.csv") << QByteArray("abc\n");
    QTest::newRow("scene leads out") << QStringLiteral("a.json")
                                     << QByteArray(R"([{"scene_id":"../x","object_id":"1","description":"y"}])");
    QTest::newRow("scene is hidden") << QStringLiteral("a.json") << QByteArray(R"([{"scene_id":".x","object_id":"1","description":"y"}])");
    QTest::newRow("scene is missing") << QStringLiteral("a.json")
                                      << QByteArray(R"([{"scene_id":"s","object_id":"1","description":"y"}])");
}

void SamplesTest::hostileNamesAreRefused() {
    QFETCH(const QString, name);
    QFETCH(const QByteArray, text);
    write(name, text);
    const auto samples = readSamples(path(name), Split::Train);
    QVERIFY(!samples.ok());
    QVERIFY(!samples.error().message.empty());
}

void SamplesTest::everyFaultIsReportedAndLeftOut() {
    picture(QStringLiteral("a.png"));
    const auto sample = [this](const char* id, const QString& file, const std::string& caption, std::optional<geometry::Box2> box = {}) {
        Sample made;
        made.id = id;
        made.modality = box ? "image_region" : "image";
        made.media = path(file);
        made.caption = caption;
        made.box = box;
        return made;
    };
    const QString good = QStringLiteral("a.png");
    std::vector<Sample> samples{sample("good", good, "a dog", geometry::Box2{1, 1, 5, 5}),
                                sample("missing", QStringLiteral("none.png"), "a dog"),
                                sample("outside", good, "a dog", geometry::Box2{100, 1, 5, 5}),
                                sample("over the border", good, "a dog", geometry::Box2{30, 1, 50, 5}),
                                sample("empty", good, " \n"), sample("long", good, std::string(40, 'x')),
                                sample("resized", good, "a dog", geometry::Box2{1, 1, 5, 5}),
                                sample("other modality", good, "a dog")};
    samples[6].declaredWidth = 80;
    samples[6].declaredHeight = 60;
    samples[7].modality = "thermal";
    DataCheckOptions options;
    options.modalities = {"image", "image_region"};
    options.countTokens = [](const std::string& caption) { return caption.size(); };
    const DataReport report = checkData(samples, {sample("leak", good, "x")}, options);
    std::set<std::string> found;
    for (const auto& finding : report.findings) found.insert(finding.kind);
    QCOMPARE(found, (std::set<std::string>{"missing or unreadable picture", "box outside the picture", "box reaches over the border",
                                           "empty caption", "over-long caption", "picture of another size than the data tells",
                                           "not a modality of the model", "medium of another split too"}));
    QCOMPARE(report.usable, 3);
    QCOMPARE(report.leftOut, 5);
    QVERIFY(toText(report).find("resized") != std::string::npos);
}

void SamplesTest::everySampleIsInOneBatchOfAnEpoch() {
    std::vector<Sample> samples(500);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].modality = i % 5 == 0 ? "pointcloud" : "image_region";
        samples[i].media = "m" + std::to_string(i % 5 == 0 ? i : i / 7);
        samples[i].caption = std::string(1 + i * 7 % 60, 'x');
    }
    const auto plan = planEpoch(samples, 16, 3, 0);
    std::multiset<std::size_t> seen;
    std::size_t changes = 0;
    for (std::size_t b = 0; b < plan.size(); ++b) {
        QVERIFY(plan[b].samples.size() <= 16);
        for (const std::size_t index : plan[b].samples) {
            QCOMPARE(samples[index].modality, plan[b].modality);
            seen.insert(index);
        }
        changes += b > 0 && plan[b].modality != plan[b - 1].modality;
    }
    QCOMPARE(seen.size(), samples.size());
    QCOMPARE(std::set<std::size_t>(seen.begin(), seen.end()).size(), samples.size());
    QVERIFY(changes > 4);
    EpochPlans plans(samples, 16, 3);
    std::multiset<std::size_t> walked;
    std::int64_t number = 0;
    for (; walked.size() < 3 * samples.size(); ++number)
        walked.insert(plans.batch(number).samples.begin(), plans.batch(number).samples.end());
    for (std::size_t i = 0; i < samples.size(); ++i) QCOMPARE(walked.count(i), std::size_t{3});
    const auto last = plans.batch(number - 1).samples;
    QVERIFY(plans.batch(0).samples == plan.front().samples);
    QVERIFY(plans.batch(number - 1).samples == last);
    const auto again = planEpoch(samples, 16, 3, 0), next = planEpoch(samples, 16, 3, 1);
    QVERIFY(std::equal(plan.begin(), plan.end(), again.begin(), [](const auto& a, const auto& b) { return a.samples == b.samples; }));
    QVERIFY(plan.front().samples != next.front().samples);
}

QTEST_GUILESS_MAIN(SamplesTest)
#include "test_samples.moc"
