#include "core/jobs/batch_captioning.h"
#include "core/project/caption_edits.h"
#include "tests/core/project/sample_records.h"

#include <QGuiApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rb;
using namespace rb::jobs;
using namespace rb::project::test;
using project::CaptionSource;
using project::CaptionState;
using project::Id;

/// Captions for many regions, with the embedded model.
class BatchCaptioningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void thePlanCountsWhatItWrites_data();
    void thePlanCountsWhatItWrites();
    void everyPlannedRegionIsWrittenAsOneStepOfUndo();
    void peoplesWordsStayWhateverIsChosen();
    void regionsThatGoMeanwhileAreLeftOut();
    void stoppingKeepsWhatHasArrived();
    void pausingSendsNothingFurther();
    void aPictureThatCannotBeReadDoesNotEndTheBatch();

private:
    std::vector<CaptionTarget> all() const;
    std::unique_ptr<BatchCaptioning> batch(BatchScope scope);
    int drafts() const { return static_cast<int>(m_project->counts().drafts); }

    std::unique_ptr<InferenceThread> m_inference;
    vlm::ModelDescription m_model;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
    std::vector<Id> m_media, m_regions;
};

void BatchCaptioningTest::initTestCase() {
    m_inference = std::make_unique<InferenceThread>();
    QSignalSpy opened(m_inference.get(), &InferenceThread::modelOpened);
    m_inference->openModel(QStringLiteral(RB_RESOURCES "/models/regionblip-mini"), {});
    QVERIFY(opened.wait(60000));
    m_model = opened.front().front().value<vlm::ModelDescription>();
    m_model.generation.numBeams = 1;
}

/// Three pictures of four boxes; a person wrote the first region's caption, a model the second's.
void BatchCaptioningTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_media.clear();
    m_regions.clear();
    m_project = mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    QVERIFY(m_project->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (int i = 0; i < 3; ++i) {
            QImage image(160, 120, QImage::Format_RGB32);
            image.fill(QColor::fromHsv(120 * i, 200, 200));
            const QString name = QStringLiteral("%1.png").arg(i);
            if (!image.save(m_folder->filePath(name))) edit.fail({ErrorCode::Internal, "save"});
            project::Media media = picture(name);
            media.width = 160;
            media.height = 120;
            m_media.push_back(edit.insert(media));
            for (int k = 0; k < 4; ++k) m_regions.push_back(edit.insert(box(m_media.back(), 20 + 20 * k)));
        }
        edit.insert(words(m_media[0], m_regions[0], QStringLiteral("mine")));
        project::Caption machine = words(m_media[0], m_regions[1], QStringLiteral("a draft"));
        machine.source = CaptionSource::Model;
        edit.insert(machine);
    }).ok());
}

std::vector<CaptionTarget> BatchCaptioningTest::all() const {
    std::vector<CaptionTarget> targets;
    for (std::size_t i = 0; i < m_regions.size(); ++i) targets.push_back({m_media[i / 4], m_regions[i]});
    return targets;
}

std::unique_ptr<BatchCaptioning> BatchCaptioningTest::batch(BatchScope scope) {
    return std::make_unique<BatchCaptioning>(*m_project, *m_inference, planBatch(*m_project, all(), scope),
                                             BatchCaptioning::Options{m_model, m_model.generation, QStringLiteral("Caption many")});
}

void BatchCaptioningTest::thePlanCountsWhatItWrites_data() {
    QTest::addColumn<int>("scope");
    QTest::addColumn<QList<int>>("counts"); // empty, rewritten, alternatives, kept
    QTest::newRow("empty") << int(BatchScope::Empty) << QList<int>{10, 0, 0, 2};
    QTest::newRow("drafts") << int(BatchScope::Drafts) << QList<int>{10, 1, 0, 1};
    QTest::newRow("alternatives") << int(BatchScope::Alternatives) << QList<int>{10, 1, 1, 0};
}

void BatchCaptioningTest::thePlanCountsWhatItWrites() {
    QFETCH(const int, scope);
    QFETCH(const QList<int>, counts);
    auto targets = all();
    targets.push_back({m_media[0], 12345});
    targets.push_back({999, 0});
    const BatchPlan plan = planBatch(*m_project, targets, static_cast<BatchScope>(scope));
    QCOMPARE((QList<int>{plan.empty, plan.rewritten, plan.alternatives, plan.kept}), counts);
    QCOMPARE(plan.impossible, 2);
}

void BatchCaptioningTest::everyPlannedRegionIsWrittenAsOneStepOfUndo() {
    const QByteArray before = dumpOf(m_project->path());
    const auto running = batch(BatchScope::Empty);
    QSignalSpy finished(running.get(), &BatchCaptioning::finished);
    running->start();
    QVERIFY(finished.wait(60000));
    QCOMPARE(running->done(), 10);
    QCOMPARE(drafts(), 12);
    for (const project::Caption& caption : m_project->captionsOf(m_media[1])) {
        QVERIFY(!caption.text.isEmpty() && caption.source == CaptionSource::Model);
        QCOMPARE(project::tokensOf(caption).size(), qsizetype(caption.tokenScores.size()));
    }
    QCOMPARE(m_project->undoName(), QStringLiteral("Caption many"));
    QVERIFY(m_project->undo().ok());
    QCOMPARE(dumpOf(m_project->path()), before);
}

void BatchCaptioningTest::peoplesWordsStayWhateverIsChosen() {
    const auto running = batch(BatchScope::Alternatives);
    QSignalSpy finished(running.get(), &BatchCaptioning::finished);
    running->start();
    QVERIFY(finished.wait(60000));
    QCOMPARE(project::shownCaption(*m_project, m_media[0], m_regions[0])->text, QStringLiteral("mine"));
    QCOMPARE(project::captionsOf(*m_project, m_media[0], m_regions[0]).size(), std::size_t{2});
    QVERIFY(project::shownCaption(*m_project, m_media[0], m_regions[1])->text != QStringLiteral("a draft"));
}

void BatchCaptioningTest::regionsThatGoMeanwhileAreLeftOut() {
    const auto running = batch(BatchScope::Empty);
    QVERIFY(m_project->edit(QStringLiteral("Delete"), [&](project::Edit& edit) { edit.removeRegion(m_regions[8]); }).ok());
    QSignalSpy finished(running.get(), &BatchCaptioning::finished);
    running->start();
    QVERIFY(finished.wait(60000));
    QCOMPARE(drafts(), 11);
    QCOMPARE(running->done(), running->total());
}

void BatchCaptioningTest::stoppingKeepsWhatHasArrived() {
    const auto running = batch(BatchScope::Empty);
    QSignalSpy finished(running.get(), &BatchCaptioning::finished);
    connect(running.get(), &BatchCaptioning::progressed, this, [&](int done, int) {
        if (done > 0 && finished.isEmpty()) running->stop();
    });
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QVERIFY(drafts() > 2 && drafts() < 12);
}

void BatchCaptioningTest::pausingSendsNothingFurther() {
    const auto running = batch(BatchScope::Empty);
    QSignalSpy finished(running.get(), &BatchCaptioning::finished);
    running->start();
    running->pause();
    QTRY_COMPARE_WITH_TIMEOUT(m_inference->pending(), 0, 60000);
    QTRY_COMPARE(running->done(), 6); // two requests, of the first two pictures, were under way
    QCOMPARE(finished.size(), 0);
    running->resume();
    QVERIFY(finished.wait(60000));
    QCOMPARE(drafts(), 12);
}

void BatchCaptioningTest::aPictureThatCannotBeReadDoesNotEndTheBatch() {
    QFile broken(m_folder->filePath(QStringLiteral("1.png")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    const auto running = batch(BatchScope::Empty);
    QSignalSpy finished(running.get(), &BatchCaptioning::finished), failures(running.get(), &BatchCaptioning::failed);
    running->start();
    QVERIFY(finished.wait(60000));
    QCOMPARE(failures.size(), 1);
    QCOMPARE(running->failures(), 4);
    QCOMPARE(drafts(), 8);
}

QTEST_MAIN(BatchCaptioningTest)
#include "test_batch_captioning.moc"
