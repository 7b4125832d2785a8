#pragma once

#include "core/project/project.h"

#include <QStringList>

namespace rb::jobs {

/// Picture files at `paths`: files as they are, folders with the pictures directly in them, by name.
QStringList picturesAt(const QStringList& paths);

/// Whether the file name ends as pictures' do.
bool isPictureName(const QString& path);

struct ImportOutcome {
    int added = 0;
    int known = 0;                 ///< were in the project already
    QStringList refused;           ///< one sentence each
    project::Id first = 0;         ///< the first picture of `paths`, new or known
};

/// Adds pictures to the project as one edit; only headers are read. Paths inside the project's
/// folder are kept relative to it.
Result<ImportOutcome> addPictures(project::Project& project, const QStringList& paths);

} // namespace rb::jobs
