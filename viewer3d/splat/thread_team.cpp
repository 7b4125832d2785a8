#include "viewer3d/splat/thread_team.h"

#include <algorithm>

namespace rb::viewer3d {

ThreadTeam::ThreadTeam(int threads) {
    // Every thread has a depth buffer of its own; merging more than four costs more than they save.
    if (threads <= 0) threads = std::clamp(int(std::thread::hardware_concurrency()), 1, 4);
    for (int i = 1; i < threads; ++i) m_threads.emplace_back([this, i] { loop(i); });
}

ThreadTeam::~ThreadTeam() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_start.notify_all();
    for (std::thread& thread : m_threads) thread.join();
}

void ThreadTeam::loop(int number) {
    std::size_t seen = 0;
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_start.wait(lock, [&] { return m_stop || m_round != seen; });
        if (m_stop) return;
        seen = m_round;
        const std::function<void(int)>& work = *m_work;
        lock.unlock();
        work(number);
        lock.lock();
        if (--m_busy == 0) m_done.notify_one();
    }
}

void ThreadTeam::run(const std::function<void(int)>& work) {
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
        m_busy = int(m_threads.size());
        ++m_round;
    }
    m_start.notify_all();
    work(0);
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_busy == 0; });
}

void ThreadTeam::runRanges(int count, const std::function<void(int, int)>& work) {
    const int parts = size();
    run([&](int number) {
        const int begin = int(std::int64_t(count) * number / parts), end = int(std::int64_t(count) * (number + 1) / parts);
        if (begin < end) work(begin, end);
    });
}

} // namespace rb::viewer3d
