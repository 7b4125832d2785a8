#pragma once

#include "core/project/project.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace rb::ui {

/// Does one piece of work after another on a thread of its own. Used on the GUI thread, where the answers arrive.
class Background : public QObject {
    Q_OBJECT

public:
    explicit Background(QObject* parent = nullptr) : QObject(parent) { m_pool.setMaxThreadCount(1); }
    ~Background() override { stop(); }

    /// `work(std::stop_token)` on the thread, then `take(answer)` here. The work gets copies, and ends soon when it is
    /// asked to stop.
    template <typename Work, typename Take>
    void run(Work work, Take take) {
        ++m_pending;
        m_pool.start([this, work = std::move(work), take = std::move(take), stop = m_stop.get_token(), round = m_round]() mutable {
            using Answer = decltype(work(stop));
            auto answer = std::make_shared<Answer>(work(stop));
            QMetaObject::invokeMethod(this, [this, answer, take, round] {
                if (round != m_round) return;
                --m_pending;
                take(std::move(*answer));
            }, Qt::QueuedConnection);
        });
    }

    /// The same for what reads a project, by a connection of its own: `read(const Project&, std::stop_token)` gives a Result.
    template <typename Read, typename Take>
    void read(const QString& projectFile, Read read, Take take) {
        using Answer = std::invoke_result_t<Read, const project::Project&, const std::stop_token&>;
        run([projectFile, read = std::move(read)](const std::stop_token& stop) -> Answer {
            const auto project = project::Project::open(projectFile);
            return project.ok() ? read(std::as_const(**project), stop) : Answer(project.error());
        }, std::move(take));
    }

    /// What is being done ends soon, and answers all the same; nothing can be begun any more.
    void askToStop() { m_stop.request_stop(); }
    bool isBusy() const { return m_pending > 0; }
    /// Ends what is being done, and waits for that; nothing of it is answered.
    void stop() {
        m_stop.request_stop();
        m_pool.clear();
        m_pool.waitForDone();
        m_stop = {};
        m_pending = 0;
        ++m_round;
    }

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
    int m_pending = 0;
    quint64 m_round = 0; ///< of the last stop()
};

} // namespace rb::ui
