#pragma once

#include "core/base/file_lock.h"
#include "core/train/adamw.h"
#include "core/train/parameter_set.h"

#include <filesystem>
#include <optional>
#include <string>

namespace rb::train {

/// Where a training stands, beside its tensors.
struct Progress {
    std::int64_t step = 0;      ///< optimizer steps done
    std::int64_t batch = 0;     ///< batches taken
    double seconds = 0;         ///< spent so far, over all runs
    double loss = 0;            ///< smoothed
    std::string plan;           ///< hash of what must not change between runs: options, data, model
};

/// The folder of one training: `checkpoints/step-<n>/` with `parameters.safetensors`,
/// `optimizer.safetensors`, `progress.json` and `manifest.json` (SHA-256 of each). A checkpoint is
/// written beside, synced and renamed; the newest two good ones stay.
class RunFolder {
public:
    /// Makes the folder, holds it against other trainings, and sweeps what a killed run left half-written.
    static Result<RunFolder> open(const std::filesystem::path& folder);
    /// For the processes of a training that do not write: its checkpoints are only read.
    static RunFolder ofAnother(const std::filesystem::path& folder) { return RunFolder(folder); }

    Status save(const Progress& progress, const ParameterSet& parameters, const AdamW& optimizer) const;
    /// Puts the newest checkpoint whose hashes fit into `parameters` and `optimizer`; nothing when
    /// there is none.
    Result<std::optional<Progress>> restore(ParameterSet& parameters, AdamW& optimizer) const;
    bool hasCheckpoint() const { return !checkpoints().empty(); }

    const std::filesystem::path& path() const { return m_folder; }

private:
    explicit RunFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    std::vector<std::filesystem::path> checkpoints() const; ///< oldest first

    std::filesystem::path m_folder;
    std::shared_ptr<FileLock> m_lock;
};

} // namespace rb::train
