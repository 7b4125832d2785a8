#include "ui/batch/batch_dialog.h"

#include "tests/ui/project_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

class TestBatchDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreToldBeforehand();
    void nothingToWriteCannotBeStarted();
    void picturesAreLeftOutUnlessAskedFor();
    void theEstimateFollowsTheModelsSpeed();
};

struct Asked : ProjectFixture {
    Asked() {
        for (int i = 0; i < 3; ++i) regions.push_back(addRegion({10.0 + 10 * i, 20, 30, 40}));
        addCaption(regions[1], QStringLiteral("a draft"), CaptionSource::Model);
        addCaption(regions[2], QStringLiteral("mine"), CaptionSource::Human);
    }
    std::vector<BatchDialog::Choice> choices() {
        return {{QStringLiteral("All"), [this] {
                     std::vector<jobs::CaptionTarget> targets{{media.first(), 0}};
                     for (const project::Id region : regions) targets.push_back({media.first(), region});
                     return targets;
                 }},
                {QStringLiteral("None"), [] { return std::vector<jobs::CaptionTarget>(); }}};
    }
    std::vector<project::Id> regions;
};


void TestBatchDialog::countsAreToldBeforehand() {
    Asked f;
    BatchDialog dialog(f.project(), f.choices(), 0);
    QCOMPARE(dialog.plan().empty, 1);
    QCOMPARE(dialog.plan().kept, 2);
    dialog.findChildren<QComboBox*>().at(1)->setCurrentIndex(1);
    QCOMPARE(dialog.plan().rewritten, 1);
    dialog.findChildren<QComboBox*>().at(1)->setCurrentIndex(2);
    QCOMPARE(dialog.plan().alternatives, 1);
    QCOMPARE(dialog.plan().count(), 3);
    bool told = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) told = told || label->text().contains(QStringLiteral("3 captions will be written"));
    QVERIFY(told);
}

void TestBatchDialog::nothingToWriteCannotBeStarted() {
    Asked f;
    BatchDialog dialog(f.project(), f.choices(), 0);
    const auto start = [&] {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text() == QStringLiteral("Start")) return each->isEnabled();
        return false;
    };
    QVERIFY(start());
    dialog.findChildren<QComboBox*>().at(0)->setCurrentIndex(1);
    QVERIFY(!start());
}

void TestBatchDialog::picturesAreLeftOutUnlessAskedFor() {
    Asked f;
    BatchDialog dialog(f.project(), f.choices(), 0);
    QVERIFY(!dialog.plan().pictures.front().whole);
    dialog.findChild<QCheckBox*>()->click();
    QVERIFY(dialog.plan().pictures.front().whole);
    QCOMPARE(dialog.plan().empty, 2);
}

void TestBatchDialog::theEstimateFollowsTheModelsSpeed() {
    Asked f;
    BatchDialog dialog(f.project(), f.choices(), 12);
    bool told = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) told = told || label->text().contains(QStringLiteral("About 12 seconds"));
    QVERIFY(told);
}

QTEST_MAIN(TestBatchDialog)
#include "test_batch_dialog.moc"
