#include "core/jobs/inference_queue.h"

#include <algorithm>

namespace rb::jobs {

void InferenceQueue::add(InferenceTask task) {
    const std::lock_guard guard(m_mutex);
    // Looking ahead gives way to everything else.
    const auto isAhead = [](const InferenceTask& t) { return t.kind == InferenceTask::Kind::EncodeAhead; };
    std::erase_if(m_waiting, isAhead);
    if (task.kind == InferenceTask::Kind::EncodeAhead && (!m_waiting.empty() || m_running)) return;
    m_waiting.push_back(std::move(task));
    m_wake.notify_one();
}

std::optional<InferenceTask> InferenceQueue::take() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
    if (m_closed) return std::nullopt;
    m_running = std::move(m_waiting.front());
    m_waiting.pop_front();
    return m_running;
}

void InferenceQueue::finish() {
    const std::lock_guard guard(m_mutex);
    m_running.reset();
}

bool InferenceQueue::cancel(quint64 number) {
    const std::lock_guard guard(m_mutex);
    if (m_running && m_running->number == number) m_running->stop.request_stop();
    return std::erase_if(m_waiting, [&](const InferenceTask& task) { return task.number == number; }) > 0;
}

std::vector<quint64> InferenceQueue::cancelAll() {
    const std::lock_guard guard(m_mutex);
    std::vector<quint64> removed;
    for (const InferenceTask& task : m_waiting)
        if (task.kind == InferenceTask::Kind::Caption) removed.push_back(task.number);
    std::erase_if(m_waiting, [](const InferenceTask& task) { return task.kind != InferenceTask::Kind::OpenModel; });
    if (m_running) m_running->stop.request_stop();
    return removed;
}

void InferenceQueue::close() {
    const std::lock_guard guard(m_mutex);
    m_closed = true;
    m_waiting.clear();
    if (m_running) m_running->stop.request_stop();
    m_wake.notify_all();
}

int InferenceQueue::pending() const {
    const std::lock_guard guard(m_mutex);
    const auto isCaption = [](const InferenceTask& task) { return task.kind == InferenceTask::Kind::Caption; };
    return static_cast<int>(std::count_if(m_waiting.begin(), m_waiting.end(), isCaption)) +
           (m_running && isCaption(*m_running) ? 1 : 0);
}

} // namespace rb::jobs
