#include "ui/dialogs/import_dialog.h"

#include "tests/ui/answering_dialogs.h"
#include "tests/ui/project_fixture.h"
#include "ui/dialogs/import_progress_dialog.h"
#include "ui/dialogs/progress_dialog.h"
#include "ui/workspace/project_files.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace rb;
using namespace rb::ui;

/// A list of one region on the fixture's first picture (200 × 100), as if it were twice that size.
struct Listed : ProjectFixture {
    QString list(const QByteArray& line) const {
        QFile file(folder.filePath(QStringLiteral("list.jsonl")));
        if (!file.open(QIODevice::WriteOnly)) qFatal("list");
        file.write(line + '\n');
        return file.fileName();
    }
    QString doubled() const {
        return list("{\"image\": \"picture0.png\", \"width\": 400, \"height\": 200, \"box_xyxy\": [20, 40, 220, 180], \"captions\": [\"a dog\"]}");
    }
    AnsweringDialogs dialogs;
};

static QPushButton* button(QDialog& dialog, const char* text) {
    for (QPushButton* each : dialog.findChildren<QPushButton*>())
        if (each->text() == QLatin1String(text)) return each;
    return nullptr;
}

class TestImportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFormatIsRecognisedAndCounted();
    void aFindingHasABoxThatMendsIt();
    void aBrokenFileCannotBeImported();
    void anUnknownFileAsksForItsFormat();
    void theWholeWayIsOneEdit();
    void cloudsAreReadBehindADialog();
};

void TestImportDialog::theFormatIsRecognisedAndCounted() {
    Listed f;
    ImportDialog dialog(f.doubled(), f.dialogs);
    QVERIFY(dialog.format());
    QCOMPARE(QByteArray(dialog.format()->name), QByteArray("jsonl"));
    QTRY_VERIFY(button(dialog, "Import")->isEnabled());
    const auto labels = dialog.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->text().startsWith(QStringLiteral("1 pictures, 1 regions")); }));
}

void TestImportDialog::aFindingHasABoxThatMendsIt() {
    Listed f;
    ImportDialog dialog(f.doubled(), f.dialogs);
    QTRY_VERIFY(dialog.findChild<QCheckBox*>());
    QVERIFY(dialog.options().corrections.empty());
    dialog.findChild<QCheckBox*>()->click();
    QCOMPARE(dialog.options().corrections.size(), std::size_t{1});
    QVERIFY(dialog.options().corrections.front() == formats::Correction::OtherSize);
}

void TestImportDialog::aBrokenFileCannotBeImported() {
    Listed f;
    ImportDialog dialog(f.list("{\"image\": \"../../etc/passwd\", \"box_xyxy\": [1, 2, 3, 4]}"), f.dialogs);
    QTest::qWait(0);
    QTRY_VERIFY([&] {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("passwd"))) return true;
        return false;
    }());
    QVERIFY(!button(dialog, "Import")->isEnabled());
}

void TestImportDialog::anUnknownFileAsksForItsFormat() {
    Listed f;
    QFile file(f.folder.filePath(QStringLiteral("notes.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nothing we know") > 0);
    file.close();
    ImportDialog dialog(file.fileName(), f.dialogs);
    QVERIFY(!dialog.format());
    QVERIFY(!button(dialog, "Import")->isEnabled());
}

void TestImportDialog::theWholeWayIsOneEdit() {
    Listed f;
    QWidget window;
    QSettings settings(f.folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    ProjectFiles files(f.workspace, f.dialogs, settings, window);
    f.dialogs.answer = [](QDialog& dialog) {
        if (qobject_cast<ImportProgressDialog*>(&dialog)) return dialog.exec() == QDialog::Accepted;
        if (!QTest::qWaitFor([&] { return dialog.findChild<QCheckBox*>() != nullptr; })) return false;
        dialog.findChild<QCheckBox*>()->click();
        return true;
    };
    QSignalSpy said(&files, &ProjectFiles::said);
    files.open({f.doubled()});
    QCOMPARE(f.project().undoName(), QStringLiteral("Import list.jsonl"));
    const auto regions = f.project().regionsOf(f.media.first());
    QCOMPARE(regions.size(), std::size_t{1});
    QVERIFY(regions.front().box() == (geometry::Box2{10, 20, 100, 70}));
    QCOMPARE(said.size(), 1);
    QVERIFY(f.project().undo().ok());
    QVERIFY(f.project().regionsOf(f.media.first()).empty());
}

void TestImportDialog::cloudsAreReadBehindADialog() {
    Listed f;
    QWidget window;
    QSettings settings(f.folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    ProjectFiles files(f.workspace, f.dialogs, settings, window);
    int shown = 0;
    f.dialogs.answer = [&shown](QDialog& dialog) {
        if (qobject_cast<ProgressDialog*>(&dialog)) return ++shown && dialog.exec() == QDialog::Accepted;
        return QTest::qWaitFor([&] { return button(dialog, "Import")->isEnabled(); });
    };
    files.importData(QStringLiteral(RB_TEST_DATA "/formats/scanrefer/ScanRefer_filtered_train.json"));
    QCOMPARE(shown, 1);
    QCOMPARE(f.project().undoName(), QStringLiteral("Import ScanRefer_filtered_train.json"));
    QVERIFY(f.project().counts().clouds > 0 && f.project().counts().regions > 0);
    QVERIFY(f.project().undo().ok());
    QCOMPARE(f.project().counts().clouds, qint64(0));
}

QTEST_MAIN(TestImportDialog)
#include "test_import_dialog.moc"
