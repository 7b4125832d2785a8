#pragma once

#include "core/jobs/inference_thread.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>

namespace rb::jobs {

/// One thing for the thread to do.
struct InferenceTask {
    enum class Kind { OpenModel, Caption, EncodeAhead, Embed, EmbedText, Grow };
    Kind kind = Kind::Caption;
    quint64 number = 0;
    CaptionRequest request;            ///< EncodeAhead uses its file alone, Embed its file and boxes
    std::string text;                  ///< of EmbedText
    GrowRequest grow;                  ///< of Grow
    vlm::ModelPaths model;
    vlm::CaptionerOptions modelOptions;
    std::stop_source stop;             ///< of this task alone
};

/// Tasks between the GUI thread and the inference thread: in their order, but Embed and Grow, of which there are
/// many that nobody waits for, after all others. Safe from both.
class InferenceQueue {
public:
    void add(InferenceTask task);
    /// Waits for a task; nothing when the queue was closed.
    std::optional<InferenceTask> take();
    /// The task taken last is done.
    void finish();

    /// Removes a waiting task, or asks the running one to stop. True when it was a waiting caption, and so
    /// will never be answered by the thread.
    bool cancel(quint64 number);
    /// Numbers of the waiting captions that were removed; a running one is asked to stop. Other tasks stay.
    std::vector<quint64> cancelAll();
    /// Stops everything and wakes the thread for its end.
    void close();
    /// Captions waiting or running.
    int pending() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<InferenceTask> m_waiting;
    std::optional<InferenceTask> m_running;
    bool m_closed = false;
};

} // namespace rb::jobs
