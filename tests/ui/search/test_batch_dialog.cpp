#include "ui/batch/batch_dialog.h"

#include "tests/ui/project_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

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
    std::vector<PlaceChoice> choices() {
        return {{QStringLiteral("All"), [this](const project::Project&) {
                     std::vector<jobs::CaptionTarget> targets{{media.first(), 0}};
                     for (const project::Id region : regions) targets.push_back({media.first(), region});
                     return targets;
                 }},
                {QStringLiteral("None"), [](const project::Project&) { return std::vector<jobs::CaptionTarget>(); }}};
    }
    std::vector<project::Id> regions;
};

static bool tells(const QDialog& dialog, const QString& text) {
    const auto labels = dialog.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(text); });
}

void TestBatchDialog::countsAreToldBeforehand() {
    Asked f;
    BatchDialog dialog(f.project().path(), f.choices(), 0);
    QTRY_COMPARE(dialog.plan().empty, 1);
    QTRY_COMPARE(dialog.plan().kept, 2);
    dialog.findChildren<QComboBox*>().at(1)->setCurrentIndex(1);
    QTRY_COMPARE(dialog.plan().rewritten, 1);
    dialog.findChildren<QComboBox*>().at(1)->setCurrentIndex(2);
    QTRY_COMPARE(dialog.plan().alternatives, 1);
    QTRY_COMPARE(dialog.plan().count(), 3);
    QVERIFY(tells(dialog, QStringLiteral("3 captions will be written")));
}

void TestBatchDialog::nothingToWriteCannotBeStarted() {
    Asked f;
    BatchDialog dialog(f.project().path(), f.choices(), 0);
    const auto start = [&] {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text() == QStringLiteral("Start")) return each->isEnabled();
        return false;
    };
    QTRY_VERIFY(start());
    dialog.findChildren<QComboBox*>().at(0)->setCurrentIndex(1);
    QTest::qWait(100);
    QVERIFY(!start());
}

void TestBatchDialog::picturesAreLeftOutUnlessAskedFor() {
    Asked f;
    BatchDialog dialog(f.project().path(), f.choices(), 0);
    QTRY_VERIFY(!dialog.plan().pictures.empty());
    QVERIFY(!dialog.plan().pictures.front().whole);
    dialog.findChild<QCheckBox*>()->click();
    QTRY_COMPARE(dialog.plan().empty, 2);
    QVERIFY(dialog.plan().pictures.front().whole);
}

void TestBatchDialog::theEstimateFollowsTheModelsSpeed() {
    Asked f;
    BatchDialog dialog(f.project().path(), f.choices(), 12);
    QTRY_VERIFY(tells(dialog, QStringLiteral("About 12 seconds")));
}

QTEST_MAIN(TestBatchDialog)
#include "test_batch_dialog.moc"
