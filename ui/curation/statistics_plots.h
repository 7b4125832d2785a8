#pragma once

#include "core/query/statistics.h"
#include "ui/curation/bar.h"

namespace rb::ui {

/// What there is to plot of a project: always the same plots in the same order; those without bars have
/// nothing to show.
std::vector<Plot> plotsOf(const query::Statistics& statistics);

} // namespace rb::ui
