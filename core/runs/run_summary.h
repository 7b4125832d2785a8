#pragma once

#include "core/jobs/training_state.h"

namespace rb::runs {

/// Where a run stands, for lists.
struct RunSummary {
    jobs::TrainingState state = jobs::TrainingState::None;
    QString failure;
    qint64 step = 0, steps = 0;
    double progress = 0, seconds = 0, loss = 0; ///< of the last step
    QMap<QString, double> base, last;           ///< held-out scores before the first step and at last; may be empty
};

/// Reads the log of a run's folder. Of the steps only the last is looked into, so that long logs cost little.
RunSummary summaryOfRun(const QString& folder);

} // namespace rb::runs
