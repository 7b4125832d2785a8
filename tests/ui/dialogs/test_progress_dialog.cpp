#include "ui/dialogs/progress_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace rb::ui;

class TestProgressDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itClosesWithTheAnswer();
    void itShowsHowFarTheWorkIs();
    void whoCancelsStillGetsTheAnswer();
};

static ProgressDialog::Texts texts() { return {QStringLiteral("Counting"), QStringLiteral("%1 sheep"), QStringLiteral("Stopping leaves them alone.")}; }

void TestProgressDialog::itClosesWithTheAnswer() {
    ProgressDialog dialog(texts());
    int answer = 0;
    dialog.start([](const std::stop_token&, const ProgressDialog::Count&) { return 7; }, [&](int value) { answer = value; });
    QVERIFY(dialog.isRunning());
    QCOMPARE(dialog.exec(), int(QDialog::Accepted));
    QCOMPARE(answer, 7);
}

void TestProgressDialog::itShowsHowFarTheWorkIs() {
    ProgressDialog dialog(texts());
    std::atomic<bool> seen = false;
    dialog.start([&seen](const std::stop_token&, const ProgressDialog::Count& count) {
        *count = 12;
        while (!seen) std::this_thread::yield();
        return 0;
    }, [](int) {});
    dialog.show();
    const auto labels = dialog.findChildren<QLabel*>();
    QTRY_VERIFY(std::ranges::any_of(labels, [](const QLabel* label) { return label->text() == QStringLiteral("12 sheep"); }));
    seen = true;
    QTRY_VERIFY(!dialog.isVisible());
}

void TestProgressDialog::whoCancelsStillGetsTheAnswer() {
    ProgressDialog dialog(texts());
    QString answer;
    dialog.start([](const std::stop_token& stop, const ProgressDialog::Count&) {
        while (!stop.stop_requested()) std::this_thread::yield();
        return QStringLiteral("stopped");
    }, [&](const QString& value) { answer = value; });
    dialog.show();
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel)->click();
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(answer, QStringLiteral("stopped"));
}

QTEST_MAIN(TestProgressDialog)
#include "test_progress_dialog.moc"
