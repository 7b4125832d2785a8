#pragma once

#include "core/query/leaks.h"
#include "core/query/statistics.h"

#include <QDate>

namespace rb::query {

/// What a data card says beside the numbers.
struct DataCardText {
    QString title;
    QDate date;            ///< of the card
    QString licence;       ///< empty: the card says that none is stated
    QStringList formats;   ///< the files that the data was written as, each with what it loses
    QString notes;         ///< Markdown, at the end
};

/// A data card in Markdown: counts, splits and leaks between them, captions and vocabulary, regions,
/// labels and where the captions come from. Names out of the project cannot break its tables.
QString dataCard(const Statistics& statistics, const LeakReport& leaks, const DataCardText& text);

} // namespace rb::query
