#pragma once

#include "core/train/training_observer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

namespace rb::cli {

/// Requests to a training, one a line: stop, checkpoint, sample, pause, resume. They come on standard input, and from
/// the file `control` of the run's folder, to which anybody may append: so a window that was closed and opened again
/// can ask too. Reads on a thread of its own; lines it does not know are passed over.
class RequestReader {
public:
    RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    /// From now on lines that are appended to `file` count too; what stands in it already is of another time.
    void follow(const std::filesystem::path& file);

    /// In the order they came; None when there is none.
    train::Request next();
    /// The same, and waits for one at most so long.
    train::Request waitForNext(std::chrono::milliseconds most);

private:
    /// Letters that came, up to the end of their line.
    struct Source {
        std::string line;
    };
    void work(std::stop_token stop);
    void readInput();
    void readFile();
    void take(Source& source, const char* letters, std::size_t count);

    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<train::Request> m_waiting;
    std::filesystem::path m_file;
    std::uintmax_t m_read = 0; ///< bytes of the file
    bool m_inputOpen = true;
    Source m_fromInput, m_fromFile;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace rb::cli
