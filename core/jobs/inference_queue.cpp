#include "core/jobs/inference_queue.h"

#include <algorithm>

namespace rb::jobs {

static bool isCaption(const InferenceTask& task) { return task.kind == InferenceTask::Kind::Caption; }
/// 0 is done first.
static int rankOf(const InferenceTask& task) {
    if (task.kind == InferenceTask::Kind::Embed || task.kind == InferenceTask::Kind::Grow) return 2;
    return isCaption(task) && task.request.background ? 1 : 0;
}
static bool isAwaited(const InferenceTask& task) { return rankOf(task) == 0; }

void InferenceQueue::add(InferenceTask task) {
    const std::lock_guard guard(m_mutex);
    // Looking ahead gives way to everything else.
    const auto isAhead = [](const InferenceTask& t) { return t.kind == InferenceTask::Kind::EncodeAhead; };
    if (isAwaited(task)) std::erase_if(m_waiting, isAhead);
    if (isAhead(task) && (std::any_of(m_waiting.begin(), m_waiting.end(), isAwaited) || (m_running && isAwaited(*m_running)))) return;
    m_waiting.push_back(std::move(task));
    m_wake.notify_one();
}

std::optional<InferenceTask> InferenceQueue::take() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
    if (m_closed) return std::nullopt;
    const auto next = std::min_element(m_waiting.begin(), m_waiting.end(), [](const InferenceTask& a, const InferenceTask& b) { return rankOf(a) < rankOf(b); });
    m_running = std::move(*next);
    m_waiting.erase(next);
    return m_running;
}

void InferenceQueue::finish() {
    const std::lock_guard guard(m_mutex);
    m_running.reset();
}

bool InferenceQueue::cancel(quint64 number) {
    const std::lock_guard guard(m_mutex);
    if (m_running && m_running->number == number) m_running->stop.request_stop();
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const InferenceTask& task) { return task.number == number; });
    if (number == 0 || found == m_waiting.end()) return false;
    const bool caption = isCaption(*found);
    m_waiting.erase(found);
    return caption;
}

std::vector<quint64> InferenceQueue::cancelAll() {
    const std::lock_guard guard(m_mutex);
    std::vector<quint64> removed;
    for (const InferenceTask& task : m_waiting)
        if (isCaption(task)) removed.push_back(task.number);
    std::erase_if(m_waiting, [](const InferenceTask& task) { return isCaption(task) || task.kind == InferenceTask::Kind::EncodeAhead; });
    if (m_running && isAwaited(*m_running)) m_running->stop.request_stop();
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
    return static_cast<int>(std::count_if(m_waiting.begin(), m_waiting.end(), isCaption)) +
           (m_running && isCaption(*m_running) ? 1 : 0);
}

} // namespace rb::jobs
