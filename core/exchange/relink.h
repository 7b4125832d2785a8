#pragma once

#include "core/project/project.h"

#include <QStringList>

namespace rb::exchange {

struct Relinked {
    int relinked = 0;
    QStringList unfound;      ///< paths that are still missing
};

/// Finds pictures and clouds that are not where the project says, anywhere under `folder`: by SHA-256
/// where it is known, else by size and file name when just one file has both. One edit, "Relink media".
Result<Relinked> relinkMedia(project::Project& project, const QString& folder);

/// Writes the SHA-256 of up to `most` media that have none yet; returns how many still lack it. One edit.
Result<int> hashMedia(project::Project& project, int most);

/// Files that are there and have another size or content than when they were added.
QStringList changedMedia(const project::Project& project);

} // namespace rb::exchange
