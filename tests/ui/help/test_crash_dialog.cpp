#include "ui/help/crash_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace rb::ui;

class TestCrashDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheNoteToRead();
    void copyPutsTheNoteOnTheClipboard();
    void closeCloses();

private:
    const QString m_note = QStringLiteral("RegionBLIP Studio 0.1.0\nSignal: SIGSEGV\n\n./program(+0x1) [0x2]\n");
};

void TestCrashDialog::showsTheNoteToRead() {
    CrashDialog dialog(m_note);
    const auto* view = dialog.findChild<QPlainTextEdit*>();
    QCOMPARE(view->toPlainText(), m_note);
    QVERIFY(view->isReadOnly());
    QVERIFY(!view->accessibleName().isEmpty());
}

void TestCrashDialog::copyPutsTheNoteOnTheClipboard() {
    CrashDialog dialog(m_note);
    dialog.show();
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("&Copy")) QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_note);
    QVERIFY(dialog.isVisible());
}

void TestCrashDialog::closeCloses() {
    CrashDialog dialog(m_note);
    dialog.show();
    QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Close), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(TestCrashDialog)
#include "test_crash_dialog.moc"
