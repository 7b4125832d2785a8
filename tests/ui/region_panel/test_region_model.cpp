#include "ui/region_panel/region_model.h"

#include "tests/ui/project_fixture.h"
#include "ui/image_view/canvas_region.h"

#include <QAbstractItemModelTester>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

class TestRegionModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreTheRegionsOfTheCurrentPicture();
    void shownCaptionIsTheOneOfRankZero();
    void statesAreTold_data();
    void statesAreTold();
    void growingWordsAreShownWhileTheModelWrites();
    void onlyMachineCaptionsHaveAScore();
};

void TestRegionModel::rowsAreTheRegionsOfTheCurrentPicture() {
    ProjectFixture f(2);
    RegionModel model(f.workspace, f.flow);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const project::Id first = f.addRegion();
    const project::Id second = f.addRegion();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.indexOf(second).row(), 1);
    f.workspace.step(1);
    QCOMPARE(model.rowCount(), 0);
    f.workspace.step(-1);
    QCOMPARE(model.index(0).data(RegionModel::IdRole).toLongLong(), first);
    QVERIFY(f.project().undo().ok());
    QCOMPARE(model.rowCount(), 1);
}

void TestRegionModel::shownCaptionIsTheOneOfRankZero() {
    ProjectFixture f;
    RegionModel model(f.workspace, f.flow);
    const project::Id region = f.addRegion();
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("no caption yet"));
    f.addCaption(region, QStringLiteral("another"), CaptionSource::Model, CaptionState::Draft, 1);
    f.addCaption(region, QStringLiteral("the one"), CaptionSource::Model);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("the one"));
}

void TestRegionModel::statesAreTold_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("shown");
    QTest::newRow("draft") << int(CaptionState::Draft) << int(CanvasRegion::Draft);
    QTest::newRow("accepted") << int(CaptionState::Accepted) << int(CanvasRegion::Accepted);
    QTest::newRow("rejected") << int(CaptionState::Rejected) << int(CanvasRegion::Rejected);
}

void TestRegionModel::statesAreTold() {
    QFETCH(int, state);
    QFETCH(int, shown);
    ProjectFixture f;
    RegionModel model(f.workspace, f.flow);
    const project::Id region = f.addRegion();
    QCOMPARE(model.index(0).data(RegionModel::StateRole).toInt(), int(CanvasRegion::None));
    f.addCaption(region, QStringLiteral("a dog"), CaptionSource::Human, CaptionState(state));
    QCOMPARE(model.index(0).data(RegionModel::StateRole).toInt(), shown);
}

void TestRegionModel::growingWordsAreShownWhileTheModelWrites() {
    ProjectFixture f;
    RegionModel model(f.workspace, f.flow);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const project::Id region = f.addRegion();
    const quint64 asked = f.flow.caption(f.media.first(), region);
    QCOMPARE(model.index(0).data(RegionModel::StateRole).toInt(), int(CanvasRegion::Running));
    Q_EMIT f.flow.grew(f.media.first(), region, QStringLiteral("a small"));
    QVERIFY(model.index(0).data().toString().startsWith(QStringLiteral("a small")));
    f.flow.take(asked, f.answer({QStringLiteral("a small dog")}));
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("a small dog"));
}

void TestRegionModel::onlyMachineCaptionsHaveAScore() {
    ProjectFixture f;
    RegionModel model(f.workspace, f.flow);
    const project::Id machine = f.addRegion();
    f.flow.take(f.flow.caption(f.media.first(), machine), f.answer({QStringLiteral("a dog")}));
    f.addCaption(f.addRegion(), QStringLiteral("a cat"), CaptionSource::Human);
    QVERIFY(qAbs(model.index(0).data(RegionModel::ScoreRole).toDouble() - std::exp(-0.5)) < 1e-9);
    QVERIFY(!model.index(1).data(RegionModel::ScoreRole).isValid());
}

QTEST_MAIN(TestRegionModel)
#include "test_region_model.moc"
