#include "core/jobs/grow_plan.h"
#include "tests/core/project/sample_records.h"

#include <QFile>
#include <QTemporaryDir>

using namespace rb;
using namespace rb::jobs;
using namespace rb::project::test;
using project::Id;

/// Where a data set will be grown, and what that will come to.
class GrowPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyRegionsWithoutACaptionArePlanned();
    void newBoxesArePlannedPictureByPicture();
    void aGridCountsItsBoxes();
    void aSampleIsSpreadOverThePlan();
    void estimatesGoByRegionsOrByPictures();

private:
    std::vector<CaptionTarget> all() const;
    GrowOptions from(GrowSource source) const {
        GrowOptions options;
        options.source = source;
        return options;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
    std::vector<Id> m_media, m_regions;
};

/// Ten pictures with two regions each, the first one captioned by a person; the last picture's file is missing.
void GrowPlanTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_media.clear();
    m_regions.clear();
    m_project = mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    QVERIFY(m_project->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (int i = 0; i < 10; ++i) {
            const QString name = QStringLiteral("%1.png").arg(i);
            QFile file(m_folder->filePath(name));
            if (i < 9 && !file.open(QIODevice::WriteOnly)) edit.fail({ErrorCode::Internal, "file"});
            m_media.push_back(edit.insert(picture(name)));
            for (int k = 0; k < 2; ++k) m_regions.push_back(edit.insert(box(m_media.back(), 20 + 40 * k)));
        }
        edit.insert(words(m_media[0], m_regions[0], QStringLiteral("mine")));
    }).ok());
}

/// Every region and every picture, as an empty query finds them.
std::vector<CaptionTarget> GrowPlanTest::all() const {
    std::vector<CaptionTarget> targets;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (i % 2 == 0) targets.push_back({m_media[i / 2], 0});
        targets.push_back({m_media[i / 2], m_regions[i]});
    }
    return targets;
}

void GrowPlanTest::onlyRegionsWithoutACaptionArePlanned() {
    const GrowPlan plan = planGrowth(*m_project, all(), from(GrowSource::Regions));
    QCOMPARE(plan.pictures.size(), std::size_t{9});
    QCOMPARE(plan.places, qint64{17});
    QCOMPARE(plan.captioned, 1);
    QCOMPARE(plan.impossible, 2);
    QCOMPARE(plan.pictures[0].regions, std::vector<Id>{m_regions[1]});
}

void GrowPlanTest::newBoxesArePlannedPictureByPicture() {
    GrowOptions options = from(GrowSource::Edges);
    options.proposals = 12;
    const GrowPlan plan = planGrowth(*m_project, all(), options);
    QCOMPARE(plan.pictures.size(), std::size_t{9});
    QCOMPARE(plan.places, qint64{9 * 12});
    QCOMPARE(plan.impossible, 1);
}

void GrowPlanTest::aGridCountsItsBoxes() {
    GrowOptions options = from(GrowSource::Grid);
    options.proposals = 100;
    QCOMPARE(planGrowth(*m_project, {{m_media[3], 0}}, options).places, qint64{9 + 25}); // halves: 3 by 3, thirds: 5 by 5
    options.proposals = 10;
    QCOMPARE(planGrowth(*m_project, {{m_media[3], 0}}, options).places, qint64{10});
}

void GrowPlanTest::aSampleIsSpreadOverThePlan() {
    const GrowPlan plan = planGrowth(*m_project, all(), from(GrowSource::Regions));
    const GrowPlan some = sampled(plan, 3);
    QCOMPARE(some.pictures.size(), std::size_t{3});
    QCOMPARE(some.pictures[0].media, m_media[0]);
    QCOMPARE(some.pictures[1].media, m_media[3]);
    QCOMPARE(some.pictures[2].media, m_media[6]);
    QCOMPARE(some.places, qint64{5});
    QCOMPARE(sampled(plan, 50).places, plan.places);
}

void GrowPlanTest::estimatesGoByRegionsOrByPictures() {
    GrowTally trial;
    trial.pictures = 2;
    trial.captioned = 10;
    trial.kept = 4;
    trial.seconds = 5;
    GrowPlan plan;
    plan.pictures.resize(20);
    plan.places = 30;
    const GrowEstimate regions = estimated(plan, trial);
    QCOMPARE(regions.seconds, 15.0);
    QCOMPARE(regions.captioned, qint64{30});
    QCOMPARE(regions.kept, qint64{12});
    plan.options.source = GrowSource::Edges;
    const GrowEstimate boxes = estimated(plan, trial);
    QCOMPARE(boxes.seconds, 50.0);
    QCOMPARE(boxes.captioned, qint64{100});
    QCOMPARE(boxes.kept, qint64{40});
    QCOMPARE(estimated(plan, {}).captioned, qint64{0});
}

QTEST_GUILESS_MAIN(GrowPlanTest)
#include "test_grow_plan.moc"
