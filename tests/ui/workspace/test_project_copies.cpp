#include "ui/workspace/project_copies.h"

#include "core/project/copies.h"
#include "tests/ui/answering_dialogs.h"
#include "tests/ui/project_fixture.h"
#include "ui/dialogs/copies_dialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QWidget>

using namespace rb;
using namespace rb::ui;

struct Copied : ProjectFixture {
    AnsweringDialogs dialogs;
    QWidget window;
    ProjectCopies copies{workspace, dialogs, window};
};

class TestProjectCopies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSnapshotIsMadeOnceForTheSameEdits();
    void aNamedCopyIsListedInTheDialog();
    void goingBackBringsTheOldStateAndKeepsTheNewOne();
    void aCopyThatCannotBeReadTakesNobodysPlace();
    void whoMayOnlyLookCannotGoBack();
    void aCopyGoesToTheTrash();
};

static QPushButton& button(QDialog& dialog, const QString& text) {
    for (auto* each : dialog.findChildren<QPushButton*>())
        if (each->text() == text) return *each;
    qFatal("no such button");
}

void TestProjectCopies::aSnapshotIsMadeOnceForTheSameEdits() {
    Copied f;
    QSignalSpy kept(&f.copies, &ProjectCopies::kept), said(&f.copies, &ProjectCopies::said);
    f.copies.keep();
    QTRY_COMPARE(kept.size(), 1);
    f.copies.keep();
    QTRY_COMPARE(kept.size(), 2);
    QCOMPARE(kept.at(1), kept.at(0)); // pressing the key again makes no second file
    QCOMPARE(project::copiesOf(f.project().path()).size(), std::size_t(1));
    f.addRegion();
    f.copies.keep();
    QTRY_COMPARE(kept.size(), 3);
    QVERIFY(kept.at(2) != kept.at(0));
    QVERIFY(said.last().first().toString().startsWith(QStringLiteral("Everything is saved")));
}

void TestProjectCopies::aNamedCopyIsListedInTheDialog() {
    Copied f;
    f.dialogs.answer = [](QDialog& dialog) {
        dialog.show();
        dialog.findChild<QLineEdit*>()->setText(QStringLiteral("before the clean-up"));
        button(dialog, QStringLiteral("&Keep a copy")).click();
        const auto* list = dialog.findChild<QTreeWidget*>();
        return !QTest::qWaitFor([list] { return list->topLevelItemCount() == 1; });
    };
    f.copies.ask();
    const auto copies = project::copiesOf(f.project().path());
    QCOMPARE(copies.size(), std::size_t(1));
    QCOMPARE(copies.front().name, QStringLiteral("before the clean-up"));
}

void TestProjectCopies::goingBackBringsTheOldStateAndKeepsTheNewOne() {
    Copied f;
    QVERIFY(project::takeSnapshot(f.project().path(), QStringLiteral("empty")).ok());
    f.addRegion();
    QCOMPARE(f.project().counts().regions, qint64(1));
    const auto chooseNamed = [&f](const QString& text) {
        f.dialogs.answer = [text](QDialog& dialog) {
            auto* list = dialog.findChild<QTreeWidget*>();
            const auto rows = list->findItems(text, Qt::MatchExactly);
            if (rows.isEmpty()) return false;
            list->setCurrentItem(rows.first());
            return button(dialog, QStringLiteral("&Go back to it")).isEnabled();
        };
    };
    QSignalSpy changed(&f.workspace, &Workspace::projectChanged), failed(&f.workspace, &Workspace::failed);
    chooseNamed(QStringLiteral("empty"));
    f.copies.ask();
    QCOMPARE(failed.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(f.project().counts().regions, qint64(0));
    QVERIFY(f.project().access() == project::Project::Access::ReadWrite);
    chooseNamed(QStringLiteral("what was there before going back"));
    f.copies.ask();
    QCOMPARE(f.project().counts().regions, qint64(1));
}

void TestProjectCopies::aCopyThatCannotBeReadTakesNobodysPlace() {
    Copied f;
    const auto copy = project::takeSnapshot(f.project().path(), QStringLiteral("broken"));
    QVERIFY(copy.ok());
    QFile file(*copy);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no project") > 0);
    file.close();
    f.addRegion();
    QSignalSpy failed(&f.workspace, &Workspace::failed);
    f.dialogs.answer = [](QDialog& dialog) {
        dialog.findChild<QTreeWidget*>()->setCurrentItem(dialog.findChild<QTreeWidget*>()->topLevelItem(0));
        return true;
    };
    f.copies.ask();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(f.project().counts().regions, qint64(1));
}

void TestProjectCopies::whoMayOnlyLookCannotGoBack() {
    Copied f;
    QVERIFY(project::takeSnapshot(f.project().path()).ok());
    CopiesDialog dialog(f.project().path(), false);
    dialog.findChild<QTreeWidget*>()->setCurrentItem(dialog.findChild<QTreeWidget*>()->topLevelItem(0));
    QVERIFY(!button(dialog, QStringLiteral("&Go back to it")).isEnabled());
}

void TestProjectCopies::aCopyGoesToTheTrash() {
    Copied f;
    QVERIFY(QDir(f.folder.path()).mkdir(QStringLiteral("data")));
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QFile::encodeName(f.folder.filePath(QStringLiteral("data")))); // its trash
    QVERIFY(project::takeSnapshot(f.project().path(), QStringLiteral("no longer needed")).ok());
    CopiesDialog dialog(f.project().path(), true);
    auto* list = dialog.findChild<QTreeWidget*>();
    QVERIFY(!button(dialog, QStringLiteral("Move to &trash")).isEnabled());
    list->setCurrentItem(list->topLevelItem(0));
    button(dialog, QStringLiteral("Move to &trash")).click();
    QCOMPARE(list->topLevelItemCount(), 0);
    QVERIFY(project::copiesOf(f.project().path()).empty());
    if (before.isNull()) qunsetenv("XDG_DATA_HOME");
    else qputenv("XDG_DATA_HOME", before);
}

QTEST_MAIN(TestProjectCopies)
#include "test_project_copies.moc"
