#pragma once

#include "core/query/statistics.h"

namespace rb::query {

/// Text that stands as it is in a Markdown table or line.
QString plainInMarkdown(const QString& text);
/// A table of two columns and more; `rows` are plain texts and escaped here.
QString markdownTable(const QStringList& header, const std::vector<QStringList>& rows);
/// A table of values with their counts and shares of the whole.
QString countTable(const QString& name, const std::vector<ValueCount>& counts, qint64 whole);
/// A table of the bins that hold something; neighbours are joined until few are left.
QString histogramTable(const QString& name, const Histogram& histogram, bool percent);
/// "25 %" of 1 in 4; "–" of nothing.
QString share(qint64 part, qint64 whole);

} // namespace rb::query
