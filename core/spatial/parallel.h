#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace rb::spatial {

/// `wanted`, or as many threads as the machine has cores when it is 0 or less.
inline int threadCount(int wanted) {
    if (wanted > 0) return wanted;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// Calls work(begin, end, part) for `threads` consecutive parts of [0, count) of about the same size, each on a thread
/// of its own (the caller's among them), and returns when all are done. `work` must not throw.
template <typename Work>
void inParts(std::size_t count, int threads, const Work& work) {
    const std::size_t parts = std::clamp<std::size_t>(count, 1, static_cast<std::size_t>(threadCount(threads)));
    const auto run = [&](std::size_t part) { work(count * part / parts, count * (part + 1) / parts, part); };
    std::vector<std::jthread> others;
    others.reserve(parts);
    for (std::size_t part = 1; part < parts; ++part) {
        try {
            others.emplace_back(run, part);
        } catch (const std::system_error&) {
            run(part); // the system gives no more threads
        }
    }
    run(0);
}

/// Calls work(i) for every i below `count`; each thread takes the next one when it is done with the last.
template <typename Work>
void forEachTask(std::size_t count, int threads, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const std::size_t workers = std::min(count, static_cast<std::size_t>(threadCount(threads)));
    inParts(workers, static_cast<int>(workers), [&](std::size_t, std::size_t, std::size_t) {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    });
}

} // namespace rb::spatial
