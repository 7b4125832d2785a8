#include "core/jobs/grow_job.h"
#include "core/jobs/proposals.h"
#include "core/project/caption_edits.h"
#include "tests/core/project/sample_records.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace rb;
using namespace rb::jobs;
using namespace rb::project::test;
using project::CaptionSource;
using project::CaptionState;
using project::Id;

static const QString kSamples = QStringLiteral(RB_RESOURCES "/models/regionblip-mini/samples");

/// A data set grown by the embedded model over its sample pictures.
class GrowJobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatFitsIsWrittenAsOneStepOfUndo_data();
    void whatFitsIsWrittenAsOneStepOfUndo();
    void captionsNameWhereTheyComeFrom();
    void thresholdsLeaveTheOthersOut();
    void newBoxesBecomeRegionsUnlikeThoseThatAreThere();
    void onlyTheBestOfAPictureAreKept();
    void peoplesWordsStay();
    void wordsWrittenMeanwhileStay();
    void aTrialWritesNothing();
    void stoppingKeepsWhatHasArrived();
    void pausingSendsNothingFurther();
    void aCaptionGoesFirst();
    void aPictureThatCannotBeReadDoesNotEndTheJob();

private:
    GrowOptions options(GrowSource source, GrowView view = GrowView::Region) const;
    std::unique_ptr<GrowJob> job(const GrowOptions& options, GrowJob::Keep keep = GrowJob::Keep::Drafts);
    void finish(GrowJob& job) const;
    CaptionRequest wholePicture() const; ///< what somebody else asks of the model
    std::vector<project::Caption> captions() const;

    std::unique_ptr<InferenceThread> m_inference;
    vlm::ModelDescription m_model;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
    std::vector<Id> m_media, m_regions;
    std::vector<CaptionTarget> m_targets;
};

void GrowJobTest::initTestCase() {
    m_inference = std::make_unique<InferenceThread>();
    QSignalSpy opened(m_inference.get(), &InferenceThread::modelOpened);
    m_inference->openModel(QStringLiteral(RB_RESOURCES "/models/regionblip-mini"), {});
    QVERIFY(opened.wait(60000));
    m_model = opened.front().front().value<vlm::ModelDescription>();
    m_model.generation.numBeams = 1;
}

/// The first three sample pictures with their true boxes and no caption, as an imported detection set.
void GrowJobTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_media.clear();
    m_regions.clear();
    m_targets.clear();
    m_project = mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    QFile list(kSamples + QStringLiteral("/samples.json"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QJsonArray pictures = QJsonDocument::fromJson(list.readAll()).array();
    QVERIFY(pictures.size() > 3);
    QVERIFY(m_project->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (int i = 0; i < 3; ++i) {
            const QJsonObject entry = pictures[i].toObject();
            const QString name = entry.value(QStringLiteral("file")).toString();
            if (!QFile::copy(kSamples + QLatin1Char('/') + name, m_folder->filePath(name))) edit.fail({ErrorCode::Internal, "copy"});
            project::Media media = picture(name);
            media.width = entry.value(QStringLiteral("width")).toInt();
            media.height = entry.value(QStringLiteral("height")).toInt();
            m_media.push_back(edit.insert(media));
            for (const QJsonValue& object : entry.value(QStringLiteral("regions")).toArray()) {
                const QJsonArray xywh = object[QStringLiteral("bbox")].toArray();
                project::Region region;
                region.media = m_media.back();
                region.shape = geometry::boxShape({xywh[0].toDouble(), xywh[1].toDouble(), xywh[2].toDouble(), xywh[3].toDouble()});
                m_regions.push_back(edit.insert(region));
                m_targets.push_back({region.media, m_regions.back()});
            }
        }
    }).ok());
}

GrowOptions GrowJobTest::options(GrowSource source, GrowView view) const {
    GrowOptions options;
    options.source = source;
    options.view = view;
    options.minItm = 0;
    options.minItc = -1;
    options.proposals = 6;
    return options;
}

std::unique_ptr<GrowJob> GrowJobTest::job(const GrowOptions& options, GrowJob::Keep keep) {
    return std::make_unique<GrowJob>(*m_project, *m_inference, planGrowth(*m_project, m_targets, options),
                                     GrowJob::Options{m_model, m_model.generation, QStringLiteral("Grow data set"), keep});
}

CaptionRequest GrowJobTest::wholePicture() const {
    CaptionRequest request;
    request.file = m_folder->filePath(m_project->media(m_media[0])->path);
    request.options = m_model.generation;
    return request;
}

void GrowJobTest::finish(GrowJob& job) const {
    QSignalSpy finished(&job, &GrowJob::finished);
    job.start();
    QVERIFY(!finished.isEmpty() || finished.wait(120000));
}

std::vector<project::Caption> GrowJobTest::captions() const {
    std::vector<project::Caption> all;
    for (const Id media : m_media)
        for (project::Caption& caption : m_project->captionsOf(media)) all.push_back(std::move(caption));
    return all;
}

void GrowJobTest::whatFitsIsWrittenAsOneStepOfUndo_data() {
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("view");
    QTest::newRow("regions, cropped") << int(GrowSource::Regions) << int(GrowView::Crop);
    QTest::newRow("regions in their picture") << int(GrowSource::Regions) << int(GrowView::Region);
    QTest::newRow("a grid, cropped") << int(GrowSource::Grid) << int(GrowView::Crop);
    QTest::newRow("edges in their picture") << int(GrowSource::Edges) << int(GrowView::Region);
}

void GrowJobTest::whatFitsIsWrittenAsOneStepOfUndo() {
    QFETCH(const int, source);
    QFETCH(const int, view);
    const QByteArray before = dumpOf(m_project->path());
    const auto running = job(options(GrowSource(source), GrowView(view)));
    finish(*running);
    QCOMPARE(running->done(), 3);
    QCOMPARE(running->failures(), 0);
    const auto written = captions();
    QCOMPARE(qint64(written.size()), running->written());
    QCOMPARE(running->written(), running->tally().captioned); // no threshold
    if (GrowSource(source) == GrowSource::Regions) QCOMPARE(written.size(), m_regions.size());
    else QVERIFY(written.size() > 3 && written.size() <= 18); // at most six a picture
    for (const project::Caption& caption : written) QVERIFY(caption.region && caption.source == CaptionSource::Model && caption.state == CaptionState::Draft);
    QCOMPARE(m_project->undoName(), QStringLiteral("Grow data set"));
    QVERIFY(m_project->undo().ok());
    QCOMPARE(dumpOf(m_project->path()), before);
}

void GrowJobTest::captionsNameWhereTheyComeFrom() {
    GrowOptions asked = options(GrowSource::Edges, GrowView::Crop);
    asked.minItc = -0.5;
    finish(*job(asked));
    for (const project::Caption& caption : captions()) {
        QCOMPARE(caption.model.toStdString(), m_model.name);
        const QJsonObject grown = caption.options.value(QStringLiteral("grown")).toObject();
        QCOMPARE(grown.value(QStringLiteral("source")).toString(), QStringLiteral("edges"));
        QCOMPARE(grown.value(QStringLiteral("view")).toString(), QStringLiteral("crop"));
        QCOMPARE(grown.value(QStringLiteral("min_itc")).toDouble(), -0.5);
        const double itm = grown.value(QStringLiteral("itm")).toDouble(-1), itc = grown.value(QStringLiteral("itc")).toDouble(-2);
        QVERIFY(itm >= 0 && itm <= 1 && itc >= -1 && itc <= 1);
        QCOMPARE(m_project->region(caption.region)->score.value_or(-1), itm);
        QVERIFY(!project::tokensOf(caption).isEmpty());
    }
}

/// The scores that come of a run without thresholds, and of one with: the same, and cut where asked.
void GrowJobTest::thresholdsLeaveTheOthersOut() {
    std::vector<float> itm, itc;
    const auto trial = job(options(GrowSource::Regions, GrowView::Crop), GrowJob::Keep::Nothing);
    connect(trial.get(), &GrowJob::grown, this, [&](qint64, const GrowAnswer& answer) {
        for (const GrownCaption& each : answer.captions) {
            itm.push_back(each.score.itm.value());
            itc.push_back(each.score.itc);
        }
    });
    finish(*trial);
    QCOMPARE(itc.size(), m_regions.size());
    const auto rankOf = [](std::vector<float> values, std::size_t rank) {
        std::sort(values.begin(), values.end());
        return values[rank];
    };
    GrowOptions asked = options(GrowSource::Regions, GrowView::Crop);
    asked.minItc = rankOf(itc, itc.size() / 4); // most pass each
    asked.minItm = rankOf(itm, itm.size() / 4);
    qint64 wanted = 0;
    for (std::size_t i = 0; i < itc.size(); ++i) wanted += itm[i] >= float(asked.minItm) && itc[i] >= float(asked.minItc);
    const auto running = job(asked);
    finish(*running);
    QVERIFY(wanted > 0 && wanted < qint64(itc.size()));
    QCOMPARE(running->tally().kept, wanted);
    QCOMPARE(running->tally().below, qint64(itc.size()) - wanted);
    QCOMPARE(qint64(captions().size()), wanted);
}

void GrowJobTest::newBoxesBecomeRegionsUnlikeThoseThatAreThere() {
    GrowOptions asked = options(GrowSource::Edges);
    asked.maxOverlap = 0.3;
    asked.proposals = 20;
    finish(*job(asked));
    QVERIFY(captions().size() > 3);
    for (const Id media : m_media) {
        const auto regions = m_project->regionsOf(media);
        for (std::size_t i = 0; i < regions.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) {
                const bool bothOld = m_regions.end() != std::find(m_regions.begin(), m_regions.end(), regions[i].id) &&
                                     m_regions.end() != std::find(m_regions.begin(), m_regions.end(), regions[k].id);
                QVERIFY(bothOld || overlapOf(regions[i].box(), regions[k].box()) <= 0.3);
            }
    }
}

void GrowJobTest::onlyTheBestOfAPictureAreKept() {
    GrowOptions asked = options(GrowSource::Edges, GrowView::Crop);
    asked.perPicture = 2;
    const auto running = job(asked);
    QHash<qint64, float> worstKept, bestLeft;
    std::size_t wanted = 0;
    connect(running.get(), &GrowJob::grown, this, [&](qint64 media, const GrowAnswer& answer) {
        wanted += std::min<std::size_t>(2, answer.captions.size());
        for (const GrownCaption& each : answer.captions) {
            const float itm = each.score.itm.value();
            if (each.verdict == GrownCaption::Verdict::Kept) worstKept[media] = std::min(worstKept.value(media, 1), itm);
            else bestLeft[media] = std::max(bestLeft.value(media, 0), itm);
        }
    });
    finish(*running);
    QCOMPARE(captions().size(), wanted);
    QCOMPARE(running->tally().beyond, running->tally().captioned - qint64(wanted));
    QVERIFY(running->tally().beyond > 0);
    for (const Id media : m_media) QVERIFY(worstKept.value(media, 1) >= bestLeft.value(media, 0));
}

void GrowJobTest::peoplesWordsStay() {
    QVERIFY(project::setCaptionText(*m_project, m_media[0], m_regions[0], QStringLiteral("mine")).ok());
    const auto running = job(options(GrowSource::Regions));
    finish(*running);
    QCOMPARE(project::captionsOf(*m_project, m_media[0], m_regions[0]).size(), std::size_t{1});
    QCOMPARE(project::shownCaption(*m_project, m_media[0], m_regions[0])->text, QStringLiteral("mine"));
    QCOMPARE(captions().size(), m_regions.size());
}

void GrowJobTest::wordsWrittenMeanwhileStay() {
    const auto running = job(options(GrowSource::Regions));
    QSignalSpy finished(running.get(), &GrowJob::finished);
    running->start(); // the first picture is on its way
    QVERIFY(project::setCaptionText(*m_project, m_media[0], m_regions[0], QStringLiteral("mine")).ok());
    QVERIFY(m_project->edit(QStringLiteral("Delete"), [&](project::Edit& edit) { edit.removeRegion(m_regions[1]); }).ok());
    QVERIFY(finished.wait(120000));
    QCOMPARE(project::captionsOf(*m_project, m_media[0], m_regions[0]).size(), std::size_t{1});
    QCOMPARE(project::shownCaption(*m_project, m_media[0], m_regions[0])->text, QStringLiteral("mine"));
    QCOMPARE(running->written(), qint64(m_regions.size()) - 2);
}

void GrowJobTest::aTrialWritesNothing() {
    const QByteArray before = dumpOf(m_project->path());
    const auto running = job(options(GrowSource::Edges), GrowJob::Keep::Nothing);
    QSignalSpy grown(running.get(), &GrowJob::grown);
    finish(*running);
    QCOMPARE(grown.size(), 3);
    QVERIFY(running->tally().captioned > 0 && running->tally().seconds > 0);
    QCOMPARE(dumpOf(m_project->path()), before);
    QVERIFY(m_project->undoName() != QStringLiteral("Grow data set"));
}

void GrowJobTest::stoppingKeepsWhatHasArrived() {
    const auto running = job(options(GrowSource::Edges));
    QSignalSpy finished(running.get(), &GrowJob::finished);
    connect(running.get(), &GrowJob::grown, this, [&] { running->stop(); });
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 120000);
    QCOMPARE(running->done(), 1);
    const std::size_t kept = captions().size();
    QVERIFY(kept > 0);
    QCOMPARE(qint64(kept), running->tally().kept);
    // The thread goes on to other work at once.
    QSignalSpy captioned(m_inference.get(), &InferenceThread::captioned);
    m_inference->caption(wholePicture());
    QVERIFY(captioned.wait(60000));
    QCOMPARE(captions().size(), kept);
    QVERIFY(m_project->undo().ok());
    QCOMPARE(captions().size(), std::size_t{0});
}

void GrowJobTest::pausingSendsNothingFurther() {
    const auto running = job(options(GrowSource::Regions));
    QSignalSpy finished(running.get(), &GrowJob::finished);
    running->start();
    running->pause();
    QTRY_COMPARE_WITH_TIMEOUT(running->done(), 2, 120000); // two pictures were under way
    QCOMPARE(finished.size(), 0);
    running->resume();
    QVERIFY(finished.wait(120000));
    QCOMPARE(captions().size(), m_regions.size());
}

void GrowJobTest::aCaptionGoesFirst() {
    const auto running = job(options(GrowSource::Edges));
    QStringList order;
    connect(running.get(), &GrowJob::grown, this, [&] { order << QStringLiteral("grown"); });
    connect(m_inference.get(), &InferenceThread::captioned, running.get(), [&] { order << QStringLiteral("captioned"); });
    QSignalSpy finished(running.get(), &GrowJob::finished);
    running->start();
    m_inference->caption(wholePicture());
    QVERIFY(finished.wait(120000));
    QCOMPARE(order.size(), 4);
    QVERIFY(order.indexOf(QStringLiteral("captioned")) <= 1); // at most the picture under way before it
}

void GrowJobTest::aPictureThatCannotBeReadDoesNotEndTheJob() {
    QFile broken(m_folder->filePath(m_project->media(m_media[1])->path));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    const auto running = job(options(GrowSource::Edges));
    QSignalSpy failures(running.get(), &GrowJob::failed);
    finish(*running);
    QCOMPARE(failures.size(), 1);
    QCOMPARE(running->failures(), 1);
    QCOMPARE(running->done(), 3);
    QVERIFY(m_project->captionsOf(m_media[1]).empty());
    QVERIFY(!m_project->captionsOf(m_media[0]).empty());
}

QTEST_MAIN(GrowJobTest)
#include "test_grow_job.moc"
