#pragma once

#include "core/runs/run_data.h"
#include "core/runs/run_settings.h"

namespace rb::runs {

/// Writes a folder that trains what a run would train, on a cluster or a machine with a GPU: `data/` with the captions, `media/`,
/// `model/`, and `train.sh`, `train.torchrun.sh`, `train.sbatch` for one process, several, or Slurm. Its `run/adapter.safetensors`
/// is brought in by AdapterShelf::import. Returns the captions' counts and fingerprint.
/// `settings.model` names the model's folder.
Result<RunDataSummary> writeTrainingJob(const QString& name, const RunSettings& settings, std::vector<RunItem> items, const QString& folder);

} // namespace rb::runs
