#include "ui/settings/setting.h"

#include <QTemporaryDir>
#include <QTest>

using rb::ui::Setting;

class TestSetting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultHoldsUntilItIsChanged();
    void defaultsAreNotWritten();
};

void TestSetting::defaultHoldsUntilItIsChanged() {
    QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    const Setting<int> zoom{"view/zoom", 7};
    QCOMPARE(zoom.read(store), 7);
    zoom.write(store, 3);
    QCOMPARE(zoom.read(store), 3);
}

void TestSetting::defaultsAreNotWritten() {
    QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    const Setting<bool> wheel{"view/wheel", true};
    wheel.write(store, false);
    QVERIFY(store.contains(QStringLiteral("view/wheel")));
    wheel.write(store, true);
    QVERIFY(!store.contains(QStringLiteral("view/wheel")));
}

QTEST_GUILESS_MAIN(TestSetting)
#include "test_setting.moc"
