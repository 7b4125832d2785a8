#include "core/jobs/embedding_job.h"
#include "core/meaning/region_finder.h"
#include "tests/core/project/sample_records.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rb;
using namespace rb::jobs;
using namespace rb::project::test;
using meaning::EmbeddingStore;
using meaning::Place;
using meaning::RegionFinder;
using project::Id;

/// Embeddings of a project's regions with the embedded model, and what is found by them.
class TestEmbeddingJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyPlaceIsReadyAfterwards();
    void embeddingsAreTheModels();
    void stoppingKeepsWhatArrivedAndTheNextJobGoesOn();
    void captionsGoFirst();
    void regionsThatGoMeanwhileAreLeftOut();
    void anUnreadablePictureDoesNotEndTheJob();
    void anotherModelEndsTheJob();
    void placesThatLeftTheProjectLeaveTheStore();
    void adaptersAndModalitiesAreOtherModels();

private:
    std::unique_ptr<EmbeddingJob> job();
    void addPicture(const QString& name, const std::vector<geometry::Box2>& boxes);
    meaning::Survey survey() const;
    EmbeddingStore store() const;
    void runToTheEnd();

    const QString m_folderOfModel = QStringLiteral(RB_RESOURCES "/models/regionblip-mini");
    std::unique_ptr<InferenceThread> m_inference;
    QString m_model;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
    std::vector<Id> m_media, m_regions;
};

void TestEmbeddingJob::initTestCase() {
    m_inference = std::make_unique<InferenceThread>();
    QSignalSpy opened(m_inference.get(), &InferenceThread::modelOpened);
    m_inference->openModel(m_folderOfModel, {});
    QVERIFY(opened.wait(60000));
    vlm::ModelPaths paths;
    paths.model = m_folderOfModel.toStdString();
    const auto model = embeddingModel(paths);
    QVERIFY(model.ok());
    m_model = *model;
}

void TestEmbeddingJob::addPicture(const QString& name, const std::vector<geometry::Box2>& boxes) {
    QVERIFY(QFile::copy(m_folderOfModel + QStringLiteral("/samples/") + name, m_folder->filePath(name)));
    QVERIFY(m_project->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        m_media.push_back(edit.insert(picture(name)));
        for (const geometry::Box2& each : boxes) {
            project::Region region = box(m_media.back(), 0);
            region.shape.box = each;
            m_regions.push_back(edit.insert(region));
        }
    }).ok());
}

/// Three pictures; the second has more regions than the model takes at once.
void TestEmbeddingJob::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_media.clear();
    m_regions.clear();
    m_project = mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    addPicture(QStringLiteral("scene00.jpg"), {{229, 113, 170, 232}, {439, 32, 172, 171}});
    std::vector<geometry::Box2> many;
    for (int i = 0; i < 20; ++i) many.push_back({10.0 + 20 * i, 30, 100, 100});
    addPicture(QStringLiteral("scene01.jpg"), many);
    addPicture(QStringLiteral("scene02.jpg"), {{346, 15, 121, 131}});
}

EmbeddingStore TestEmbeddingJob::store() const {
    auto opened = EmbeddingStore::open(EmbeddingStore::pathFor(m_project->path()));
    if (!opened.ok()) qFatal("%s", opened.error().message.c_str());
    return std::move(*opened);
}

meaning::Survey TestEmbeddingJob::survey() const {
    auto made = meaning::surveyOf(m_project->database(), m_project->folder(), store(), m_model);
    if (!made.ok()) qFatal("%s", made.error().message.c_str());
    return std::move(*made);
}

std::unique_ptr<EmbeddingJob> TestEmbeddingJob::job() {
    return std::make_unique<EmbeddingJob>(*m_project, *m_inference, store(), survey(), m_model);
}

void TestEmbeddingJob::runToTheEnd() {
    const auto running = job();
    QSignalSpy finished(running.get(), &EmbeddingJob::finished);
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
}

void TestEmbeddingJob::everyPlaceIsReadyAfterwards() {
    QCOMPARE(survey().left(), qint64(26));
    const auto running = job();
    QSignalSpy finished(running.get(), &EmbeddingJob::finished);
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(running->done(), qint64(26));
    QCOMPARE(running->total(), qint64(26));
    QCOMPARE(running->failures(), qint64(0));
    QCOMPARE(survey().left(), qint64(0));
    runToTheEnd(); // with nothing to do
    QCOMPARE(m_inference->pending(), 0);
}

/// The similarity of a text is the one that the model itself computes, but for the bytes.
void TestEmbeddingJob::embeddingsAreTheModels() {
    runToTheEnd();
    QSignalSpy embedded(m_inference.get(), &InferenceThread::textEmbedded);
    const std::string text = "a pinata";
    m_inference->embedText(text);
    QVERIFY(embedded.wait(60000));
    const auto asked = embedded.front().at(1).value<TextEmbedding>();
    auto finder = RegionFinder::open(EmbeddingStore::pathFor(m_project->path()), m_model);
    QVERIFY(finder.ok());
    const auto found = finder->findText({asked.region, asked.picture}, 100);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), std::size_t(26));
    auto captioner = vlm::RegionCaptioner::open(m_folderOfModel.toStdString());
    QVERIFY(captioner.ok());
    const auto image = media::readImage(m_folder->filePath(QStringLiteral("scene00.jpg")).toStdString());
    const auto encoded = captioner->encode(*image);
    const auto regionText = captioner->encodeTexts("image_region", {text}), pictureText = captioner->encodeTexts("image", {text});
    const auto regions = captioner->similarities(*encoded, {{229, 113, 170, 232}, {439, 32, 172, 171}}, *regionText);
    const auto whole = captioner->similarities(*encoded, {}, *pictureText);
    QVERIFY(regions.ok() && whole.ok());
    const QHash<Place, float> expected{{{m_media[0], m_regions[0]}, (*regions)[0][0]}, {{m_media[0], m_regions[1]}, (*regions)[1][0]},
                                       {{m_media[0], 0}, (*whole)[0][0]}};
    int compared = 0;
    for (const meaning::Match& match : *found)
        if (expected.contains(match.place)) {
            QVERIFY(std::abs(match.similarity - static_cast<double>(expected.value(match.place))) < 0.01);
            ++compared;
        }
    QCOMPARE(compared, 3);
}

void TestEmbeddingJob::stoppingKeepsWhatArrivedAndTheNextJobGoesOn() {
    const auto running = job();
    QSignalSpy finished(running.get(), &EmbeddingJob::finished);
    connect(running.get(), &EmbeddingJob::progressed, this, [&](qint64 done) {
        if (done >= 3) running->stop();
    });
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    const qint64 left = survey().left();
    QVERIFY2(left > 0 && left < 26, qPrintable(QString::number(left)));
    const auto second = job();
    QCOMPARE(second->done(), 26 - left);
    QSignalSpy steps(second.get(), &EmbeddingJob::progressed), ended(second.get(), &EmbeddingJob::finished);
    second->start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60000);
    QCOMPARE(second->done(), qint64(26));
    QCOMPARE(survey().left(), qint64(0));
    QCOMPARE(finished.size(), 1); // once
}

void TestEmbeddingJob::captionsGoFirst() {
    const auto running = job();
    QSignalSpy finished(running.get(), &EmbeddingJob::finished), captioned(m_inference.get(), &InferenceThread::captioned);
    qint64 doneBefore = -1; // when the caption came, not when somebody looked
    connect(m_inference.get(), &InferenceThread::captioned, running.get(), [&doneBefore, &running] { doneBefore = running->done(); });
    running->start();
    CaptionRequest request;
    request.file = m_project->filePath(*m_project->media(m_media[2]));
    request.boxes = {{346, 15, 121, 131}};
    request.options.numBeams = 1;
    m_inference->caption(request);
    QTRY_COMPARE_WITH_TIMEOUT(captioned.size(), 1, 60000);
    // Of six requests at most the one that ran, and one that was answered while the caption was written.
    QVERIFY2(doneBefore >= 0 && doneBefore < 20, qPrintable(QString::number(doneBefore)));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(survey().left(), qint64(0));
}

void TestEmbeddingJob::regionsThatGoMeanwhileAreLeftOut() {
    const auto running = job();
    QVERIFY(m_project->edit(QStringLiteral("Delete"), [&](project::Edit& edit) {
        edit.removeRegion(m_regions[0]);
        edit.removeMedia(m_media[2]);
    }).ok());
    QSignalSpy finished(running.get(), &EmbeddingJob::finished);
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(running->done(), running->total());
    QCOMPARE(survey().left(), qint64(0));
    QVERIFY(survey().gone.empty());
}

void TestEmbeddingJob::anUnreadablePictureDoesNotEndTheJob() {
    QFile broken(m_folder->filePath(QStringLiteral("scene01.jpg")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    const auto running = job();
    QSignalSpy finished(running.get(), &EmbeddingJob::finished), failures(running.get(), &EmbeddingJob::failed);
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(running->failures(), qint64(21));
    QCOMPARE(failures.size(), 3); // the whole, sixteen and four
    QCOMPARE(survey().left(), qint64(21));
}

void TestEmbeddingJob::anotherModelEndsTheJob() {
    const auto running = job();
    QSignalSpy finished(running.get(), &EmbeddingJob::finished), opened(m_inference.get(), &InferenceThread::modelOpened);
    m_inference->openModel(m_folderOfModel, {});
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60000);
    QCOMPARE(finished.size(), 1);
    QVERIFY(running->done() < running->total());
}

void TestEmbeddingJob::placesThatLeftTheProjectLeaveTheStore() {
    runToTheEnd();
    QVERIFY(m_project->edit(QStringLiteral("Delete"), [&](project::Edit& edit) { edit.removeRegion(m_regions[5]); }).ok());
    QCOMPARE(survey().gone.size(), std::size_t(1));
    runToTheEnd();
    QVERIFY(survey().gone.empty());
}

void TestEmbeddingJob::adaptersAndModalitiesAreOtherModels() {
    vlm::ModelPaths paths;
    paths.model = m_folderOfModel.toStdString();
    QCOMPARE(*embeddingModel(paths), m_model);
    QVERIFY(*embeddingModel(paths, "image_region") != m_model);
    paths.model = "/no/such/model";
    QVERIFY(!embeddingModel(paths).ok());
}

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    TestEmbeddingJob test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_embedding_job.moc"
