#include "ui/review/review_steps.h"

#include "tests/ui/project_fixture.h"

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

class TestReviewSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsPassPicturesWithoutDrafts();
    void alternativesAreNoDrafts();
    void regionsFollowTheirOrderAndHiddenOnesAreLeftOut();
    void acceptingAllIsOneEditAndLeavesRejectedOnes();
};

void TestReviewSteps::stepsPassPicturesWithoutDrafts() {
    ProjectFixture f(3);
    project::Caption draft;
    draft.media = f.media.at(2);
    draft.text = QStringLiteral("a draft");
    f.edit([&](project::Edit& edit) { edit.insert(draft); });
    QVERIFY(stepToDrafts(f.workspace, StepDirection::Forward));
    QCOMPARE(f.workspace.currentMedia(), f.media.at(2));
    QVERIFY(!stepToDrafts(f.workspace, StepDirection::Forward));
    QVERIFY(!stepToDrafts(f.workspace, StepDirection::Back));
    QCOMPARE(f.workspace.currentMedia(), f.media.at(2));
}

void TestReviewSteps::alternativesAreNoDrafts() {
    ProjectFixture f(2);
    project::Caption alternative;
    alternative.media = f.media.at(1);
    alternative.text = QStringLiteral("another");
    alternative.rank = 1;
    f.edit([&](project::Edit& edit) { edit.insert(alternative); });
    QVERIFY(!stepToDrafts(f.workspace, StepDirection::Forward));
}

void TestReviewSteps::regionsFollowTheirOrderAndHiddenOnesAreLeftOut() {
    ProjectFixture f;
    const project::Id first = f.addRegion({0, 0, 10, 10});
    const project::Id hidden = f.addRegion({10, 0, 10, 10});
    const project::Id last = f.addRegion({20, 0, 10, 10});
    f.edit([&](project::Edit& edit) {
        project::Region region = *f.project().region(hidden);
        region.hidden = true;
        edit.update(region);
    });
    QCOMPARE(regionAfterCurrent(f.workspace), first);
    f.workspace.setCurrentRegion(first);
    QCOMPARE(regionAfterCurrent(f.workspace), last);
    f.workspace.setCurrentRegion(last);
    QCOMPARE(regionAfterCurrent(f.workspace), project::Id(0));
}

void TestReviewSteps::acceptingAllIsOneEditAndLeavesRejectedOnes() {
    ProjectFixture f;
    const project::Id draft = f.addCaption(f.addRegion(), QStringLiteral("a dog"), CaptionSource::Model);
    const project::Id rejected =
        f.addCaption(f.addRegion(), QStringLiteral("a cat"), CaptionSource::Model, CaptionState::Rejected);
    acceptAllDrafts(f.workspace);
    QVERIFY(f.project().caption(draft)->state == CaptionState::Accepted);
    QVERIFY(f.project().caption(rejected)->state == CaptionState::Rejected);
    QVERIFY(f.project().undo().ok());
    QVERIFY(f.project().caption(draft)->state == CaptionState::Draft);
}

QTEST_MAIN(TestReviewSteps)
#include "test_review_steps.moc"
