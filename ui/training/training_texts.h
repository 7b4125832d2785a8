#pragma once

#include "core/runs/run_record.h"
#include "core/runs/run_verdict.h"
#include "core/jobs/training_state.h"

#include <QString>

namespace rb::ui {

/// "1:05 h", "4:20 min", "12 s"
QString durationText(double seconds);
/// "1.3 GB", "640 MB"
QString bytesText(qint64 bytes);
QString stateText(jobs::TrainingState state);
/// "Step 120 of 630, 12.3 captions a second, 1:20 min left"
QString progressText(const runs::RunRecord& record);
/// What the verdict means and what to do; empty while there is nothing to tell.
QString verdictText(runs::Verdict verdict, const runs::RunRecord& record);
/// Time, memory and disk of a training of so many steps (0: `minutes`).
QString estimateText(const jobs::TrainingEstimate& estimate, qint64 steps, double minutes);
/// What the data check found, a line each; empty: all is well.
QString findingsText(const jobs::TrainingData& data);
/// Of held-out scores: "1.92 → 2.31"; empty without any.
QString scoreText(const QMap<QString, double>& base, const QMap<QString, double>& last, const QString& name);

} // namespace rb::ui
