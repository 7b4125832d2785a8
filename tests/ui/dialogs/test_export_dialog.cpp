#include "ui/dialogs/export_dialog.h"

#include "core/exchange/format_table.h"
#include "tests/ui/project_fixture.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

using namespace rb;
using namespace rb::ui;

class TestExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lossesAreThoseOfThePreview();
    void choicesChangeTheTable();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void cloudsLeaveInFormatsOfTheirOwn();
    void theButtonWaitsForTheCounts();
    void aStoppedExportLeavesNothing();
};

static QStringList column(const QTableWidget& table, int number) {
    QStringList cells;
    for (int row = 0; row < table.rowCount(); ++row) cells << table.item(row, number)->text();
    return cells;
}

void TestExportDialog::lossesAreThoseOfThePreview() {
    ProjectFixture f;
    f.addCaption(f.addRegion(), QStringLiteral("a dog"), project::CaptionSource::Model);
    ExportDialog dialog(f.project().path());
    const auto report = exchange::preview(dialog.order());
    QVERIFY(report.ok());
    const auto* table = dialog.findChild<QTableWidget*>();
    QTRY_VERIFY(table->rowCount() > 0); // it counts on a thread of its own
    int row = 0;
    for (const formats::LossReport::Line& line : report->lines) {
        if (line.kept + line.changed + line.dropped == 0) continue;
        QCOMPARE(table->item(row, 0)->text(), QString::fromStdString(line.what));
        QCOMPARE(table->item(row, 1)->text().toInt(), line.kept);
        QCOMPARE(table->item(row, 3)->text().toInt(), line.dropped);
        ++row;
    }
    QCOMPARE(table->rowCount(), row);
    QVERIFY(row > 0);
}

void TestExportDialog::choicesChangeTheTable() {
    ProjectFixture f;
    f.addCaption(f.addRegion(), QStringLiteral("a draft"), project::CaptionSource::Model);
    ExportDialog dialog(f.project().path());
    const auto* table = dialog.findChild<QTableWidget*>();
    QTRY_VERIFY(table->rowCount() > 0);
    const QStringList withDrafts = column(*table, 3);
    dialog.findChildren<QComboBox*>().at(2)->setCurrentIndex(1);
    QVERIFY(dialog.order().options.captions == exchange::CaptionChoice::AcceptedOnly);
    QTRY_VERIFY(column(*table, 3) != withDrafts);
}

void TestExportDialog::everyFormatIsWritten_data() {
    QTest::addColumn<QString>("format");
    for (const formats::Format* format : exchange::allFormats())
        if (format->write) QTest::newRow(format->name) << QString::fromUtf8(format->title);
}

void TestExportDialog::everyFormatIsWritten() {
    QFETCH(const QString, format);
    ProjectFixture f;
    f.addCaption(f.addRegion(), QStringLiteral("a red apple"), project::CaptionSource::Human, project::CaptionState::Accepted);
    ExportDialog dialog(f.project().path());
    auto* formats = dialog.findChildren<QComboBox*>().at(0);
    formats->setCurrentIndex(formats->findText(format));
    const QString target = f.folder.filePath(QStringLiteral("out"));
    const auto written = exchange::carryOut(dialog.order(), target);
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    bool found = !dialog.format().holds.captions;
    for (const auto& path : written->files) {
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        found = found || file.readAll().contains("a red apple");
    }
    QVERIFY(found);
}

void TestExportDialog::cloudsLeaveInFormatsOfTheirOwn() {
    ProjectFixture f;
    f.edit([&](project::Edit& edit) {
        project::Media cloud;
        cloud.path = QStringLiteral("room.ply");
        cloud.kind = project::MediaKind::Cloud;
        project::Caption words;
        words.media = edit.insert(cloud);
        words.text = QStringLiteral("an empty room");
        words.state = project::CaptionState::Accepted;
        edit.insert(words);
    });
    ExportDialog dialog(f.project().path());
    auto* formats = dialog.findChildren<QComboBox*>().at(0);
    formats->setCurrentIndex(formats->findData(QStringLiteral("cap3d")));
    QVERIFY(dialog.cloudFormat() && !dialog.intoFolder());
    QCOMPARE(dialog.suffix(), QStringLiteral(".csv"));
    QTRY_VERIFY(column(*dialog.findChild<QTableWidget*>(), 0).contains(QStringLiteral("pictures"))); // left out, and told
    const QString target = f.folder.filePath(QStringLiteral("out.csv"));
    QVERIFY(exchange::carryOut(dialog.order(), target).ok());
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("room,an empty room\n"));
}

void TestExportDialog::theButtonWaitsForTheCounts() {
    ProjectFixture f;
    ExportDialog dialog(f.project().path());
    const auto buttons = dialog.findChildren<QPushButton*>();
    const auto write = std::ranges::find_if(buttons, [](const QPushButton* button) { return button->text() == QStringLiteral("Export…"); });
    QVERIFY(write != buttons.end() && !(*write)->isEnabled());
    QTRY_VERIFY((*write)->isEnabled());
}

void TestExportDialog::aStoppedExportLeavesNothing() {
    ProjectFixture f(3);
    ExportDialog dialog(f.project().path());
    const QString target = f.folder.filePath(QStringLiteral("out.jsonl"));
    exchange::ExportOrder order = dialog.order();
    std::stop_source stop;
    order.options.stop = stop.get_token();
    order.options.progress = [&](int) { stop.request_stop(); }; // in the middle
    const auto written = exchange::carryOut(order, target);
    QVERIFY(!written.ok() && written.error().code == ErrorCode::Cancelled);
    QVERIFY(QDir(f.folder.path()).entryList({QStringLiteral("out*")}, QDir::AllEntries | QDir::Hidden).isEmpty());
    QVERIFY(exchange::carryOut(dialog.order(), target).ok() && QFile::exists(target));
}

QTEST_MAIN(TestExportDialog)
#include "test_export_dialog.moc"
