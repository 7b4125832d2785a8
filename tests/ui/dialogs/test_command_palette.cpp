#include "ui/dialogs/command_palette.h"

#include "ui/actions/main_actions.h"

#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

using namespace rb::ui;

class TestCommandPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsEveryActionThatCanBeRun();
    void lettersNarrowTheList();
    void enterChoosesTheMarkedAction();
    void arrowsInAnEmptyListDoNothing();
};

void TestCommandPalette::listsEveryActionThatCanBeRun() {
    MainActions actions;
    actions.undo->setEnabled(false);
    CommandPalette palette(actions.all());
    QCOMPARE(palette.findChild<QTreeWidget*>()->topLevelItemCount(), actions.all().size() - 1);
}

void TestCommandPalette::lettersNarrowTheList() {
    MainActions actions;
    CommandPalette palette(actions.all());
    QTest::keyClicks(palette.findChild<QLineEdit*>(), QStringLiteral("EXPORT"));
    auto* list = palette.findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(1), actions.exportData->shortcut().toString(QKeySequence::NativeText));
}

void TestCommandPalette::enterChoosesTheMarkedAction() {
    MainActions actions;
    CommandPalette palette(actions.all());
    auto* input = palette.findChild<QLineEdit*>();
    QTest::keyClicks(input, QStringLiteral("colours"));
    QTest::keyClick(input, Qt::Key_Down);
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(palette.result(), int(QDialog::Accepted));
    QCOMPARE(palette.chosen(), actions.darkTheme);
}

void TestCommandPalette::arrowsInAnEmptyListDoNothing() {
    MainActions actions;
    CommandPalette palette(actions.all());
    auto* input = palette.findChild<QLineEdit*>();
    QTest::keyClicks(input, QStringLiteral("no such thing"));
    QTest::keyClick(input, Qt::Key_Down);
    QTest::keyClick(input, Qt::Key_Up);
    QTest::keyClick(input, Qt::Key_Return);
    QVERIFY(!palette.chosen());
}

QTEST_MAIN(TestCommandPalette)
#include "test_command_palette.moc"
