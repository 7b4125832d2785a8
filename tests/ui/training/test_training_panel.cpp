#include "tests/ui/training/training_fixture.h"
#include "ui/training/blind_vote.h"
#include "ui/training/caption_comparison.h"
#include "ui/training/caption_model.h"
#include "ui/training/data_choice.h"
#include "ui/training/line_plot.h"
#include "ui/training/run_list.h"
#include "ui/training/run_model.h"
#include "ui/training/training_controls.h"
#include "ui/training/training_plots.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace rb;
using namespace rb::ui;
using ui::test::TrainingFixture;
using jobs::TrainingState;

static const char kFinished[] = "{\"event\":\"end\",\"stopped\":false}\n";

class TestTrainingPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreToldInWords();
    void nothingToLearnCannotBeTrained();
    void lengthSuitsTheCaptionsUntilSomebodyChoosesOne();
    void lengthOfARepeatedRunIsKept();
    void rateSuitsTheOpenedModelUnlessSomebodyChoseOne();
    void startTrainsTheChosenCaptionsWithTheChosenSettings();
    void aJobThatCannotBeWrittenIsToldAndLeavesNothing();
    void estimateTellsTimeMemoryAndFindings();
    void closedPanelLeavesTheTrainingAlone();
    void crashedChildLeavesThePanelAliveAndTheRunResumable();
    void worseThanBaseIsSaidWithAWayToStop();
    void runsAreComparedByTheirTicks();
    void sameSettingsComeAgain();
    void captionsStandSideBySideAndCanBeSorted();
    void votesAreKeptWithTheRun();
};

static QPushButton* button(const QWidget& in, const char* text) {
    for (auto* one : in.findChildren<QPushButton*>())
        if (one->text() == QString::fromUtf8(text)) return one;
    qFatal("There is no button %s", text);
}

static QString textIn(const QWidget& in, const QString& part) {
    for (auto* label : in.findChildren<QLabel*>())
        if (label->text().contains(part) && !label->isHidden()) return label->text();
    return {};
}

void TestTrainingPanel::countsAreToldInWords() {
    TrainingFixture f;
    TrainingPanel& panel = f.open();
    QVERIFY(!textIn(panel, QStringLiteral("60 captions are learnt from 20 pictures")).isEmpty());
    QVERIFY(!textIn(panel, QStringLiteral("every tenth picture and cloud")).isEmpty());
    panel.dataChoice()->setQuery(QStringLiteral("wrong:"));
    QVERIFY(!textIn(panel, QStringLiteral("There is no key wrong.")).isEmpty());
    panel.dataChoice()->setQuery(QStringLiteral("label:nobody"));
    QVERIFY(!textIn(panel, QStringLiteral("finds no accepted caption")).isEmpty());
}

void TestTrainingPanel::lengthSuitsTheCaptionsUntilSomebodyChoosesOne() {
    TrainingFixture f;
    f.pictures = 100; // 300 captions
    TrainingPanel& panel = f.open();
    QCOMPARE(panel.settings()->settings().epochs, 16.0);
    f.pictures = 200;
    panel.dataChanged();
    QCOMPARE(panel.settings()->settings().epochs, 8.0);
    auto* length = panel.settings()->findChild<QDoubleSpinBox*>();
    QCOMPARE(length->value(), 8.0);
    length->setValue(3);
    f.pictures = 100;
    panel.dataChanged();
    QCOMPARE(panel.settings()->settings().epochs, 3.0);
}

void TestTrainingPanel::lengthOfARepeatedRunIsKept() {
    TrainingFixture f;
    f.pictures = 100;
    TrainingPanel& panel = f.open();
    panel.settings()->setSettings(panel.settings()->settings()); // of a run that was as long as would be proposed
    f.pictures = 200;
    panel.dataChanged();
    QCOMPARE(panel.settings()->settings().epochs, 16.0);
}

void TestTrainingPanel::rateSuitsTheOpenedModelUnlessSomebodyChoseOne() {
    TrainingFixture f;
    TrainingSettings& settings = *f.open().settings();
    settings.suitRate(0.01);
    QCOMPARE(settings.settings().learningRate, 0.01);
    runs::RunSettings chosen = settings.settings();
    chosen.learningRate = 0.003;
    settings.setSettings(chosen);
    settings.suitRate(0.0001);
    QCOMPARE(settings.settings().learningRate, 0.003);
}

void TestTrainingPanel::nothingToLearnCannotBeTrained() {
    TrainingFixture f;
    f.pictures = 0;
    TrainingPanel& panel = f.open();
    QVERIFY(!button(panel, "Train")->isEnabled());
    QVERIFY(!textIn(panel, QStringLiteral("No caption is accepted yet")).isEmpty());
    f.pictures = 4;
    panel.dataChanged();
    QVERIFY(button(panel, "Train")->isEnabled());
}

void TestTrainingPanel::startTrainsTheChosenCaptionsWithTheChosenSettings() {
    TrainingFixture f;
    TrainingPanel& panel = f.open();
    panel.show();
    for (auto* box : panel.settings()->findChildren<QDoubleSpinBox*>())
        if (box->accessibleName() == QStringLiteral("Length of the training")) box->setValue(7);
    button(panel, "Train")->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.queue->state() == TrainingState::Running, 20'000);
    const auto runs = f.history->runs();
    QCOMPARE(runs.size(), std::size_t{1});
    QCOMPARE(runs[0].settings.epochs, 7.0);
    QCOMPARE(runs[0].settings.modelName, QStringLiteral("regionblip-mini"));
    QCOMPARE(runs[0].settings.learningRate, 5e-3);
    QCOMPARE(runs[0].data.train + runs[0].data.val, 60);
    QCOMPARE(runs[0].data.val, 6); // held back
    QVERIFY(panel.plots()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(panel.plots()->plot(TrainingPlot::Loss)->series().at(1).points.size(), std::size_t{1}, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!textIn(panel, QStringLiteral("Step 1 of 4")).isEmpty(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(f.history->pathOf(runs[0].id) + QStringLiteral("/control")), 20'000);
    button(panel, "Stop")->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.queue->state() == TrainingState::Stopped, 20'000);
    QVERIFY(button(panel, "Go on")->isEnabled());
}

void TestTrainingPanel::aJobThatCannotBeWrittenIsToldAndLeavesNothing() {
    TrainingFixture f; // its pictures are names without files
    TrainingPanel& panel = f.open();
    QSignalSpy failed(&panel, &TrainingPanel::failed);
    button(panel, "Export job…")->click();
    QCOMPARE(failed.size(), 0); // cancelled
    f.dialogs.newFile = f.at("job");
    button(panel, "Export job…")->click();
    QCOMPARE(failed.size(), 1);
    QVERIFY(QString::fromStdString(failed.first().first().value<rb::Error>().message).contains(QStringLiteral("000.png cannot be copied")));
    QVERIFY(!QFile::exists(f.at("job")));
}

void TestTrainingPanel::estimateTellsTimeMemoryAndFindings() {
    TrainingFixture f;
    TrainingPanel& panel = f.open();
    panel.settings()->findChild<QDoubleSpinBox*>()->setValue(20); // times through the captions
    button(panel, "Estimate")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!textIn(panel, QStringLiteral("1.2 GB of memory")).isEmpty(), 20'000);
    // 54 captions make 4 batches of 16, 20 times, half a second each.
    QVERIFY(!textIn(panel, QStringLiteral("About 40 s: 80 steps of 0.5 s.")).isEmpty());
    QVERIFY(!textIn(panel, QStringLiteral("Left out: 3 × box outside the picture, e.g. regions:7")).isEmpty());
    QVERIFY(f.history->runs().empty());
}

void TestTrainingPanel::closedPanelLeavesTheTrainingAlone() {
    TrainingFixture f;
    button(f.open(), "Train")->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.queue->state() == TrainingState::Running, 20'000);
    f.panel.reset();
    f.queue.reset();
    QVERIFY(f.history->runs().front().active());
    TrainingPanel& again = f.open();
    QVERIFY(f.queue->state() == TrainingState::Running);
    QVERIFY(!textIn(again, QStringLiteral("Trains")).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!textIn(again, QStringLiteral("Step 1 of 4")).isEmpty(), 20'000);
    f.queue->kill();
    QTRY_VERIFY_WITH_TIMEOUT(!f.queue->isActive(), 20'000);
}

void TestTrainingPanel::crashedChildLeavesThePanelAliveAndTheRunResumable() {
    TrainingFixture f;
    TrainingPanel& panel = f.open();
    button(panel, "Train")->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.queue->state() == TrainingState::Running, 20'000);
    f.queue->kill();
    QTRY_VERIFY_WITH_TIMEOUT(f.queue->state() == TrainingState::Crashed, 20'000);
    QVERIFY(!textIn(panel, QStringLiteral("continues from the last checkpoint")).isEmpty());
    button(*panel.findChild<TrainingControls*>(), "Go on")->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.queue->state() == TrainingState::Running, 20'000);
    f.queue->kill();
    QTRY_VERIFY_WITH_TIMEOUT(!f.queue->isActive(), 20'000);
}

void TestTrainingPanel::worseThanBaseIsSaidWithAWayToStop() {
    TrainingControls controls;
    QSignalSpy asked(&controls, &TrainingControls::requested);
    runs::RunRecord record;
    for (const QByteArray& line : {rb::test::scoreLine(0, 2), rb::test::stepLine(1, 3), rb::test::scoreLine(10, 1)}) record.take(*jobs::parseTrainingMessage(line));
    controls.show();
    controls.showState(TrainingState::Running, false, {});
    controls.showRecord(record);
    QVERIFY(!textIn(controls, QStringLiteral("Worse than before: held-out captions score CIDEr 1.00, the model before 2.00")).isEmpty());
    QVERIFY(button(controls, "Stop here")->isVisible());
    button(controls, "Stop here")->click();
    QCOMPARE(asked.count(), 1);
    QVERIFY(asked[0][0].value<jobs::TrainingRequest>() == jobs::TrainingRequest::Stop);
    controls.showState(TrainingState::Stopped, true, {});
    controls.showRecord(record);
    QVERIFY(!button(controls, "Stop here")->isVisible());
}

void TestTrainingPanel::runsAreComparedByTheirTicks() {
    TrainingFixture f;
    const QString first = f.pastRun(QStringLiteral("first"), 40, 2.6, kFinished);
    const QString second = f.pastRun(QStringLiteral("second"), 60, 3.1, kFinished);
    TrainingPanel& panel = f.open();
    auto* model = panel.findChild<RunModel*>();
    const QString watched = f.queue->current();
    const QString other = watched == first ? second : first;
    QVERIFY(model->setData(model->index(model->rowOf(other), RunModel::Name), Qt::Checked, Qt::CheckStateRole));
    const auto& series = panel.plots()->plot(TrainingPlot::Scores)->series();
    QStringList names;
    for (const PlotSeries& one : series) names << one.name;
    QVERIFY2(names.contains(QStringLiteral("first: CIDEr")) && names.contains(QStringLiteral("second: CIDEr")), qPrintable(names.join(QLatin1Char('|'))));
    QVERIFY(series.front().band.size() == 11 && series.back().dashed);
}

void TestTrainingPanel::sameSettingsComeAgain() {
    TrainingFixture f;
    runs::RunSettings settings;
    settings.modelName = QStringLiteral("regionblip-mini");
    settings.rank = 24;
    settings.epochs = 0;
    settings.minutes = 3;
    settings.learningRate = 2e-3;
    settings.preset = QStringLiteral("regionblip");
    const QString id = f.history->create(QStringLiteral("old"), settings, rb::test::someItems(3))->id;
    TrainingPanel& panel = f.open();
    Q_EMIT panel.findChild<RunList*>()->repeatRequested(id);
    QVERIFY(panel.settings()->settings() == settings);
}

void TestTrainingPanel::captionsStandSideBySideAndCanBeSorted() {
    TrainingFixture f;
    f.pastRun(QStringLiteral("first"), 40, 2.6, kFinished);
    TrainingPanel& panel = f.open();
    auto* comparison = panel.findChild<CaptionComparison*>();
    const CaptionModel& model = *comparison->model();
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.index(1, CaptionModel::Before).data().toString(), QStringLiteral("a red car"));
    QCOMPARE(model.index(1, CaptionModel::Now).data().toString(), QStringLiteral("item red car"));
    QCOMPARE(model.index(0, CaptionModel::Gain).data().toString(), QStringLiteral("+3.00"));
    QCOMPARE(model.headerData(CaptionModel::Now, Qt::Horizontal).toString(), QStringLiteral("After step 40"));
    const auto boxes = comparison->findChildren<QComboBox*>();
    boxes[1]->setCurrentIndex(2); // worse first
    QCOMPARE(model.index(0, CaptionModel::Gain).data().toString(), QStringLiteral("−3.50"));
    boxes[1]->setCurrentIndex(3); // largest difference first
    QCOMPARE(model.index(0, CaptionModel::Gain).data().toString(), QStringLiteral("−3.50"));
    QCOMPARE(model.index(1, CaptionModel::Gain).data().toString(), QStringLiteral("+3.00"));
    boxes[0]->setCurrentIndex(0); // before the training
    QCOMPARE(model.index(0, CaptionModel::Now).data().toString(), model.index(0, CaptionModel::Before).data().toString());
}

void TestTrainingPanel::votesAreKeptWithTheRun() {
    TrainingFixture f;
    const QString id = f.pastRun(QStringLiteral("first"), 40, 2.6, kFinished);
    TrainingPanel& panel = f.open();
    f.dialogs.answer = [](QDialog& dialog) {
        auto* vote = dialog.findChild<BlindVote*>();
        QTest::keyClick(vote, Qt::Key_1);
        QTest::keyClick(vote, Qt::Key_2);
        QTest::keyClick(vote, Qt::Key_0);
        QTest::keyClick(vote, Qt::Key_Backspace);
        return true; // closed before the end
    };
    button(panel, "Vote blindly…")->click();
    QFile file(f.history->pathOf(id) + QStringLiteral("/votes.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][QStringLiteral("votes")].toArray().size(), 2);
    QCOMPARE(all[0][QStringLiteral("same")].toInt(), 1); // "two trees"
    QCOMPARE(all[0][QStringLiteral("b")].toString(), QStringLiteral("After step 40"));
}

QTEST_MAIN(TestTrainingPanel)
#include "test_training_panel.moc"
