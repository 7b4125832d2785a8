#include "ui/curation/panel_refresh.h"

#include "tests/ui/curation/curation_fixture.h"

#include <QSignalSpy>
#include <QWidget>

using namespace rb::ui;

class TestPanelRefresh : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void panelIsReadWhenItIsShown();
    void manyChangesAreReadOnce();
    void hiddenPanelWaitsUntilItIsShown();
    void slowReadingWaitsToBeAsked();
    void anotherProjectIsReadAtOnce();
    void nothingIsReadWithoutAProject();
};

void TestPanelRefresh::panelIsReadWhenItIsShown() {
    test::CurationFixture f;
    QWidget panel;
    PanelRefresh refresh(f.workspace, panel);
    QSignalSpy due(&refresh, &PanelRefresh::due);
    QVERIFY(refresh.isStale());
    panel.show();
    QTRY_COMPARE(due.count(), 1);
    QVERIFY(!refresh.isStale());
    panel.hide();
    panel.show();
    QTest::qWait(20);
    QCOMPARE(due.count(), 1);
}

void TestPanelRefresh::manyChangesAreReadOnce() {
    test::CurationFixture f;
    QWidget panel;
    PanelRefresh refresh(f.workspace, panel);
    QSignalSpy due(&refresh, &PanelRefresh::due);
    panel.show();
    QTRY_COMPARE(due.count(), 1);
    for (int i = 0; i < 5; ++i) f.picture(QStringLiteral("%1.jpg").arg(i));
    QCOMPARE(due.count(), 1);
    QTRY_COMPARE(due.count(), 2);
}

void TestPanelRefresh::hiddenPanelWaitsUntilItIsShown() {
    test::CurationFixture f;
    QWidget panel;
    PanelRefresh refresh(f.workspace, panel);
    QSignalSpy due(&refresh, &PanelRefresh::due);
    panel.show();
    QTRY_COMPARE(due.count(), 1);
    panel.hide();
    f.picture(QStringLiteral("a.jpg"));
    QVERIFY(refresh.isStale());
    QTest::qWait(500);
    QCOMPARE(due.count(), 1);
    panel.show();
    QTRY_COMPARE(due.count(), 2);
}

void TestPanelRefresh::slowReadingWaitsToBeAsked() {
    test::CurationFixture f;
    const auto media = f.picture(QStringLiteral("a.jpg"));
    QWidget panel;
    PanelRefresh refresh(f.workspace, panel, -1);
    QSignalSpy due(&refresh, &PanelRefresh::due), behind(&refresh, &PanelRefresh::fellBehind);
    panel.show();
    QTRY_COMPARE(due.count(), 1);
    QCOMPARE(behind.count(), 0);
    refresh.finished();
    f.region(media);
    QCOMPARE(behind.count(), 1);
    QTest::qWait(500);
    QCOMPARE(due.count(), 1);
    refresh.now();
    QCOMPARE(due.count(), 2);
    QVERIFY(!refresh.isStale());
}

void TestPanelRefresh::anotherProjectIsReadAtOnce() {
    test::CurationFixture f;
    QWidget panel;
    PanelRefresh refresh(f.workspace, panel);
    QSignalSpy due(&refresh, &PanelRefresh::due);
    panel.show();
    QTRY_COMPARE(due.count(), 1);
    f.openNew(QStringLiteral("b.rbproject"));
    QTRY_COMPARE(due.count(), 2);
}

void TestPanelRefresh::nothingIsReadWithoutAProject() {
    Workspace workspace;
    QWidget panel;
    PanelRefresh refresh(workspace, panel);
    QSignalSpy due(&refresh, &PanelRefresh::due);
    refresh.now();
    QCOMPARE(due.count(), 0);
}

QTEST_MAIN(TestPanelRefresh)
#include "test_panel_refresh.moc"
