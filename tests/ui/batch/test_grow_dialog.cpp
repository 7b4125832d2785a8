#include "ui/batch/grow_dialog.h"
#include "ui/batch/grow_examples.h"
#include "tests/ui/project_fixture.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace rb;
using namespace rb::ui;

class TestGrowDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePlanIsWhatWasChosen();
    void countsFollowTheChoices();
    void nothingToDoCannotBeStarted();
    void aTryShowsCaptionsAndAnEstimate();
    void movedThresholdsJudgeAnewWithoutTheModel();

private:
    static GrowDialog::Sources sources(ProjectFixture& f, jobs::InferenceThread& inference, const vlm::ModelDescription& model) {
        return {f.project(), inference, model, {{QStringLiteral("The whole project"), [](const project::Project& project) {
                    std::vector<jobs::CaptionTarget> all;
                    for (const project::Media& media : project.allMedia()) {
                        all.push_back({media.id, 0});
                        for (const project::Region& region : project.regionsOf(media.id)) all.push_back({media.id, region.id});
                    }
                    return all;
                }}}};
    }
    static QPushButton* button(const QDialog& dialog, const QString& text) {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text() == text) return each;
        return nullptr;
    }
    static QString texts(const QDialog& dialog) {
        QStringList all;
        for (const QLabel* label : dialog.findChildren<QLabel*>()) all << label->text();
        return all.join(QLatin1Char('\n'));
    }

    std::unique_ptr<jobs::InferenceThread> m_inference;
    vlm::ModelDescription m_model;
};

void TestGrowDialog::initTestCase() {
    m_inference = std::make_unique<jobs::InferenceThread>();
    QSignalSpy opened(m_inference.get(), &jobs::InferenceThread::modelOpened);
    m_inference->openModel(QStringLiteral(RB_RESOURCES "/models/regionblip-mini"), {});
    QVERIFY(opened.wait(60000));
    m_model = opened.front().front().value<vlm::ModelDescription>();
    m_model.generation.numBeams = 1;
}

void TestGrowDialog::thePlanIsWhatWasChosen() {
    ProjectFixture f;
    f.addRegion();
    GrowDialog dialog(sources(f, *m_inference, m_model));
    QVERIFY(dialog.plan().options.source == jobs::GrowSource::Regions);
    const auto combos = dialog.findChildren<QComboBox*>();
    combos.at(0)->setCurrentIndex(combos.at(0)->findData(int(jobs::GrowSource::Edges)));
    combos.at(2)->setCurrentIndex(combos.at(2)->findData(int(jobs::GrowView::Crop)));
    const auto thresholds = dialog.findChildren<QDoubleSpinBox*>();
    thresholds.at(0)->setValue(0.75);
    thresholds.at(1)->setValue(0.1);
    const auto numbers = dialog.findChildren<QSpinBox*>();
    numbers.at(0)->setValue(7);
    numbers.at(1)->setValue(3);
    QTRY_COMPARE(dialog.plan().places, qint64{7});
    const jobs::GrowPlan plan = dialog.plan();
    QVERIFY(plan.options.source == jobs::GrowSource::Edges && plan.options.view == jobs::GrowView::Crop);
    QCOMPARE(plan.options.minItm, 0.75);
    QCOMPARE(plan.options.minItc, 0.1);
    QCOMPARE(plan.options.proposals, 7);
    QCOMPARE(plan.options.perPicture, 3);
    QCOMPARE(dialog.generation().numCaptions, 1);
}

void TestGrowDialog::countsFollowTheChoices() {
    ProjectFixture f(2);
    f.addRegion();
    f.addCaption(f.addRegion({60, 20, 50, 40}), QStringLiteral("mine"), project::CaptionSource::Human);
    GrowDialog dialog(sources(f, *m_inference, m_model));
    QTRY_VERIFY(texts(dialog).contains(QStringLiteral("1 picture, 1 region without a caption; 1 has one.")));
    dialog.findChildren<QComboBox*>().at(0)->setCurrentIndex(1);
    QTRY_VERIFY(texts(dialog).contains(QStringLiteral("2 pictures, up to 80 new boxes")));
}

void TestGrowDialog::nothingToDoCannotBeStarted() {
    ProjectFixture f;
    GrowDialog dialog(sources(f, *m_inference, m_model));
    QTRY_VERIFY(texts(dialog).contains(QStringLiteral("0 regions without a caption")));
    QVERIFY(!button(dialog, QStringLiteral("Grow"))->isEnabled());
    QVERIFY(!button(dialog, QStringLiteral("Try on 5 pictures"))->isEnabled());
}

void TestGrowDialog::aTryShowsCaptionsAndAnEstimate() {
    ProjectFixture f(2);
    f.addRegion();
    f.addRegion({60, 20, 50, 40});
    GrowDialog dialog(sources(f, *m_inference, m_model));
    const qint64 drafts = f.project().counts().drafts;
    QPushButton* tries = button(dialog, QStringLiteral("Try on 5 pictures"));
    QTRY_VERIFY(tries->isEnabled()); // the counts are there
    tries->click();
    QVERIFY(!tries->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(tries->isEnabled(), 60000);
    const auto* examples = dialog.findChild<GrowExamples*>();
    QCOMPARE(examples->rowCount(), 2);
    QVERIFY(!examples->item(0, 0)->text().isEmpty() && !examples->item(0, 0)->icon().isNull());
    QTRY_VERIFY(texts(dialog).contains(QStringLiteral("The whole: about 2 captions")));
    QCOMPARE(f.project().counts().drafts, drafts);
    dialog.findChildren<QComboBox*>().at(2)->setCurrentIndex(1); // another way to caption
    QCOMPARE(examples->rowCount(), 0);
}

void TestGrowDialog::movedThresholdsJudgeAnewWithoutTheModel() {
    ProjectFixture f;
    f.addRegion();
    GrowDialog dialog(sources(f, *m_inference, m_model));
    const auto thresholds = dialog.findChildren<QDoubleSpinBox*>();
    thresholds.at(0)->setValue(0);
    thresholds.at(1)->setValue(-1);
    QPushButton* tries = button(dialog, QStringLiteral("Try on 5 pictures"));
    QTRY_VERIFY(tries->isEnabled()); // the counts are there
    tries->click();
    QTRY_VERIFY_WITH_TIMEOUT(tries->isEnabled(), 60000);
    const auto* examples = dialog.findChild<GrowExamples*>();
    QVERIFY(examples->item(0, 3)->text().contains(QStringLiteral("kept")));
    QCOMPARE(examples->tally().kept, qint64{1});
    thresholds.at(1)->setValue(1);
    QVERIFY(examples->item(0, 3)->text().contains(QStringLiteral("below")));
    QCOMPARE(examples->tally().kept, qint64{0});
    QTRY_VERIFY(texts(dialog).contains(QStringLiteral("0 are kept")));
}

QTEST_MAIN(TestGrowDialog)
#include "test_grow_dialog.moc"
