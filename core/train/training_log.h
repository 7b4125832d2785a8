#pragma once

#include "core/train/training_observer.h"

#include <filesystem>

namespace rb::train {

/// One step as a JSON object in one line: `{"event": "step", "step", "steps", "progress", "loss", …}`.
std::string toJsonLine(const StepReport& report);
/// Scores after a step: `{"event": "evaluation", "step", …}`.
std::string toJsonLine(std::int64_t step, const Metrics& metrics);

/// Appends lines to a file, one JSON object a line. A log that cannot be written stops nothing.
class TrainingLog {
public:
    explicit TrainingLog(std::filesystem::path file) : m_file(std::move(file)) {}
    void add(const std::string& line) const;

private:
    std::filesystem::path m_file;
};

} // namespace rb::train
