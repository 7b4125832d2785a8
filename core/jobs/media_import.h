#pragma once

#include "core/project/project.h"

#include <QStringList>

namespace rb::jobs {

/// Pictures and clouds at `paths`: files as they are, folders with what lies directly in them, by name. Endings that tables
/// have, too (.txt, .csv, .bin), are taken for clouds only where a file is named itself.
QStringList mediaAt(const QStringList& paths);

/// Whether the file name ends as pictures' do, and as pictures' or clouds'.
bool isPictureName(const QString& path);
bool isMediaName(const QString& path);

struct ImportOutcome {
    int added = 0;
    int known = 0;                 ///< were in the project already
    QStringList refused;           ///< one sentence each
    project::Id first = 0;         ///< the first of `paths`, new or known
};

/// Adds pictures and clouds to the project as one edit; only headers are read. Paths inside the project's
/// folder are kept relative to it.
Result<ImportOutcome> addMedia(project::Project& project, const QStringList& paths);

} // namespace rb::jobs
