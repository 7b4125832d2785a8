#include "core/runs/run_queue.h"

#include <algorithm>

namespace rb::runs {

using jobs::TrainingState;

RunQueue::RunQueue(RunHistory& history, QString program, QObject* parent) : QObject(parent), m_history(history), m_program(std::move(program)) {
    connect(&m_process, &jobs::TrainingProcess::told, this, [this](const jobs::TrainingMessage& message) {
        m_record.take(message);
        Q_EMIT told(message);
    });
    connect(&m_process, &jobs::TrainingProcess::stateChanged, this, &RunQueue::follow);
    findActive();
}

/// The one that still trains, else the last one.
void RunQueue::findActive() {
    const std::vector<Run> runs = m_history.runs();
    auto chosen = std::find_if(runs.begin(), runs.end(), [](const Run& run) { return run.active(); });
    if (chosen == runs.end()) chosen = std::find_if(runs.begin(), runs.end(), [](const Run& run) { return run.summary.state != TrainingState::None; });
    if (chosen == runs.end()) return;
    m_current = chosen->id;
    m_process.attach(m_history.pathOf(m_current));
}

Status RunQueue::train(const QString& id) {
    const auto run = m_history.run(id);
    if (!run) return Error{ErrorCode::FileNotFound, "There is no run " + id.toStdString() + " any more."};
    if (isActive()) return id == m_current ? Status() : m_history.setQueued(id, true);
    return begin(*run);
}

Status RunQueue::begin(const Run& run) {
    if (Status taken = m_history.setQueued(run.id, false); !taken.ok()) return taken;
    const QString folder = m_history.pathOf(run.id);
    const bool other = run.id != m_current;
    m_current = run.id;
    m_record = {};
    if (other) Q_EMIT currentChanged();
    return m_process.start({m_program, trainArguments(run.settings, m_history.dataOf(run.id), run.data.train, folder), folder});
}

Status RunQueue::ask(jobs::TrainingRequest request) { return m_process.ask(request); }

void RunQueue::follow(TrainingState state) {
    Q_EMIT stateChanged(state);
    Q_EMIT m_history.changed();
    const bool next = state == TrainingState::Finished || state == TrainingState::Failed || state == TrainingState::Crashed;
    // Not from within the process's own signal: it is started anew.
    if (next) QMetaObject::invokeMethod(this, &RunQueue::beginNext, Qt::QueuedConnection);
}

void RunQueue::beginNext() {
    if (isActive()) return;
    const auto next = m_history.nextInQueue();
    if (!next) return;
    if (const Status begun = begin(*next); !begun.ok()) Q_EMIT failed(begun.error());
}

} // namespace rb::runs
