#pragma once

#include "core/query/histogram.h"
#include "ui/curation/bar.h"

namespace rb::ui {

/// Histograms of query::Statistics as columns from the first bin to the last that hold something.
Plot wordsPlot(const query::Histogram& words);
Plot regionsPlot(const query::Histogram& regionsPerMedium);
Plot boxSizePlot(const query::Histogram& sharesOfArea);
Plot boxAspectPlot(const query::Histogram& widthByHeight);

} // namespace rb::ui
