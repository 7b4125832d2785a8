#include "ui/search/meaning_bar.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace rb;
using namespace rb::ui;

class TestMeaningBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void whatIsReadyIsToldWhileSomethingIsMissing();
    void nothingIsShownWhenAllIsReady();
    void theButtonPreparesAndStops();
    void aProjectOfMillionsFillsTheBar();
};

void TestMeaningBar::whatIsReadyIsToldWhileSomethingIsMissing() {
    MeaningBar bar;
    QVERIFY(bar.isHidden());
    bar.showReady(1204, 5000);
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.findChild<QLabel*>()->text(), QStringLiteral("1,204 of 5,000 are ready to be found by meaning"));
    QVERIFY(bar.findChild<QProgressBar*>()->isHidden());
    QCOMPARE(bar.findChild<QToolButton*>()->text(), QStringLiteral("Prepare"));
}

void TestMeaningBar::nothingIsShownWhenAllIsReady() {
    MeaningBar bar;
    bar.showReady(1, 2);
    bar.showReady(2, 2);
    QVERIFY(bar.isHidden());
    bar.showReady(0, 0);
    QVERIFY(bar.isHidden());
}

void TestMeaningBar::theButtonPreparesAndStops() {
    MeaningBar bar;
    QSignalSpy prepare(&bar, &MeaningBar::prepareRequested), stop(&bar, &MeaningBar::stopRequested);
    bar.showReady(0, 10);
    bar.findChild<QToolButton*>()->click();
    QCOMPARE(prepare.size(), 1);
    bar.showProgress(5, 10);
    QCOMPARE(bar.findChild<QProgressBar*>()->value(), bar.findChild<QProgressBar*>()->maximum() / 2);
    QCOMPARE(bar.findChild<QToolButton*>()->text(), QStringLiteral("Stop"));
    bar.findChild<QToolButton*>()->click();
    QCOMPARE(stop.size(), 1);
    QCOMPARE(prepare.size(), 1);
}

void TestMeaningBar::aProjectOfMillionsFillsTheBar() {
    MeaningBar bar;
    bar.showProgress(6'000'000'000, 8'000'000'000);
    QCOMPARE(bar.findChild<QProgressBar*>()->value() * 4, bar.findChild<QProgressBar*>()->maximum() * 3);
}

QTEST_MAIN(TestMeaningBar)
#include "test_meaning_bar.moc"
