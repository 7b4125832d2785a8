#include "tests/ui/keys/some_actions.h"
#include "ui/keys/shortcut_editor.h"
#include "ui/keys/key_field.h"
#include "ui/keys/shortcut_store.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace rb::ui;

/// An editor over a few actions, with the widgets a user would touch.
struct Opened {
    Opened() {
        editor.show();
        list->setCurrentIndex(list->model()->index(0, 0));
    }

    QPushButton* button(const QString& text) const {
        for (auto* button : editor.findChildren<QPushButton*>())
            if (!button->isHidden() && (button->text() == text || button->accessibleName() == text)) return button;
        return nullptr;
    }
    void click(const char* text) const { QTest::mouseClick(button(QString::fromLatin1(text)), Qt::LeftButton); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(field, key, modifiers); }
    void choose(const char* preset) const {
        combo->setFocus();
        QTest::keyClicks(combo, QString::fromLatin1(preset));
    }
    bool says(const QString& text) const {
        for (const auto* label : editor.findChildren<QLabel*>())
            if (label->text().contains(text)) return true;
        return false;
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat};
    SomeActions actions;
    ShortcutStore store{actions.all(), settings};
    ShortcutEditor editor{store};
    QTreeView* list = editor.findChild<QTreeView*>();
    KeyField* field = editor.findChild<KeyField*>();
    QComboBox* combo = editor.findChild<QComboBox*>();
};

class TestShortcutEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsItsPromises();
    void pressedKeysAreAdded();
    void modifierAloneIsNoKey();
    void nothingHoldsUntilOk();
    void keysOfAnotherAreToldAndTakenOver();
    void keysAreRemoved();
    void oneActionIsReset();
    void resetTellsWhoItTookFrom();
    void allAreReset();
    void presetsAreChosen();
    void lettersNarrowTheList();
    void nothingFoundIsSaid();
    void escapeInTheFieldCloses();
};

void TestShortcutEditor::modelKeepsItsPromises() {
    SomeActions actions;
    ShortcutModel model(actions.all(), keysOf(actions.all()));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setKeys({});
    QCOMPARE(model.index(0, ShortcutModel::KeysColumn).data().toString(), QString());
}

void TestShortcutEditor::pressedKeysAreAdded() {
    Opened opened;
    opened.press(Qt::Key_B);
    opened.press(Qt::Key_Comma, Qt::ControlModifier);
    opened.click("OK");
    QCOMPARE(opened.actions["boxTool"]->shortcuts(), SomeActions::keys("R Ctrl+R N B Ctrl+,"));
}

void TestShortcutEditor::modifierAloneIsNoKey() {
    Opened opened;
    opened.press(Qt::Key_Control, Qt::ControlModifier);
    opened.click("OK");
    QCOMPARE(opened.actions["boxTool"]->shortcuts(), SomeActions::keys("R Ctrl+R N"));
}

void TestShortcutEditor::nothingHoldsUntilOk() {
    Opened opened;
    opened.press(Qt::Key_B);
    opened.click("Cancel");
    QCOMPARE(opened.actions["boxTool"]->shortcuts(), SomeActions::keys("R Ctrl+R N"));
    QVERIFY(opened.settings.allKeys().isEmpty());
}

void TestShortcutEditor::keysOfAnotherAreToldAndTakenOver() {
    Opened opened;
    QVERIFY(!opened.button(QStringLiteral("Take it over")));
    opened.press(Qt::Key_F);
    QVERIFY(opened.says(QStringLiteral("F belongs to “Fit to the window”.")));
    QVERIFY(opened.list->model()->index(1, 1).data().toString() == QStringLiteral("F"));
    opened.click("Take it over");
    QVERIFY(!opened.button(QStringLiteral("Take it over")));
    opened.click("OK");
    QCOMPARE(opened.actions["boxTool"]->shortcuts(), SomeActions::keys("R Ctrl+R N F"));
    QVERIFY(opened.actions["fit"]->shortcuts().isEmpty());
}

void TestShortcutEditor::keysAreRemoved() {
    Opened opened;
    opened.click("Remove Ctrl+R");
    QVERIFY(!opened.button(QStringLiteral("Remove Ctrl+R")));
    opened.click("OK");
    QCOMPARE(opened.actions["boxTool"]->shortcuts(), SomeActions::keys("R N"));
}

void TestShortcutEditor::oneActionIsReset() {
    Opened opened;
    QVERIFY(!opened.button(QStringLiteral("Reset"))->isEnabled());
    opened.click("Remove R");
    opened.click("Reset");
    QVERIFY(!opened.button(QStringLiteral("Reset"))->isEnabled());
    opened.click("OK");
    QCOMPARE(opened.actions["boxTool"]->shortcuts(), SomeActions::keys("R Ctrl+R N"));
}

void TestShortcutEditor::resetTellsWhoItTookFrom() {
    Opened opened;
    opened.press(Qt::Key_F);
    opened.click("Take it over");
    opened.list->setCurrentIndex(opened.list->model()->index(1, 0));
    opened.click("Reset");
    QVERIFY(opened.says(QStringLiteral("F was taken from “Draw a box”.")));
    opened.click("OK");
    QCOMPARE(opened.actions["fit"]->shortcuts(), SomeActions::keys("F"));
}

void TestShortcutEditor::allAreReset() {
    Opened opened;
    opened.choose("CVAT");
    opened.click("Reset all");
    QCOMPARE(opened.combo->currentText(), QStringLiteral("RegionBLIP Studio"));
    opened.click("OK");
    QCOMPARE(opened.store.present(), opened.store.defaults());
}

void TestShortcutEditor::presetsAreChosen() {
    Opened opened;
    opened.choose("CVAT");
    QCOMPARE(opened.combo->currentText(), QStringLiteral("CVAT"));
    opened.press(Qt::Key_G);
    QCOMPARE(opened.combo->currentText(), QStringLiteral("Your own"));
    opened.click("OK");
    QCOMPARE(opened.actions["nextPicture"]->shortcuts(), SomeActions::keys("F PgDown"));
    QCOMPARE(opened.actions["boxTool"]->shortcuts(), SomeActions::keys("N G"));
}

void TestShortcutEditor::lettersNarrowTheList() {
    Opened opened;
    auto* search = opened.editor.findChild<QLineEdit*>();
    QTest::keyClicks(search, QStringLiteral("ctrl+e"));
    QCOMPARE(opened.list->model()->rowCount(), 1);
    QVERIFY(opened.says(QStringLiteral("Export…")));
}

void TestShortcutEditor::nothingFoundIsSaid() {
    Opened opened;
    QTest::keyClicks(opened.editor.findChild<QLineEdit*>(), QStringLiteral("no such thing"));
    QVERIFY(opened.says(QStringLiteral("No action has this name or key")));
    QVERIFY(!opened.field->isEnabled());
}

void TestShortcutEditor::escapeInTheFieldCloses() {
    Opened opened;
    opened.press(Qt::Key_Escape);
    QVERIFY(!opened.editor.isVisible());
}

QTEST_MAIN(TestShortcutEditor)
#include "test_shortcut_editor.moc"
