#include "ui/region_panel/region_panel.h"

#include "tests/ui/project_fixture.h"

#include <QListView>
#include <QSignalSpy>

using namespace rb;
using namespace rb::ui;

class TestRegionPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosingARowMakesItCurrent();
    void currentRegionIsMarked();
    void editsKeepTheCurrentRegion();
};

void TestRegionPanel::choosingARowMakesItCurrent() {
    ProjectFixture f;
    RegionPanel panel(f.workspace, f.flow);
    f.addRegion();
    const project::Id second = f.addRegion();
    auto* list = panel.findChild<QListView*>();
    list->setCurrentIndex(list->model()->index(1, 0));
    QCOMPARE(f.workspace.currentRegion(), second);
}

void TestRegionPanel::currentRegionIsMarked() {
    ProjectFixture f;
    RegionPanel panel(f.workspace, f.flow);
    f.addRegion();
    const project::Id second = f.addRegion();
    auto* list = panel.findChild<QListView*>();
    f.workspace.setCurrentRegion(second);
    QCOMPARE(list->currentIndex().row(), 1);
    f.workspace.setCurrentRegion(0);
    QVERIFY(!list->selectionModel()->hasSelection());
}

void TestRegionPanel::editsKeepTheCurrentRegion() {
    ProjectFixture f;
    RegionPanel panel(f.workspace, f.flow);
    f.addRegion();
    const project::Id second = f.addRegion();
    f.workspace.setCurrentRegion(second);
    QSignalSpy changes(&f.workspace, &Workspace::currentRegionChanged);
    f.addCaption(second, QStringLiteral("a dog"), project::CaptionSource::Human);
    f.addRegion();
    QCOMPARE(changes.size(), 0);
    QCOMPARE(panel.findChild<QListView*>()->currentIndex().row(), 1);
}

QTEST_MAIN(TestRegionPanel)
#include "test_region_panel.moc"
