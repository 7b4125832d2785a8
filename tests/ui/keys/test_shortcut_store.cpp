#include "tests/ui/keys/some_actions.h"
#include "ui/keys/shortcut_store.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace rb::ui;

class TestShortcutStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keysAreThereAgainAtTheNextStart();
    void onlyWhatDiffersIsKept();
    void actionWithoutKeysStaysSo();
    void keptKeysWinOverNewDefaults();
    void toolTipsNameTheKeys();
    void actionsWithoutANameAreLeftAlone();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("a.ini")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_box = QStringLiteral("boxTool"), m_fit = QStringLiteral("fit");
};

void TestShortcutStore::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TestShortcutStore::keysAreThereAgainAtTheNextStart() {
    {
        QSettings first(file(), QSettings::IniFormat);
        SomeActions actions;
        ShortcutStore store(actions.all(), first);
        KeyMap keys = store.present();
        keys[m_box] = SomeActions::keys("B Ctrl+,");
        store.apply(keys);
        QCOMPARE(actions["boxTool"]->shortcuts(), SomeActions::keys("B Ctrl+,"));
    }
    QSettings second(file(), QSettings::IniFormat);
    SomeActions actions;
    const ShortcutStore store(actions.all(), second);
    QCOMPARE(actions["boxTool"]->shortcuts(), SomeActions::keys("B Ctrl+,"));
    QCOMPARE(store.defaults()[m_box], SomeActions::keys("R Ctrl+R N"));
}

void TestShortcutStore::onlyWhatDiffersIsKept() {
    QSettings settings(file(), QSettings::IniFormat);
    SomeActions actions;
    ShortcutStore store(actions.all(), settings);
    KeyMap keys = store.present();
    keys[m_fit] = SomeActions::keys("G");
    store.apply(keys);
    QCOMPARE(settings.allKeys(), QStringList{QStringLiteral("keys/fit")});
    store.apply(store.defaults());
    QVERIFY(settings.allKeys().isEmpty());
}

void TestShortcutStore::actionWithoutKeysStaysSo() {
    {
        QSettings first(file(), QSettings::IniFormat);
        SomeActions actions;
        ShortcutStore store(actions.all(), first);
        KeyMap keys = store.present();
        keys[m_fit].clear();
        store.apply(keys);
    }
    QSettings second(file(), QSettings::IniFormat);
    SomeActions actions;
    const ShortcutStore store(actions.all(), second);
    QVERIFY(actions["fit"]->shortcuts().isEmpty());
}

void TestShortcutStore::keptKeysWinOverNewDefaults() {
    QSettings settings(file(), QSettings::IniFormat);
    settings.setValue(QStringLiteral("keys/fit"), QStringList{QStringLiteral("N")});
    SomeActions actions;
    const ShortcutStore store(actions.all(), settings);
    QCOMPARE(actions["fit"]->shortcuts(), SomeActions::keys("N"));
    QCOMPARE(actions["boxTool"]->shortcuts(), SomeActions::keys("R Ctrl+R"));
}

void TestShortcutStore::toolTipsNameTheKeys() {
    QSettings settings(file(), QSettings::IniFormat);
    SomeActions actions;
    ShortcutStore store(actions.all(), settings);
    KeyMap keys = store.present();
    keys[m_box] = SomeActions::keys("B");
    store.apply(keys);
    QCOMPARE(actions["boxTool"]->toolTip(), QStringLiteral("Draw a box  B"));
    QCOMPARE(actions["sampleProject"]->toolTip(), QStringLiteral("Open the sample project"));
}

void TestShortcutStore::actionsWithoutANameAreLeftAlone() {
    QSettings settings(file(), QSettings::IniFormat);
    QAction nameless;
    nameless.setShortcut(QKeySequence(Qt::Key_X));
    ShortcutStore store({&nameless}, settings);
    store.apply({});
    QCOMPARE(nameless.shortcut(), QKeySequence(Qt::Key_X));
}

QTEST_MAIN(TestShortcutStore)
#include "test_shortcut_store.moc"
