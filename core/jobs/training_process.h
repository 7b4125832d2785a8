#pragma once

#include "core/base/result.h"
#include "core/jobs/training_log_reader.h"
#include "core/jobs/training_state.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace rb::jobs {

enum class TrainingRequest { Pause, Resume, Stop, Checkpoint, Sample };

/// A training as a process of its own, told apart from the window: it is started detached, with a session of its own, and
/// everything goes through files of the run's folder. `log.jsonl` is read as it grows, requests are appended to `control`,
/// `process.json` says which process was started, `errors.txt` has its standard error. So a training goes on when the window
/// closes or dies, whoever opens the folder again sees all of it (attach()), and a training that was started in a terminal is
/// watched in the same way. There is no second path for one's own child.
///
/// GUI or any other thread with an event loop. Destroying it leaves the training alone.
class TrainingProcess : public QObject {
    Q_OBJECT

public:
    struct Command {
        QString program;       ///< of `regionblip`
        QStringList arguments; ///< of `train`, with --output `folder`; `--progress` and the verb are added
        QString folder;
    };

    explicit TrainingProcess(QObject* parent = nullptr);

    /// Starts it; the folder is made. Refused while one runs there.
    Status start(const Command& command);
    /// Reads all that the folder's log says, and goes on reading when the training still runs.
    void attach(const QString& folder);
    /// Refused with a sentence while none runs.
    Status ask(TrainingRequest request);
    /// Ends it at once, for a training that does not answer; it can be resumed from its last checkpoint.
    void kill();

    TrainingState state() const { return m_state; }
    bool isActive() const { return jobs::isActive(m_state); }
    /// It did not finish, and can go on.
    bool resumable() const { return isResumable(m_state); }
    const QString& folder() const { return m_folder.folder(); }
    QString failure() const { return m_folder.failure(); }

Q_SIGNALS:
    void told(const rb::jobs::TrainingMessage& message);
    void stateChanged(rb::jobs::TrainingState state);

private:
    Status launch(const Command& command);
    void look();
    void readLog();
    void become(TrainingState state);

    TrainingFolder m_folder;
    TrainingLogReader m_log{QString()};
    bool m_stopAsked = false; ///< before it could hear us
    TrainingState m_state = TrainingState::None;
    QTimer m_timer;
};

} // namespace rb::jobs
