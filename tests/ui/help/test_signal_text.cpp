#include "ui/help/signal_text.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using rb::ui::SignalText;

class TestSignalText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreDecimal();
    void timesAreThoseOfTheCalendar_data();
    void timesAreThoseOfTheCalendar();
    void whatDoesNotFitIsCutOff();
};

void TestSignalText::numbersAreDecimal() {
    QCOMPARE(SignalText().add(0L).add(" ").add(7L, 3).add(" ").add(1234567890123L).c_str(), "0 007 1234567890123");
    QCOMPARE(SignalText().add(std::numeric_limits<long>::max()).c_str(), "9223372036854775807");
}

void TestSignalText::timesAreThoseOfTheCalendar_data() {
    QTest::addColumn<qint64>("seconds");
    for (const qint64 seconds : {0LL, 951782399LL, 951782400LL, 1709164800LL, 1735689599LL, 1795784709LL, 4107542400LL})
        QTest::addRow("%lld", seconds) << seconds;
}

void TestSignalText::timesAreThoseOfTheCalendar() {
    QFETCH(qint64, seconds);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    const QString expected = time.toString(QStringLiteral("yyyy-MM-dd hh:mm:ss 'UTC'"));
    QCOMPARE(QString::fromLatin1(SignalText().addTime(seconds).c_str()), expected);
}

void TestSignalText::whatDoesNotFitIsCutOff() {
    const QByteArray piece(700, 'a');
    QCOMPARE(qstrlen(SignalText().add(piece.constData()).add(piece.constData()).c_str()), 1023u);
}

QTEST_GUILESS_MAIN(TestSignalText)
#include "test_signal_text.moc"
