#pragma once

#include "ui/training/plot_series.h"

namespace rb::ui {

/// All values as RFC 4180 text: a line for every x, a column for every series, and two more for its band. Cells without a
/// value are empty.
QString toCsv(const QString& nameOfX, const std::vector<PlotSeries>& series);

} // namespace rb::ui
