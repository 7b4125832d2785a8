#include "ui/dialogs/loss_table.h"

#include <QHeaderView>

namespace rb::ui {

LossTable::LossTable(QWidget* parent) : QTableWidget(0, 5, parent) {
    setHorizontalHeaderLabels({tr("What"), tr("Kept"), tr("Changed"), tr("Dropped"), tr("Why")});
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(true);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setAccessibleName(tr("What is kept, changed and dropped"));
}

void LossTable::show(const formats::LossReport& report) {
    setRowCount(0);
    for (const formats::LossReport::Line& line : report.lines) {
        if (line.kept + line.changed + line.dropped == 0) continue;
        const int row = rowCount();
        insertRow(row);
        const QString cells[] = {QString::fromStdString(line.what), QString::number(line.kept), QString::number(line.changed),
                                 QString::number(line.dropped), QString::fromStdString(line.reason)};
        for (int column = 0; column < 5; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            if (column >= 1 && column <= 3) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            setItem(row, column, item);
        }
    }
    resizeRowsToContents();
}

} // namespace rb::ui
