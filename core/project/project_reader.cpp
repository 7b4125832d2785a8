#include "core/project/project_reader.h"

#include <sqlite3.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace rb::project {

// Of its virtual machine: some tenths of a millisecond.
static constexpr int kStepsBetweenLooks = 10'000;

/// The thread, its questions and its connection, which it makes and closes itself.
class ProjectReader::Worker {
public:
    Worker() : m_thread([this] { run(); }) {}
    ~Worker() {
        {
            const std::lock_guard guard(m_mutex);
            m_closed = true;
            m_waiting.clear();
            m_abandoned = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

    void setFile(const QString& path) {
        std::unique_lock lock(m_mutex);
        m_waiting.clear();
        m_path = path;
        m_reopen = true;
        m_abandoned = true;
        m_wake.notify_all();
        m_idle.wait(lock, [this] { return !m_reopen; });
    }

    void add(quint64 number, Job job) {
        const std::lock_guard guard(m_mutex);
        m_waiting.push_back({number, std::move(job)});
        m_wake.notify_all();
    }

    void drop(quint64 number) {
        const std::lock_guard guard(m_mutex);
        std::erase_if(m_waiting, [&](const Question& each) { return each.number == number; });
        if (m_running == number) m_abandoned = true;
    }

private:
    struct Question {
        quint64 number = 0;
        Job job;
    };

    void run() {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [this] { return m_closed || m_reopen || !m_waiting.empty(); });
            if (m_closed) return m_database.reset();
            if (m_reopen) {
                m_database.reset();
                m_reopen = false;
                m_idle.notify_all();
                continue;
            }
            Question next = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_running = next.number;
            m_abandoned = false;
            const Result<Database*> open = opened();
            lock.unlock();
            answer(next, open);
            lock.lock();
            m_running = 0;
        }
    }

    /// One transaction, for a question may take several statements.
    static void answer(const Question& question, const Result<Database*>& open) {
        if (!open.ok()) return question.job(open);
        const Status begun = (*open)->execute("BEGIN");
        question.job(begun.ok() ? open : Result<Database*>(begun.error()));
        (void)(*open)->execute("COMMIT"); // nothing was written: it cannot matter
    }

    Result<Database*> opened() {
        if (m_database) return m_database.get();
        if (m_path.isEmpty()) return Error{ErrorCode::InvalidArgument, "No project is open."};
        auto open = Database::open(m_path, false);
        if (!open.ok()) return open.error();
        m_database = std::move(*open);
        sqlite3_progress_handler(m_database->handle(), kStepsBetweenLooks, isAbandoned, &m_abandoned);
        return m_database.get();
    }

    // Asked by SQLite while it works: a flag, because an interruption would miss the time between two statements.
    static int isAbandoned(void* flag) { return *static_cast<std::atomic<bool>*>(flag) ? 1 : 0; }

    std::mutex m_mutex;
    std::condition_variable m_wake, m_idle;
    std::deque<Question> m_waiting;
    quint64 m_running = 0;
    QString m_path;
    bool m_reopen = false, m_closed = false;
    std::atomic<bool> m_abandoned = false; ///< nobody waits for what is being read
    std::unique_ptr<Database> m_database;
    std::thread m_thread; // last: it starts when all else is there
};

ProjectReader::ProjectReader(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>()) {}
ProjectReader::~ProjectReader() = default;

void ProjectReader::setFile(const QString& path) {
    for (const QObject* asker : m_latest.keys()) disconnect(asker, &QObject::destroyed, this, nullptr);
    m_latest.clear();
    m_worker->setFile(path);
}

quint64 ProjectReader::begin(const QObject* asker) {
    if (const quint64 before = m_latest.value(asker)) m_worker->drop(before);
    else connect(asker, &QObject::destroyed, this, [this, asker] { forget(asker); });
    return m_latest[asker] = ++m_lastNumber;
}

void ProjectReader::post(quint64 number, Job job) { m_worker->add(number, std::move(job)); }

void ProjectReader::answered(std::function<void()> take) {
    QMetaObject::invokeMethod(this, std::move(take), Qt::QueuedConnection);
}

bool ProjectReader::end(const QObject* asker, quint64 number) {
    if (m_latest.value(asker) != number) return false;
    m_latest.remove(asker);
    disconnect(asker, &QObject::destroyed, this, nullptr);
    return true;
}

void ProjectReader::forget(const QObject* asker) {
    const quint64 number = m_latest.take(asker);
    if (!number) return;
    m_worker->drop(number);
    disconnect(asker, &QObject::destroyed, this, nullptr);
}

} // namespace rb::project
