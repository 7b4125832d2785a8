#include "ui/dialogs/export_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace rb::ui {

ExportDialog::ExportDialog(const project::Project& project, QWidget* parent)
    : QDialog(parent), m_project(project), m_format(new QComboBox), m_captions(new QComboBox), m_losses(new QTableWidget(0, 5)) {
    setWindowTitle(tr("Export data set"));
    m_format->addItem(tr("RegionBLIP region JSON"));
    m_format->addItem(tr("COCO instances with captions"));
    m_captions->addItem(tr("Accepted captions, else the first draft"));
    m_captions->addItem(tr("Accepted captions only"));
    m_losses->setHorizontalHeaderLabels({tr("What"), tr("Kept"), tr("Changed"), tr("Dropped"), tr("Why")});
    m_losses->verticalHeader()->hide();
    m_losses->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_losses->horizontalHeader()->setStretchLastSection(true);
    m_losses->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_losses->setWordWrap(true);
    m_losses->setShowGrid(false);
    m_losses->setAlternatingRowColors(true);
    m_losses->setSelectionMode(QAbstractItemView::NoSelection);
    m_losses->setAccessibleName(tr("What the export keeps, changes and drops"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* write = buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole);
    write->setProperty("primary", true);
    write->setDefault(true);
    auto* form = new QFormLayout;
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Captions"), m_captions);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(new QLabel(tr("Nothing is written before you choose a file:")));
    layout->addWidget(m_losses, 1);
    layout->addWidget(buttons);
    resize(760, 480);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showLosses);
    connect(m_captions, &QComboBox::currentIndexChanged, this, &ExportDialog::showLosses);
    showLosses();
}

ExportDialog::Format ExportDialog::format() const { return m_format->currentIndex() == 0 ? Format::RegionBlip : Format::Coco; }

formats::ExportOptions ExportDialog::options() const {
    formats::ExportOptions options;
    options.captions = m_captions->currentIndex() == 0 ? formats::CaptionChoice::AcceptedElseDraft : formats::CaptionChoice::AcceptedOnly;
    return options;
}

void ExportDialog::showLosses() {
    const formats::LossReport report = format() == Format::RegionBlip ? formats::previewRegionBlip(m_project, options())
                                                                       : formats::previewCoco(m_project, options());
    m_losses->setRowCount(static_cast<int>(report.lines.size()));
    for (int row = 0; row < m_losses->rowCount(); ++row) {
        const formats::LossReport::Line& line = report.lines[static_cast<std::size_t>(row)];
        const QString cells[] = {QString::fromStdString(line.what), QString::number(line.kept), QString::number(line.changed),
                                 QString::number(line.dropped), QString::fromStdString(line.reason)};
        for (int column = 0; column < 5; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            if (column >= 1 && column <= 3) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_losses->setItem(row, column, item);
        }
    }
    m_losses->resizeRowsToContents();
}

Status ExportDialog::write(const QString& path) const {
    return format() == Format::RegionBlip ? formats::exportRegionBlip(m_project, path, options())
                                          : formats::exportCoco(m_project, path, options());
}

} // namespace rb::ui
