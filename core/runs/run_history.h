#pragma once

#include "core/runs/run_data.h"
#include "core/runs/run_settings.h"
#include "core/runs/run_summary.h"

#include <QDateTime>
#include <QObject>

namespace rb::runs {

struct Run {
    QString id;      ///< name of its folder
    QString name;    ///< for people
    QDateTime created;
    RunSettings settings;
    RunDataSummary data;
    bool queued = false; ///< waits for its turn
    RunSummary summary;

    bool active() const { return jobs::isActive(summary.state); }
    /// It did not finish, and can go on.
    bool resumable() const { return jobs::isResumable(summary.state); }
};

/// The runs of a project, as folders in one folder: `<id>/run.json` (name, settings, data), `data/` (the captions as they were),
/// and what the trainer writes: `log.jsonl`, `checkpoints/`, `adapter.safetensors`. Nothing is kept in memory, so that several
/// windows and terminals may look at the same folder. What is deleted goes to `trash/` and comes back from there.
class RunHistory : public QObject {
    Q_OBJECT

public:
    /// `folder` is made by the first run.
    explicit RunHistory(QString folder, QObject* parent = nullptr);

    const QString& folder() const { return m_folder; }
    QString pathOf(const QString& id) const { return m_folder + QLatin1Char('/') + id; }
    QString dataOf(const QString& id) const { return pathOf(id) + QStringLiteral("/data"); }
    /// Newest first.
    std::vector<Run> runs() const;
    std::optional<Run> run(const QString& id) const;
    /// The one that waits longest.
    std::optional<Run> nextInQueue() const;

    /// A new run that waits in the queue; its captions are written down.
    Result<Run> create(const QString& name, const RunSettings& settings, const std::vector<RunItem>& items);
    Status rename(const QString& id, const QString& name);
    Status setQueued(const QString& id, bool queued);
    /// Refused while it trains.
    Status remove(const QString& id);
    /// Takes the last remove() of this run back.
    Status restore(const QString& id);

Q_SIGNALS:
    void changed();

private:
    Status write(const Run& run);
    QString freeId() const;

    QString m_folder;
};

} // namespace rb::runs
