#pragma once

#include "core/jobs/training_process.h"
#include "core/runs/run_history.h"
#include "core/runs/run_record.h"

namespace rb::runs {

/// Trains the runs of a history, one at a time: the next in the queue begins when one has finished or failed; behind a stop
/// it waits for the user. A training that goes on from before (the window was closed) is found and watched. When no window is
/// open nothing new begins. GUI thread.
class RunQueue : public QObject {
    Q_OBJECT

public:
    /// `program`: of `regionblip`. `history` must outlive it.
    RunQueue(RunHistory& history, QString program, QObject* parent = nullptr);

    /// Begins this run, or goes on with it, when nothing trains; else it waits in the queue.
    Status train(const QString& id);
    /// To the present one.
    Status ask(jobs::TrainingRequest request);
    /// Ends it at once.
    void kill() { m_process.kill(); }

    /// The run that trains, or did last; empty: none yet.
    const QString& current() const { return m_current; }
    jobs::TrainingState state() const { return m_process.state(); }
    bool isActive() const { return m_process.isActive(); }
    bool resumable() const { return m_process.resumable(); }
    QString failure() const { return m_process.failure(); }
    /// Everything it has told.
    const RunRecord& record() const { return m_record; }

Q_SIGNALS:
    /// Another run is the current one.
    void currentChanged();
    void told(const rb::jobs::TrainingMessage& message);
    void stateChanged(rb::jobs::TrainingState state);
    /// A run of the queue could not be started.
    void failed(const rb::Error& error);

private:
    void findActive();
    void follow(jobs::TrainingState state);
    Status begin(const Run& run);
    void beginNext();

    RunHistory& m_history;
    QString m_program;
    QString m_current;
    RunRecord m_record;
    jobs::TrainingProcess m_process;
};

} // namespace rb::runs
