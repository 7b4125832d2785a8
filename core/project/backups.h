#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace rb::project {

/// Rolling backups of a project: complete copies in the folder `NAME.backups` beside it, named by their
/// time. They are read through a connection of their own, so that backUp() may run on any thread while
/// the project is open and being edited.

/// Makes a backup unless the newest one holds the same edits already, and removes all but the newest
/// `keep`. Returns the path of the newest.
Result<QString> backUp(const QString& projectFile, int keep = 5);

/// A complete copy at `to`, with its journal, so that both can be merged later. It has its name only when it is whole.
Status copyProject(const QString& from, const QString& to);

/// Newest first.
QStringList backupsOf(const QString& projectFile);

/// Puts a backup in the project's place. What was there is kept as `NAME.replaced-TIME.rbproject`. Refused
/// while the project is open anywhere.
Status restoreBackup(const QString& backup, const QString& projectFile);

} // namespace rb::project
