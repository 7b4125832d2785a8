#include "ui/search/query_help_dialog.h"

#include "core/query/completion.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace rb::ui {

QueryHelpDialog::QueryHelpDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("What can be searched for"));
    const std::vector<query::HelpLine> lines = query::helpTable();
    auto* table = new QTableWidget(static_cast<int>(lines.size()), 4);
    table->setHorizontalHeaderLabels({tr("Write"), tr("Values"), tr("Finds"), tr("Example")});
    table->setAccessibleName(windowTitle());
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(true);
    for (int row = 0; row < table->rowCount(); ++row) {
        const query::HelpLine& line = lines[static_cast<std::size_t>(row)];
        const QString cells[] = {line.key, line.values, line.help, line.example};
        for (int column = 0; column < 4; ++column) table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    table->horizontalHeader()->setStretchLastSection(true);
    table->resizeColumnsToContents();
    for (const int column : {1, 2}) table->setColumnWidth(column, qMin(table->columnWidth(column), 280));
    table->resizeRowsToContents();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(960, 560);
}

} // namespace rb::ui
