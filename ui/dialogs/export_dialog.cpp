#include "ui/dialogs/export_dialog.h"

#include "core/exchange/format_table.h"
#include "ui/dialogs/loss_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rb::ui {

ExportDialog::ExportDialog(const project::Project& project, QWidget* parent)
    : QDialog(parent), m_project(project), m_format(new QComboBox), m_dialect(new QComboBox), m_captions(new QComboBox), m_split(new QComboBox),
      m_copyPictures(new QCheckBox(tr("Copy the pictures, too"))), m_losses(new LossTable) {
    setWindowTitle(tr("Export data set"));
    for (const formats::Format* each : exchange::allFormats())
        if (each->write) m_format->addItem(QString::fromUtf8(each->title), QString::fromLatin1(each->name));
    m_format->insertSeparator(m_format->count());
    for (const exchange::CloudFormat& each : exchange::cloudFormats()) m_format->addItem(tr("%1 (point clouds)").arg(QString::fromUtf8(each.title)), QString::fromLatin1(each.name));
    m_captions->addItems({tr("Accepted captions, else the first draft"), tr("Accepted captions only"), tr("All, also rejected and alternative ones")});
    m_split->addItem(tr("All"), QString());
    for (const char* split : {"train", "val", "test"}) m_split->addItem(QString::fromLatin1(split), QString::fromLatin1(split));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* write = buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole);
    write->setProperty("primary", true);
    write->setDefault(true);
    auto* form = new QFormLayout;
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Variant"), m_dialect);
    form->addRow(tr("&Captions"), m_captions);
    form->addRow(tr("&Split"), m_split);
    form->addRow(QString(), m_copyPictures);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(new QLabel(tr("Nothing is written before you choose a place:")));
    layout->addWidget(m_losses, 1);
    layout->addWidget(buttons);
    resize(820, 560);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(m_captions, &QComboBox::currentIndexChanged, this, &ExportDialog::showLosses);
    connect(m_split, &QComboBox::currentIndexChanged, this, &ExportDialog::showLosses);
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

exchange::ExportOptions ExportDialog::options() const {
    exchange::ExportOptions options;
    options.captions = static_cast<exchange::CaptionChoice>(m_captions->currentIndex());
    options.split = m_split->currentData().toString().toStdString();
    return options;
}

void ExportDialog::showFormat() {
    m_dialect->clear();
    if (!cloudFormat())
        for (const char* dialect : format().dialects) m_dialect->addItem(QString::fromLatin1(dialect));
    m_dialect->setEnabled(m_dialect->count() > 1);
    m_copyPictures->setEnabled(!cloudFormat() && intoFolder());
    showLosses();
}

void ExportDialog::showLosses() {
    const auto* clouds = cloudFormat();
    const auto losses = clouds ? exchange::previewCloudExport(m_project, *clouds, options()) : exchange::previewExport(m_project, format(), options());
    m_losses->show(losses.ok() ? *losses : formats::LossReport());
}

Result<exchange::Exported> ExportDialog::write(const QString& path) const {
    if (const auto* clouds = cloudFormat()) return exchange::exportClouds(m_project, *clouds, path, options());
    return exchange::exportProject(m_project, format(), path, options(), {m_dialect->currentText().toStdString(), m_copyPictures->isChecked()});
}

} // namespace rb::ui
