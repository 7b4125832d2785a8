#include "ui/captions/generation_dialog.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace rb;
using namespace rb::ui;

class TestGenerationDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void untouchedItGivesWhatWasThere();
    void captionsAreAtMostAsManyAsBeams();
    void samplingHasItsOwnOptions();
    void theShortestIsNeverAboveTheLongest();
    void nothingIsKeptUnlessAsked();
};

static vlm::GenerationOptions present() {
    vlm::GenerationOptions options;
    options.numBeams = 4;
    options.numCaptions = 3;
    options.minNewTokens = 8;
    options.repetitionPenalty = 1.5;
    return options;
}

/// The field behind the label that begins so.
template <typename Field>
static Field* field(const QDialog& dialog, const char* toolTip) {
    for (Field* each : dialog.findChildren<Field*>())
        if (each->toolTip().startsWith(QString::fromUtf8(toolTip))) return each;
    return nullptr;
}

void TestGenerationDialog::untouchedItGivesWhatWasThere() {
    const GenerationDialog dialog(present(), 1);
    const vlm::GenerationOptions given = dialog.options();
    QCOMPARE(given.numBeams, 4);
    QCOMPARE(given.numCaptions, 3);
    QCOMPARE(given.minNewTokens, 8);
    QCOMPARE(given.maxNewTokens, 30);
    QCOMPARE(given.repetitionPenalty, 1.5);
    QVERIFY(!given.sample);
}

void TestGenerationDialog::captionsAreAtMostAsManyAsBeams() {
    const GenerationDialog dialog(present(), 1);
    field<QSpinBox>(dialog, "The best is shown")->setValue(7);
    QCOMPARE(dialog.options().numCaptions, 7);
    QCOMPARE(dialog.options().numBeams, 7);
}

void TestGenerationDialog::samplingHasItsOwnOptions() {
    const GenerationDialog dialog(present(), 2);
    auto* seed = field<QSpinBox>(dialog, "The same seed");
    QVERIFY(!seed->isEnabled());
    dialog.findChildren<QRadioButton*>().at(1)->click();
    QVERIFY(seed->isEnabled());
    QVERIFY(!field<QSpinBox>(dialog, "So many captions grow")->isEnabled());
    seed->setValue(42);
    field<QDoubleSpinBox>(dialog, "Above 1 bolder")->setValue(1.5);
    QVERIFY(dialog.options().sample);
    QCOMPARE(dialog.options().seed, std::uint64_t(42));
    QCOMPARE(dialog.options().temperature, 1.5);
    QCOMPARE(dialog.options().numBeams, 4);
}

void TestGenerationDialog::theShortestIsNeverAboveTheLongest() {
    const GenerationDialog dialog(present(), 1);
    field<QSpinBox>(dialog, "A caption does not end")->setValue(50);
    QVERIFY(dialog.options().maxNewTokens >= 50);
}

void TestGenerationDialog::nothingIsKeptUnlessAsked() {
    const GenerationDialog dialog(present(), 1);
    QVERIFY(!dialog.isKept());
    dialog.findChild<QCheckBox*>()->click();
    QVERIFY(dialog.isKept());
}

QTEST_MAIN(TestGenerationDialog)
#include "test_generation_dialog.moc"
