#include "ui/help/crash_note.h"

#include "ui/help/signal_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

namespace rb::ui {

namespace {

constexpr qint64 kMostBytes = 256 * 1024;
constexpr int kMostFrames = 64;

// All that the handler needs is laid ready: it must not allocate.
std::array<char, 4096> path{};
std::array<char, 64> version{};
std::array<char, 256> reason{}; ///< of std::terminate
std::array<char, 64 * 1024> handlerStack{};
std::atomic_flag crashing = ATOMIC_FLAG_INIT;
std::terminate_handler terminateBefore = nullptr;

struct Signal {
    int number;
    const char* name;
};
constexpr Signal kSignals[] = {{SIGSEGV, "SIGSEGV (memory that is not there)"},
                               {SIGBUS, "SIGBUS (memory that cannot be reached)"},
                               {SIGILL, "SIGILL (an instruction this processor does not have)"},
                               {SIGFPE, "SIGFPE (arithmetic)"},
                               {SIGABRT, "SIGABRT (the program gave up)"}};

template <std::size_t size>
void copy(const char* text, std::array<char, size>& to) {
    qstrncpy(to.data(), text, size);
}

const char* nameOf(int number) {
    for (const Signal& known : kSignals)
        if (known.number == number) return known.name;
    return "unknown";
}

void writeNote(int number) {
    const int file = ::open(path.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return;
    SignalText head;
    head.add("RegionBLIP Studio ").add(version.data()).add("\nTime: ").addTime(::time(nullptr));
    head.add("\nSignal: ").add(nameOf(number));
    if (reason[0]) head.add("\nReason: ").add(reason.data());
    head.add("\n\n");
    head.writeTo(file);
    void* frames[kMostFrames];
    ::backtrace_symbols_fd(frames, ::backtrace(frames, kMostFrames), file);
    ::close(file);
}

void onSignal(int number) {
    // Another thread's crash is part of the first one, which ends the process for both.
    if (crashing.test_and_set())
        for (;;) ::pause();
    writeNote(number);
    std::signal(number, SIG_DFL);
    std::raise(number); // is delivered when the handler returns
}

[[noreturn]] void onTerminate() {
    try {
        if (const std::exception_ptr thrown = std::current_exception()) std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
        copy(error.what(), reason);
    } catch (...) {
        copy("an exception without a text", reason);
    }
    terminateBefore();
    std::abort();
}

} // namespace

QString CrashNote::file() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/crash.txt");
}

void CrashNote::install(const QString& file, const QString& programVersion) {
    QDir().mkpath(QFileInfo(file).absolutePath());
    copy(QFile::encodeName(QFileInfo(file).absoluteFilePath()).constData(), path);
    copy(programVersion.toUtf8().constData(), version);
    void* frame;
    ::backtrace(&frame, 1); // the first call loads a library, which a handler could not
    stack_t stack{};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr); // the stack itself may be what ran out
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_ONSTACK;
    ::sigfillset(&action.sa_mask); // a fault inside the handler ends the program at once
    for (const Signal& signal : kSignals) ::sigaction(signal.number, &action, nullptr);
    terminateBefore = std::set_terminate(onTerminate);
}

QString CrashNote::take(const QString& file) {
    QFile note(file);
    if (!note.open(QIODevice::ReadOnly)) return {};
    const QString text = QString::fromUtf8(note.read(kMostBytes));
    note.remove();
    return text;
}

} // namespace rb::ui
