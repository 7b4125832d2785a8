#pragma once

#include "core/jobs/training_messages.h"

#include <functional>

namespace rb::jobs {

/// Reads a training's log as it grows: whole lines only, each once. One thread.
class TrainingLogReader {
public:
    explicit TrainingLogReader(QString file) : m_file(std::move(file)) {}

    /// Gives everything that was added since the last call; a file that is not there adds nothing.
    void read(const std::function<void(const TrainingMessage&)>& take);

private:
    QString m_file;
    qint64 m_position = 0;
};

} // namespace rb::jobs
