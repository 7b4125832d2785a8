#pragma once

#include "core/runs/run_record.h"
#include "ui/training/plot_series.h"

namespace rb::ui {

/// The plots of a training.
enum class TrainingPlot { Loss, Terms, Scores, Rate, Gradient, Speed };
inline constexpr int kTrainingPlots = 6;

/// A run whose lines stand in a plot.
struct PlottedRun {
    QString name;                          ///< stands before its lines when there are several
    const runs::RunRecord* record = nullptr;
};

/// The lines of one plot: the first run's in the plot's own colours, those of others dashed.
std::vector<PlotSeries> seriesOf(TrainingPlot plot, const std::vector<PlottedRun>& runs);

} // namespace rb::ui
