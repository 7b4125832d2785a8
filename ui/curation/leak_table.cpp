#include "ui/curation/leak_table.h"

#include "ui/counted_text.h"

#include <QHeaderView>

namespace rb::ui {

static QString kindText(query::Leak kind) {
    switch (kind) {
    case query::Leak::SameContent: return LeakTable::tr("same content");
    case query::Leak::SameCaptionAndBox: return LeakTable::tr("same caption and box");
    case query::Leak::SameFileName: return LeakTable::tr("same file name");
    }
    return {};
}

LeakTable::LeakTable(QWidget* parent) : QTableWidget(0, 4, parent) {
    setHorizontalHeaderLabels({tr("Leak"), tr("Splits"), tr("Pictures"), tr("What")});
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumHeight(28);
    for (const int column : {0, 1, 3}) horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setAccessibleName(tr("What stands in more than one split"));
}

void LeakTable::showLeaks(const query::LeakReport& report) {
    setRowCount(static_cast<int>(report.findings.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const query::LeakFinding& leak = report.findings[static_cast<std::size_t>(row)];
        const QString cells[] = {kindText(leak.kind), leak.splits.join(QStringLiteral(", ")), QString::number(leak.mediaCount),
                                 leak.what};
        for (int column = 0; column < 4; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            if (column == 2) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            setItem(row, column, item);
        }
    }
}

QString leakSummary(const query::LeakReport& report) {
    const auto tr = [](const char* text) { return LeakTable::tr(text); };
    if (report.all() == 0) return tr("The present splits share no content, no file name, and no caption with its box.");
    QStringList shared;
    if (report.content) shared << counted(report.content, tr("%1 file's content"), tr("the content of %1 files"));
    if (report.captions) shared << counted(report.captions, tr("%1 caption with its box"), tr("%1 captions with their boxes"));
    if (report.names) shared << counted(report.names, tr("%1 file name"), tr("%1 file names"));
    return tr("The present splits share %1.").arg(shared.join(QStringLiteral(", ")));
}

} // namespace rb::ui
