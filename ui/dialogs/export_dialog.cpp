#include "ui/dialogs/export_dialog.h"

#include "core/exchange/format_table.h"
#include "ui/dialogs/loss_table.h"
#include "ui/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rb::ui {

ExportDialog::ExportDialog(const QString& projectFile, QWidget* parent)
    : QDialog(parent), m_project(projectFile), m_format(new QComboBox), m_dialect(new QComboBox), m_captions(new QComboBox), m_split(new QComboBox),
      m_copyPictures(new QCheckBox(tr("Copy the pictures, too"))), m_losses(new LossTable), m_hint(new QLabel) {
    setWindowTitle(tr("Export data set"));
    for (const formats::Format* each : exchange::allFormats())
        if (each->write) m_format->addItem(QString::fromUtf8(each->title), QString::fromLatin1(each->name));
    m_format->insertSeparator(m_format->count());
    for (const exchange::CloudFormat& each : exchange::cloudFormats()) m_format->addItem(tr("%1 (point clouds)").arg(QString::fromUtf8(each.title)), QString::fromLatin1(each.name));
    m_captions->addItems({tr("Accepted captions, else the first draft"), tr("Accepted captions only"), tr("All, also rejected and alternative ones")});
    m_split->addItem(tr("All"), QString());
    for (const char* split : {"train", "val", "test"}) m_split->addItem(QString::fromLatin1(split), QString::fromLatin1(split));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_write = buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole);
    m_write->setProperty("primary", true);
    m_write->setDefault(true);
    auto* form = new QFormLayout;
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Variant"), m_dialect);
    form->addRow(tr("&Captions"), m_captions);
    form->addRow(tr("&Split"), m_split);
    form->addRow(QString(), m_copyPictures);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_hint);
    layout->addWidget(m_losses, 1);
    layout->addWidget(buttons);
    resize(820, 560);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(m_captions, &QComboBox::currentIndexChanged, this, &ExportDialog::countLosses);
    connect(m_split, &QComboBox::currentIndexChanged, this, &ExportDialog::countLosses);
    showFormat();
}

const exchange::CloudFormat* ExportDialog::cloudFormat() const { return exchange::cloudFormatNamed(m_format->currentData().toString().toStdString()); }

bool ExportDialog::intoFolder() const { return (cloudFormat() ? cloudFormat()->output : format().output) == formats::Format::Output::Folder; }

QString ExportDialog::suffix() const {
    if (intoFolder()) return {};
    return QString::fromLatin1(cloudFormat() ? cloudFormat()->suffix : format().suffix);
}

const formats::Format& ExportDialog::format() const {
    return **exchange::formatNamed(m_format->currentData().toString().toStdString());
}

exchange::ExportOrder ExportDialog::order() const {
    exchange::ExportOrder order;
    order.projectFile = m_project;
    order.clouds = cloudFormat();
    if (!order.clouds) order.pictures = &format();
    order.options.captions = static_cast<exchange::CaptionChoice>(m_captions->currentIndex());
    order.options.split = m_split->currentData().toString().toStdString();
    order.writing = {m_dialect->currentText().toStdString(), m_copyPictures->isEnabled() && m_copyPictures->isChecked()};
    return order;
}

void ExportDialog::showFormat() {
    m_dialect->clear();
    if (!cloudFormat())
        for (const char* dialect : format().dialects) m_dialect->addItem(QString::fromLatin1(dialect));
    m_dialect->setEnabled(m_dialect->count() > 1);
    m_copyPictures->setEnabled(!cloudFormat() && intoFolder());
    countLosses();
}

void ExportDialog::countLosses() {
    m_background.stop(); // of what was chosen before
    m_hint->setText(tr("Counting what is kept and what is not…"));
    m_write->setEnabled(false);
    const auto count = [order = order()](const std::stop_token& stop) mutable {
        order.options.stop = stop;
        return exchange::preview(order);
    };
    m_background.run(count, [this](const Result<formats::LossReport>& losses) {
        m_losses->show(losses.ok() ? *losses : formats::LossReport());
        m_hint->setText(losses.ok() ? tr("Nothing is written before you choose a place:") : errorText(losses.error()));
        m_write->setEnabled(losses.ok());
    });
}

} // namespace rb::ui
