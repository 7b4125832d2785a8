#include "ui/curation/data_card_dialog.h"

#include "tests/ui/answering_dialogs.h"
#include "tests/ui/curation/curation_fixture.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace rb::ui;

class TestDataCardDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cardTellsWhatIsTyped();
    void savedFileIsTheMarkdown();
    void nothingIsWrittenWithoutAPlace();
    void failureIsOneSentence();
    void copyPutsMarkdownOnTheClipboard();
};

static void click(const QDialog& dialog, const char* text) {
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->text() == QString::fromUtf8(text)) return QTest::mouseClick(button, Qt::LeftButton);
    QFAIL("There is no such button.");
}

static bool tells(const QDialog& dialog, const QString& text) {
    for (const auto* label : dialog.findChildren<QLabel*>())
        if (label->text().contains(text)) return true;
    return false;
}

void TestDataCardDialog::cardTellsWhatIsTyped() {
    test::CurationFixture f;
    f.region(f.picture(QStringLiteral("a.jpg")), QStringLiteral("dog"));
    AnsweringDialogs dialogs;
    DataCardDialog dialog(f.workspace, dialogs);
    f.settle();
    QVERIFY(dialog.markdown().startsWith(QStringLiteral("# birds\n")));
    QTest::keyClicks(dialog.findChildren<QLineEdit*>().at(1), QStringLiteral("CC0"));
    QVERIFY(dialog.markdown().contains(QStringLiteral("Licence: CC0")));
    QVERIFY(dialog.findChild<QTextBrowser*>()->toPlainText().contains(QStringLiteral("Licence: CC0")));
}

void TestDataCardDialog::savedFileIsTheMarkdown() {
    test::CurationFixture f;
    AnsweringDialogs dialogs;
    dialogs.newFile = f.folder.filePath(QStringLiteral("card.md"));
    DataCardDialog dialog(f.workspace, dialogs);
    f.settle();
    click(dialog, "Save…");
    QFile file(dialogs.newFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), dialog.markdown());
    QVERIFY(dialogs.suggested.endsWith(QStringLiteral("data-card.md")));
    QVERIFY(tells(dialog, QStringLiteral("Saved as")));
}

void TestDataCardDialog::nothingIsWrittenWithoutAPlace() {
    test::CurationFixture f;
    AnsweringDialogs dialogs;
    DataCardDialog dialog(f.workspace, dialogs);
    f.settle();
    click(dialog, "Save…");
    QVERIFY(!tells(dialog, QStringLiteral("Saved as")));
}

void TestDataCardDialog::failureIsOneSentence() {
    test::CurationFixture f;
    AnsweringDialogs dialogs;
    dialogs.newFile = f.folder.filePath(QStringLiteral("no such folder/card.md"));
    DataCardDialog dialog(f.workspace, dialogs);
    f.settle();
    click(dialog, "Save…");
    QVERIFY(tells(dialog, QStringLiteral("no such folder")));
    QVERIFY(!tells(dialog, QStringLiteral("Saved as")));
}

void TestDataCardDialog::copyPutsMarkdownOnTheClipboard() {
    test::CurationFixture f;
    AnsweringDialogs dialogs;
    DataCardDialog dialog(f.workspace, dialogs);
    f.settle();
    click(dialog, "Copy as Markdown");
    QCOMPARE(QGuiApplication::clipboard()->text(), dialog.markdown());
}

QTEST_MAIN(TestDataCardDialog)
#include "test_data_card_dialog.moc"
