#include "ui/dialogs/export_dialog.h"

#include "tests/ui/project_fixture.h"

#include <QComboBox>
#include <QFile>
#include <QTableWidget>

using namespace rb;
using namespace rb::ui;

class TestExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lossesAreThoseOfThePreview();
    void choicesChangeTheTable();
    void bothFormatsAreWritten_data();
    void bothFormatsAreWritten();
};

static QStringList column(const QTableWidget& table, int number) {
    QStringList cells;
    for (int row = 0; row < table.rowCount(); ++row) cells << table.item(row, number)->text();
    return cells;
}

void TestExportDialog::lossesAreThoseOfThePreview() {
    ProjectFixture f;
    f.addCaption(f.addRegion(), QStringLiteral("a dog"), project::CaptionSource::Model);
    ExportDialog dialog(f.project());
    const formats::LossReport report = formats::previewRegionBlip(f.project(), dialog.options());
    const auto* table = dialog.findChild<QTableWidget*>();
    QCOMPARE(table->rowCount(), int(report.lines.size()));
    QVERIFY(table->rowCount() > 0);
    for (int row = 0; row < table->rowCount(); ++row) {
        const auto& line = report.lines[std::size_t(row)];
        QCOMPARE(table->item(row, 0)->text(), QString::fromStdString(line.what));
        QCOMPARE(table->item(row, 1)->text().toInt(), line.kept);
        QCOMPARE(table->item(row, 3)->text().toInt(), line.dropped);
    }
}

void TestExportDialog::choicesChangeTheTable() {
    ProjectFixture f;
    f.addCaption(f.addRegion(), QStringLiteral("a draft"), project::CaptionSource::Model);
    ExportDialog dialog(f.project());
    const auto* table = dialog.findChild<QTableWidget*>();
    const QStringList withDrafts = column(*table, 3);
    dialog.findChildren<QComboBox*>().at(1)->setCurrentIndex(1);
    QVERIFY(dialog.options().captions == formats::CaptionChoice::AcceptedOnly);
    QVERIFY(column(*table, 3) != withDrafts);
}

void TestExportDialog::bothFormatsAreWritten_data() {
    QTest::addColumn<int>("format");
    QTest::newRow("RegionBLIP") << 0;
    QTest::newRow("COCO") << 1;
}

void TestExportDialog::bothFormatsAreWritten() {
    QFETCH(int, format);
    ProjectFixture f;
    f.addCaption(f.addRegion(), QStringLiteral("a red apple"), project::CaptionSource::Human, project::CaptionState::Accepted);
    ExportDialog dialog(f.project());
    dialog.findChildren<QComboBox*>().at(0)->setCurrentIndex(format);
    QFile file(f.folder.filePath(QStringLiteral("out.json")));
    QVERIFY(dialog.write(file.fileName()).ok());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("a red apple"));
    QCOMPARE(text.contains("\"annotations\""), format == 1);
}

QTEST_MAIN(TestExportDialog)
#include "test_export_dialog.moc"
