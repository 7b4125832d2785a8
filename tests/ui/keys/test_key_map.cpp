#include "tests/ui/keys/some_actions.h"

#include <QTest>

using namespace rb::ui;

class TestKeyMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysBelongToWhoHasThem();
    void keysTheDesktopLacksAreNone();
    void beginningOfASequenceIsNotFree();
    void takenKeysLeaveTheirHolder();
    void changesRobTheDefaults();
    void unknownActionsTakeNothing();

private:
    SomeActions m_actions;
    const KeyMap m_keys = keysOf(m_actions.all());
    const QString m_box = QStringLiteral("boxTool"), m_fit = QStringLiteral("fit");
};

void TestKeyMap::keysBelongToWhoHasThem() {
    QCOMPARE(holderOf(m_keys, QKeySequence(Qt::Key_N)), m_box);
    QCOMPARE(holderOf(m_keys, QKeySequence(Qt::Key_N), m_box), QString());
    QCOMPARE(holderOf(m_keys, QKeySequence(Qt::Key_G)), QString());
}

void TestKeyMap::keysTheDesktopLacksAreNone() {
    m_actions["fit"]->setShortcuts({QKeySequence(), QKeySequence(Qt::Key_F)});
    QCOMPARE(keysOf(m_actions.all())[m_fit], SomeActions::keys("F"));
}

void TestKeyMap::beginningOfASequenceIsNotFree() {
    QCOMPARE(holderOf(m_keys, QKeySequence(Qt::Key_F, Qt::Key_G)), m_fit);
    const KeyMap sequence{{m_fit, {QKeySequence(Qt::Key_F, Qt::Key_G)}}};
    QCOMPARE(holderOf(sequence, QKeySequence(Qt::Key_F)), m_fit);
}

void TestKeyMap::takenKeysLeaveTheirHolder() {
    KeyMap keys = m_keys;
    takeOver(keys, QKeySequence(Qt::Key_N), m_fit);
    QCOMPARE(keys[m_fit], SomeActions::keys("F N"));
    QCOMPARE(keys[m_box], SomeActions::keys("R Ctrl+R"));
}

void TestKeyMap::changesRobTheDefaults() {
    const KeyMap keys = withChanges(m_keys, {{m_fit, SomeActions::keys("R")}});
    QCOMPARE(keys[m_fit], SomeActions::keys("R"));
    QCOMPARE(keys[m_box], SomeActions::keys("Ctrl+R N"));
}

void TestKeyMap::unknownActionsTakeNothing() {
    QCOMPARE(withChanges(m_keys, {{QStringLiteral("noSuchAction"), SomeActions::keys("F")}}), m_keys);
}

QTEST_MAIN(TestKeyMap)
#include "test_key_map.moc"
