#pragma once

#include "core/project/project.h"

#include <QHash>
#include <QStringList>

#include <stop_token>

namespace rb::exchange {

struct FoundMedia {
    QHash<project::Id, QString> files; ///< where they are now
    QStringList unfound;               ///< paths that are still missing
};

/// Finds pictures and clouds that are not where the project says, anywhere under `folder`: by SHA-256
/// where it is known, else by size and file name when just one file has both. `projectFolder` is that of the project's
/// file. Reads files; may be called from any thread. Fails when it is stopped.
Result<FoundMedia> findMedia(const project::Database& database, const QString& projectFolder, const QString& folder, const std::stop_token& stop = {});

/// Writes down where they are: one edit, "Relink media"; none when nothing was found.
Status relinkMedia(project::Project& project, const FoundMedia& found);

/// Writes the SHA-256 of up to `most` media that have none yet; returns how many still lack it. One edit.
Result<int> hashMedia(project::Project& project, int most);

/// Files that are there and have another size or content than when they were added.
QStringList changedMedia(const project::Project& project);

} // namespace rb::exchange
