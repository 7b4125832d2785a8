#include "tests/ui/history/edited_project.h"
#include "ui/history/history_panel.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace rb::ui;
using rb::project::Id;

/// The panel as it stands in the window, beside a few edits.
struct Shown {
    explicit Shown(int count) {
        edited.edits(count);
        panel.resize(260, 320);
        panel.show();
    }

    QStringList names() const {
        QStringList result;
        for (int row = 0; row < list->model()->rowCount(); ++row) result << list->model()->index(row, 0).data().toString();
        return result;
    }
    QModelIndex row(int number) const { return list->model()->index(number, 0); }
    void click(int number) const {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row(number)).center());
    }
    bool isPresent(int number) const { return row(number).data(HistoryModel::PresentRole).toBool(); }

    EditedProject edited;
    HistoryPanel panel{edited.workspace};
    QListView* list = panel.findChild<QListView*>();
};

class TestHistoryPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestStandsOnTop();
    void clickTakesBackWhatCameLater();
    void clickMakesEditsAgain();
    void theLastLineIsBeforeAllEdits();
    void enterGoesThereToo();
    void whatWasTakenBackIsPaleAndSaysSo();
    void newEditsAppear();
    void keyboardFollowsThePresentState();
    void hiddenPanelReadsWhenItIsShown();
    void placeIsKeptWhileEditsAreMade();
    void longHistoryHasNoBeginning();
    void partsOfOneEditAreOneLine();
    void anotherProjectHasAnotherHistory();
    void modelKeepsItsPromises();
    void noProjectIsNoHistory();
};

void TestHistoryPanel::newestStandsOnTop() {
    Shown shown(2);
    QCOMPARE(shown.names().join(QLatin1Char('|')), QStringLiteral("Edit 2|Edit 1|Before the first edit"));
    QVERIFY(shown.isPresent(0));
}

void TestHistoryPanel::clickTakesBackWhatCameLater() {
    Shown shown(4);
    shown.click(2);
    QCOMPARE(shown.edited.done(), 2u);
    QTRY_VERIFY(shown.isPresent(2));
    QVERIFY(shown.row(0).data(HistoryModel::UndoneRole).toBool());
}

void TestHistoryPanel::clickMakesEditsAgain() {
    Shown shown(4);
    shown.click(3);
    QTRY_VERIFY(shown.isPresent(3));
    shown.click(1);
    QCOMPARE(shown.edited.done(), 3u);
    QTRY_VERIFY(shown.isPresent(1));
}

void TestHistoryPanel::theLastLineIsBeforeAllEdits() {
    Shown shown(3);
    shown.click(3);
    QCOMPARE(shown.edited.done(), 0u);
    QTRY_VERIFY(shown.isPresent(3));
    shown.click(0);
    QCOMPARE(shown.edited.done(), 3u);
}

void TestHistoryPanel::enterGoesThereToo() {
    Shown shown(3);
    shown.list->setFocus();
    QTest::keyClick(shown.list, Qt::Key_Down);
    QTest::keyClick(shown.list, Qt::Key_Down);
    QCOMPARE(shown.edited.done(), 3u);
    QTest::keyClick(shown.list, Qt::Key_Return);
    QCOMPARE(shown.edited.done(), 1u);
}

void TestHistoryPanel::whatWasTakenBackIsPaleAndSaysSo() {
    Shown shown(2);
    QVERIFY(shown.edited.workspace.project()->undo().ok());
    QTRY_COMPARE(shown.row(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Edit 2, taken back"));
    QCOMPARE(shown.row(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Edit 1, the present state"));
}

void TestHistoryPanel::newEditsAppear() {
    Shown shown(1);
    shown.edited.edit(QStringLiteral("Draw region"));
    QTRY_COMPARE(shown.names().first(), QStringLiteral("Draw region"));
}

void TestHistoryPanel::keyboardFollowsThePresentState() {
    Shown shown(2);
    QVERIFY(shown.edited.workspace.project()->undo().ok());
    QTRY_COMPARE(shown.list->currentIndex().row(), 1);
    QTest::keyClick(shown.list, Qt::Key_Up); // but not while one is on the way
    shown.edited.edit(QStringLiteral("Draw region"));
    QTRY_COMPARE(shown.names().first(), QStringLiteral("Draw region"));
    QCOMPARE(shown.list->currentIndex(), shown.row(0)); // the line it was on is gone: what was undone cannot come back
}

void TestHistoryPanel::hiddenPanelReadsWhenItIsShown() {
    Shown shown(1);
    shown.panel.hide();
    shown.edited.edit(QStringLiteral("Draw region"));
    QCoreApplication::processEvents();
    QCOMPARE(shown.names().first(), QStringLiteral("Edit 1"));
    shown.panel.show();
    QCOMPARE(shown.names().first(), QStringLiteral("Draw region"));
}

void TestHistoryPanel::placeIsKeptWhileEditsAreMade() {
    Shown shown(60);
    shown.list->scrollTo(shown.row(30), QAbstractItemView::PositionAtTop);
    const QString top = shown.list->indexAt({20, 2}).data().toString();
    shown.edited.edit(QStringLiteral("Draw region"));
    QTRY_COMPARE(shown.names().first(), QStringLiteral("Draw region"));
    QCOMPARE(shown.list->indexAt({20, 2}).data().toString(), top);
}

void TestHistoryPanel::longHistoryHasNoBeginning() {
    Shown shown(HistoryModel::kMost + 1);
    QCOMPARE(shown.names().size(), HistoryModel::kMost);
    QCOMPARE(shown.names().last(), QStringLiteral("Edit 2"));
}

void TestHistoryPanel::partsOfOneEditAreOneLine() {
    Shown shown(1);
    const Id group = shown.edited.workspace.project()->newGroup();
    shown.edited.edit(QStringLiteral("Import"), group);
    shown.edited.edit(QStringLiteral("Import"), group);
    QTRY_COMPARE(shown.names().size(), 3);
    shown.click(1);
    QCOMPARE(shown.edited.done(), 1u);
    QTRY_VERIFY(shown.isPresent(1));
    shown.click(0);
    QCOMPARE(shown.edited.done(), 3u);
}

void TestHistoryPanel::anotherProjectHasAnotherHistory() {
    Shown shown(2);
    auto other = rb::project::Project::create(shown.edited.folder.filePath(QStringLiteral("b.rbproject")));
    QVERIFY(other.ok());
    shown.edited.workspace.setProject(std::move(*other));
    QTRY_COMPARE(shown.names(), QStringList{QStringLiteral("Before the first edit")});
}

void TestHistoryPanel::modelKeepsItsPromises() {
    EditedProject edited;
    HistoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    edited.edits(3);
    model.read(*edited.workspace.project());
    QCOMPARE(model.rowCount(), 4);
}

void TestHistoryPanel::noProjectIsNoHistory() {
    Workspace workspace;
    HistoryPanel panel(workspace);
    panel.show();
    QCOMPARE(panel.findChild<QListView*>()->model()->rowCount(), 0);
}

QTEST_MAIN(TestHistoryPanel)
#include "test_history_panel.moc"
