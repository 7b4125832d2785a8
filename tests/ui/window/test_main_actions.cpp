#include "ui/actions/main_actions.h"

#include "ui/theme/theme.h"

#include <QTest>

using namespace rb::ui;

class TestMainActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasANameAndATip();
    void noTwoActionsShareAKey();
    void agreedKeysAreThere_data();
    void agreedKeysAreThere();
    void namedIconsExist();
};

void TestMainActions::everyActionHasANameAndATip() {
    MainActions actions;
    QVERIFY(actions.all().size() > 40);
    for (const QAction* action : actions.all()) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
    }
}

void TestMainActions::noTwoActionsShareAKey() {
    MainActions actions;
    QHash<QKeySequence, QString> owner;
    for (const QAction* action : actions.all())
        for (const QKeySequence& keys : action->shortcuts()) {
            QVERIFY2(!owner.contains(keys), qPrintable(owner.value(keys) + QStringLiteral(" / ") + action->text()));
            owner.insert(keys, action->text());
        }
}

void TestMainActions::agreedKeysAreThere_data() {
    QTest::addColumn<QString>("keys");
    for (const char* keys : {"D", "A", "PgDown", "PgUp", "R", "V", "H", "F", "Ctrl+0", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z",
                             "Del", "F2", "Ctrl+Return", "Ctrl+Shift+Return", "Ctrl+Backspace", "I", "Ctrl+Space", "Ctrl+S",
                             "F1", "F11", "Ctrl+Shift+P", "1", "9", "Ctrl+Shift+D", "Ctrl+Shift+A", "Ctrl+Shift+F"})
        QTest::newRow(keys) << QString::fromLatin1(keys);
}

void TestMainActions::agreedKeysAreThere() {
    QFETCH(QString, keys);
    MainActions actions;
    int owners = 0;
    for (const QAction* action : actions.all()) owners += int(action->shortcuts().contains(QKeySequence(keys)));
    QCOMPARE(owners, 1);
}

void TestMainActions::namedIconsExist() {
    MainActions actions;
    actions.applyTheme(Theme::of(ThemeChoice::Dark));
    for (const QAction* action : actions.all())
        if (!action->property("iconName").toString().isEmpty()) QVERIFY2(!action->icon().isNull(), qPrintable(action->text()));
}

QTEST_MAIN(TestMainActions)
#include "test_main_actions.moc"
