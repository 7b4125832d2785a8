#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rb::viewer3d {

/// A few threads that wait for short pieces of work, so that a frame need not start any. Used by one thread.
class ThreadTeam {
public:
    /// `threads` with the caller's; 0: one a core, four at most.
    explicit ThreadTeam(int threads = 0);
    ~ThreadTeam();

    int size() const { return int(m_threads.size()) + 1; }
    /// Runs work(0) … work(size() - 1) at the same time, one of them here, and returns when all are done.
    void run(const std::function<void(int)>& work);
    /// Splits [0, count) into one run a thread: work(begin, end).
    void runRanges(int count, const std::function<void(int, int)>& work);

private:
    void loop(int number);

    std::mutex m_mutex;
    std::condition_variable m_start;
    std::condition_variable m_done;
    const std::function<void(int)>* m_work = nullptr;
    std::size_t m_round = 0;
    int m_busy = 0;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace rb::viewer3d
