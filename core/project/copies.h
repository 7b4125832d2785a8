#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace rb::project {

// Complete copies of a project that lie beside it: snapshots that somebody asked for (`NAME.TIME WHAT.rbproject`), rolling
// backups in the folder `NAME.backups`, and what was kept when a file was replaced or brought up to date. They are
// read through a connection of their own, so that all of this may run on any thread while the project is open and being
// edited. A copy has its name only when it is whole; one that was stopped leaves nothing.

struct ProjectCopy {
    enum class Kind {
        Snapshot,       ///< stays until somebody deletes it
        Backup,         ///< gives way to newer ones
        Replaced,       ///< what was there when a copy took its place
        OlderVersion    ///< what was there before the file was brought up to date
    };
    Kind kind = Kind::Snapshot;
    QString file;
    QString name;       ///< that a snapshot was given
    QDateTime time;     ///< when it was made
    qint64 bytes = 0;
};

/// Newest first.
std::vector<ProjectCopy> copiesOf(const QString& projectFile);

/// A snapshot; its path. Without a name, the newest one where that holds the same edits already.
Result<QString> takeSnapshot(const QString& projectFile, const QString& name = {}, const std::stop_token& stop = {});

inline constexpr int kKeptBackups = 5;

/// Makes a backup unless the newest one holds the same edits already, and removes all but the newest
/// `keep`. Returns the path of the newest.
Result<QString> backUp(const QString& projectFile, int keep = kKeptBackups, const std::stop_token& stop = {});

/// Paths of the backups alone, newest first.
QStringList backupsOf(const QString& projectFile);

/// A complete copy at `to`, with its journal, so that both can be merged later.
Status copyProject(const QString& from, const QString& to, const std::stop_token& stop = {});

/// Puts a copy in the project's place. What was there is kept as `NAME.replaced-TIME.rbproject`. Refused
/// while the project is open anywhere.
Status restoreCopy(const QString& copy, const QString& projectFile);

} // namespace rb::project
