#pragma once

#include "ui/training/plot_series.h"

namespace rb::ui {

/// The points of `points` from `first` to `last` (x), and the neighbours beyond, so few that a column of pixels has four at
/// most: its first, lowest, highest and last. Drawn, they look like all of them. `columns`: pixels that the range is wide.
/// Points that are no numbers end a run.
std::vector<std::vector<QPointF>> decimated(const std::vector<QPointF>& points, double first, double last, int columns);

} // namespace rb::ui
