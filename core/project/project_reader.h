#pragma once

#include "core/base/result.h"
#include "core/project/database.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace rb::project {

/// Reads a project file on a thread of its own through a connection of its own, so that who asks never waits. A
/// question sees what was committed when its reading began. Made and used on one thread; answers arrive there.
class ProjectReader : public QObject {
    Q_OBJECT

public:
    explicit ProjectReader(QObject* parent = nullptr);
    /// Interrupts what is being read, and waits for the thread.
    ~ProjectReader() override;

    /// The file to read from now on; empty: none. Returns when the one before is closed; its answers never come.
    void setFile(const QString& path);

    /// Runs `read(const Database&)`, which gives a Result, on the reading thread, and then `take(result)` here. An asker
    /// has one question at a time: a new one takes the place of the last, which is interrupted when it runs and is
    /// never answered. Nor is an asker that has gone.
    template <typename Read, typename Take>
    void ask(const QObject* asker, Read read, Take take) {
        const quint64 number = begin(asker);
        post(number, [this, asker, number, read = std::move(read), take = std::move(take)](const Result<Database*>& open) {
            using Answer = std::invoke_result_t<Read, const Database&>;
            auto answer = std::make_shared<Answer>(open.ok() ? read(std::as_const(**open)) : Answer(open.error()));
            answered([this, asker, number, answer, take] {
                if (end(asker, number)) take(std::move(*answer));
            });
        });
    }
    /// Whether an answer for `asker` is on its way.
    bool isAsked(const QObject* asker) const { return m_latest.contains(asker); }
    bool isBusy() const { return !m_latest.isEmpty(); }
    void forget(const QObject* asker);

private:
    class Worker;
    using Job = std::function<void(const Result<Database*>&)>;
    quint64 begin(const QObject* asker);
    void post(quint64 number, Job job);
    void answered(std::function<void()> take); ///< on the reading thread
    bool end(const QObject* asker, quint64 number);

    QHash<const QObject*, quint64> m_latest; ///< the question that an asker still waits for
    quint64 m_lastNumber = 0;
    std::unique_ptr<Worker> m_worker;
};

} // namespace rb::project
