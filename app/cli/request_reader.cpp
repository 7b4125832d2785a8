#include "app/cli/request_reader.h"

#include <array>
#include <fstream>

#include <poll.h>
#include <unistd.h>

namespace rb::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLookEvery{200};
constexpr std::size_t kLongestLine = 64;

train::Request requestNamed(const std::string& name) {
    if (name == "stop") return train::Request::Stop;
    if (name == "checkpoint") return train::Request::Checkpoint;
    if (name == "sample") return train::Request::Sample;
    if (name == "pause") return train::Request::Pause;
    if (name == "resume") return train::Request::Resume;
    return train::Request::None;
}

} // namespace

RequestReader::RequestReader() : m_thread([this](std::stop_token stop) { work(stop); }) {}

void RequestReader::follow(const std::filesystem::path& file) {
    std::error_code missing;
    const std::uintmax_t size = std::filesystem::file_size(file, missing);
    const std::lock_guard lock(m_mutex);
    m_file = file;
    m_read = missing ? 0 : size;
}

train::Request RequestReader::next() { return waitForNext(milliseconds(0)); }

train::Request RequestReader::waitForNext(milliseconds most) {
    std::unique_lock lock(m_mutex);
    if (!m_came.wait_for(lock, most, [this] { return !m_waiting.empty(); })) return train::Request::None;
    const train::Request request = m_waiting.front();
    m_waiting.pop_front();
    return request;
}

void RequestReader::work(std::stop_token stop) {
    while (!stop.stop_requested()) {
        readInput();
        readFile();
    }
}

/// Waits a moment in any case, so that the thread costs nothing.
void RequestReader::readInput() {
    pollfd input{m_inputOpen ? STDIN_FILENO : -1, POLLIN, 0};
    if (::poll(&input, 1, static_cast<int>(kLookEvery.count())) <= 0) return;
    std::array<char, 256> letters;
    const ssize_t count = ::read(STDIN_FILENO, letters.data(), letters.size());
    if (count > 0) take(m_fromInput, letters.data(), static_cast<std::size_t>(count));
    else m_inputOpen = false;
}

void RequestReader::readFile() {
    std::unique_lock lock(m_mutex);
    if (m_file.empty()) return;
    std::ifstream file(m_file, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(m_read));
    std::array<char, 256> letters;
    file.read(letters.data(), letters.size());
    const std::streamsize count = file.gcount();
    m_read += static_cast<std::uintmax_t>(count);
    lock.unlock();
    if (count > 0) take(m_fromFile, letters.data(), static_cast<std::size_t>(count));
}

void RequestReader::take(Source& source, const char* letters, std::size_t count) {
    for (const char letter : std::string_view(letters, count)) {
        if (letter != '\n') {
            if (source.line.size() < kLongestLine) source.line += letter;
            continue;
        }
        if (const train::Request request = requestNamed(source.line); request != train::Request::None) {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(request);
            m_came.notify_one();
        }
        source.line.clear();
    }
}

} // namespace rb::cli
