#include "ui/curation/statistics_panel.h"

#include "tests/ui/curation/curation_fixture.h"
#include "ui/curation/bar_plot.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace rb::ui;

class TestStatisticsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyPlotsWithSomethingToShowAreThere();
    void clickOnALabelAsksForIt();
    void numbersFollowTheProject();
    void emptyProjectSaysWhatToDo();
    void dataCardIsAskedFor();
};

static BarPlot* plot(const StatisticsPanel& panel, const char* title) {
    for (auto* plot : panel.findChildren<BarPlot*>())
        if (plot->accessibleName() == QLatin1String(title)) return plot;
    return nullptr;
}

static bool tells(const StatisticsPanel& panel, const QString& text) {
    for (const auto* label : panel.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(text)) return true;
    return false;
}

static void click(const StatisticsPanel& panel, const char* text) {
    for (auto* button : panel.findChildren<QPushButton*>())
        if (button->text() == QString::fromUtf8(text)) QTest::mouseClick(button, Qt::LeftButton);
}

void TestStatisticsPanel::onlyPlotsWithSomethingToShowAreThere() {
    test::CurationFixture f;
    const auto media = f.picture(QStringLiteral("a.jpg"));
    f.caption(media, f.region(media, QStringLiteral("dog")), QStringLiteral("a dog"));
    StatisticsPanel panel(f.workspace);
    panel.show();
    QTRY_VERIFY(plot(panel, "Labels of regions")->isVisible());
    QTRY_VERIFY(plot(panel, "Captions by state")->isVisible());
    QVERIFY(!plot(panel, "Captions by model")->isVisible());
}

void TestStatisticsPanel::clickOnALabelAsksForIt() {
    test::CurationFixture f;
    f.region(f.picture(QStringLiteral("a.jpg")), QStringLiteral("red dog"));
    StatisticsPanel panel(f.workspace);
    QSignalSpy asked(&panel, &StatisticsPanel::queryRequested);
    panel.show();
    auto* labels = plot(panel, "Labels of regions");
    QTRY_COMPARE(labels->count(), 1);
    QTest::mouseClick(labels, Qt::LeftButton, {}, labels->barArea(0).center());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("label:\"red dog\""));
}

void TestStatisticsPanel::numbersFollowTheProject() {
    test::CurationFixture f;
    const auto media = f.picture(QStringLiteral("a.jpg"));
    StatisticsPanel panel(f.workspace);
    panel.show();
    auto* labels = plot(panel, "Labels of regions");
    QTRY_VERIFY(plot(panel, "Pictures by split")->isVisible());
    f.region(media, QStringLiteral("cat"));
    QTRY_COMPARE(labels->count(), 1);
    QVERIFY(f.project().undo().ok());
    click(panel, "Refresh");
    QTRY_COMPARE(labels->count(), 0);
}

void TestStatisticsPanel::emptyProjectSaysWhatToDo() {
    test::CurationFixture f;
    StatisticsPanel panel(f.workspace);
    panel.show();
    QTRY_VERIFY(tells(panel, QStringLiteral("add pictures")));
    f.picture(QStringLiteral("a.jpg"));
    QTRY_VERIFY(!tells(panel, QStringLiteral("add pictures")));
}

void TestStatisticsPanel::dataCardIsAskedFor() {
    test::CurationFixture f;
    StatisticsPanel panel(f.workspace);
    QSignalSpy asked(&panel, &StatisticsPanel::dataCardRequested);
    click(panel, "Data card…");
    QCOMPARE(asked.count(), 1);
}

QTEST_MAIN(TestStatisticsPanel)
#include "test_statistics_panel.moc"
