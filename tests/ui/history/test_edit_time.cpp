#include "ui/history/edit_time.h"

#include <QLocale>
#include <QTest>

using namespace rb::ui;

class TestEditTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAsShortAsItStaysClear_data();
    void isAsShortAsItStaysClear();
    void noTimeIsNoText();
};

void TestEditTime::isAsShortAsItStaysClear_data() {
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << QDateTime(QDate(2026, 5, 9), QTime(8, 5)) << QStringLiteral("08:05");
    QTest::newRow("yesterday") << QDateTime(QDate(2026, 5, 8), QTime(23, 59)) << QStringLiteral("8 May");
    QTest::newRow("another year") << QDateTime(QDate(2025, 5, 9), QTime(8, 5)) << QStringLiteral("09/05/2025");
    QTest::newRow("today, told in UTC") << QDateTime(QDate(2026, 5, 9), QTime(8, 5)).toUTC() << QStringLiteral("08:05");
}

void TestEditTime::isAsShortAsItStaysClear() {
    QFETCH(QDateTime, time);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTEST(editTime(time, QDateTime(QDate(2026, 5, 9), QTime(20, 0))), "text");
}

void TestEditTime::noTimeIsNoText() { QCOMPARE(editTime({}, QDateTime::currentDateTime()), QString()); }

QTEST_GUILESS_MAIN(TestEditTime)
#include "test_edit_time.moc"
