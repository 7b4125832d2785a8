#include "ui/actions/main_actions.h"
#include "ui/keys/key_presets.h"

#include <QTest>

using namespace rb::ui;

class TestKeyPresets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ourOwnChangesNothing();
    void everyKeyIsReadable_data();
    void everyKeyIsReadable();
    void everyActionExists_data();
    void everyActionExists();
    void noKeyIsGivenTwice_data();
    void noKeyIsGivenTwice();
    void noActionLosesItsLastKey_data();
    void noActionLosesItsLastKey();
    void presetIsRecognised();
    void cvatStepsWithFAndD();

private:
    void eachPreset();
    KeyMap keysOfPreset(int preset) const { return withChanges(m_defaults, keyPresets()[preset].changes); }

    MainActions m_actions;
    const KeyMap m_defaults = keysOf(m_actions.all());
};

void TestKeyPresets::ourOwnChangesNothing() { QCOMPARE(withChanges(m_defaults, keyPresets().first().changes), m_defaults); }

void TestKeyPresets::eachPreset() {
    QTest::addColumn<int>("preset");
    for (int i = 0; i < keyPresets().size(); ++i) QTest::newRow(qPrintable(keyPresets()[i].name)) << i;
}

void TestKeyPresets::everyKeyIsReadable_data() { eachPreset(); }

void TestKeyPresets::everyKeyIsReadable() {
    QFETCH(int, preset);
    for (const QList<QKeySequence>& keys : keyPresets()[preset].changes)
        for (const QKeySequence& sequence : keys) {
            QCOMPARE(sequence.count(), 1);
            QVERIFY(sequence[0].key() != Qt::Key_unknown);
        }
}

void TestKeyPresets::everyActionExists_data() { eachPreset(); }

void TestKeyPresets::everyActionExists() {
    QFETCH(int, preset);
    for (const QString& name : keyPresets()[preset].changes.keys()) QVERIFY2(m_defaults.contains(name), qPrintable(name));
}

void TestKeyPresets::noKeyIsGivenTwice_data() { eachPreset(); }

void TestKeyPresets::noKeyIsGivenTwice() {
    QFETCH(int, preset);
    const KeyMap keys = keysOfPreset(preset);
    for (auto entry = keys.begin(); entry != keys.end(); ++entry)
        for (const QKeySequence& sequence : *entry) QCOMPARE(holderOf(keys, sequence, entry.key()), QString());
}

void TestKeyPresets::noActionLosesItsLastKey_data() { eachPreset(); }

void TestKeyPresets::noActionLosesItsLastKey() {
    QFETCH(int, preset);
    const KeyMap keys = keysOfPreset(preset);
    for (auto entry = keys.begin(); entry != keys.end(); ++entry)
        QVERIFY2(!entry->isEmpty() || m_defaults[entry.key()].isEmpty(), qPrintable(entry.key()));
}

void TestKeyPresets::presetIsRecognised() {
    for (int i = 0; i < keyPresets().size(); ++i) QCOMPARE(presetOf(keysOfPreset(i), m_defaults), i);
    const KeyMap own = withChanges(m_defaults, {{QStringLiteral("fit"), {QKeySequence(Qt::Key_F12)}}});
    QCOMPARE(presetOf(own, m_defaults), -1);
}

void TestKeyPresets::cvatStepsWithFAndD() {
    const KeyMap keys = keysOfPreset(2);
    QCOMPARE(keys[QStringLiteral("nextPicture")], (QList<QKeySequence>{{Qt::Key_F}, {Qt::Key_PageDown}}));
    QCOMPARE(keys[QStringLiteral("previousPicture")], (QList<QKeySequence>{{Qt::Key_D}, {Qt::Key_PageUp}}));
    QCOMPARE(keys[QStringLiteral("fit")], QList<QKeySequence>{{Qt::Key_Home}});
}

QTEST_MAIN(TestKeyPresets)
#include "test_key_presets.moc"
