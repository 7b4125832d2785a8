#pragma once

#include "core/jobs/training_messages.h"

namespace rb::jobs {

enum class TrainingState {
    None,     ///< nothing was ever started in the folder
    Starting, ///< reads model and data
    Running,
    Paused,   ///< the model stays in memory
    Finished,
    Stopped,  ///< as somebody asked; can go on
    Failed,   ///< it said why
    Crashed,  ///< it is gone without a word
};

inline bool isActive(TrainingState state) { return state == TrainingState::Starting || state == TrainingState::Running || state == TrainingState::Paused; }

/// The same arguments go on: from the last checkpoint, or from the start where there is none yet.
inline bool isResumable(TrainingState state) { return state == TrainingState::Stopped || state == TrainingState::Failed || state == TrainingState::Crashed; }

/// What the folder of a run tells about the process that trains in it. The trainer's log names that process; before it has
/// begun, `process.json` names the one that was launched, and `errors.txt` has its standard error.
class TrainingFolder {
public:
    explicit TrainingFolder(QString folder = {}) : m_folder(std::move(folder)) {}

    /// Every message of the log, in order.
    void take(const TrainingMessage& message);
    /// Reads `process.json`; when all of the log was taken.
    void findLaunched();
    /// A process was started, and has not said so in the log yet.
    void launched(const ProcessMark& process);

    /// Whose life decides about the state.
    ProcessMark process() const { return m_launched ? *m_launched : m_trains; }
    /// `alive`: process() was, before the last message was taken.
    TrainingState state(bool alive) const;
    /// Why it failed, or what it wrote on standard error before it crashed; empty: it does not say.
    QString failure() const;

    QString path(const char* name) const { return m_folder + QLatin1Char('/') + QLatin1String(name); }
    const QString& folder() const { return m_folder; }

private:
    QString m_folder;
    std::optional<ProcessMark> m_launched;
    ProcessMark m_trains;             ///< the last one that began
    std::optional<TrainingEnd> m_end; ///< of that one
    bool m_paused = false;
};

} // namespace rb::jobs
