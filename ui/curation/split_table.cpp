#include "ui/curation/split_table.h"

#include "core/query/markdown.h"

#include <QHeaderView>
#include <QLocale>

namespace rb::ui {

SplitTable::SplitTable(QWidget* parent) : QTableWidget(0, 4, parent) {
    setHorizontalHeaderLabels({tr("Split"), tr("Pictures now"), tr("Afterwards"), tr("Share")});
    horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 1; column < 4; ++column) horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumHeight(28);
    verticalHeader()->setDefaultSectionSize(28);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Pictures of each split now and afterwards"));
}

void SplitTable::showCounts(const std::vector<SplitCount>& counts, qint64 media) {
    const QLocale locale;
    setRowCount(static_cast<int>(counts.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const SplitCount& count = counts[static_cast<std::size_t>(row)];
        const QString cells[] = {count.name, locale.toString(count.now), locale.toString(count.after),
                                 query::share(count.after, media)};
        for (int column = 0; column < 4; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            if (column > 0) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            setItem(row, column, item);
        }
    }
    updateGeometry();
}

QSize SplitTable::sizeHint() const {
    const int rows = verticalHeader()->length() + horizontalHeader()->minimumHeight();
    return {400, rows + 2 * frameWidth()};
}

} // namespace rb::ui
