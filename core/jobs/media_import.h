#pragma once

#include "core/project/project.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace rb::jobs {

/// Pictures and clouds at `paths`: files as they are, folders with what lies in them and in their folders, by name; hidden
/// folders and those that projects keep beside them are left out. Endings that tables have, too (.txt, .csv, .bin), are
/// taken for clouds only where a file is named itself.
QStringList mediaAt(const QStringList& paths, const std::stop_token& stop = {});

/// Whether the file name ends as pictures' do, and as pictures' or clouds'.
bool isPictureName(const QString& path);
bool isMediaName(const QString& path);

/// What headers say of files that are not in a project yet.
struct ReadMedia {
    std::vector<project::Media> fresh;
    int known = 0;                 ///< are in the project already
    QStringList refused;           ///< one sentence each
    project::Id firstKnown = 0;
};

/// Only headers are read; takes a while for a hundred thousand. `project` may be a connection of the caller's own, so any
/// thread may do this. Paths inside the project's folder are kept relative to it. Fails when it is stopped.
Result<ReadMedia> readMedia(const project::Project& project, const QStringList& paths, const std::stop_token& stop = {});

struct InsertedMedia {
    project::Id first = 0; ///< 0: none is new
    int added = 0;
};

/// Adds them as one edit, but for those that came in meanwhile; on the project's thread.
Result<InsertedMedia> insertMedia(project::Project& project, const std::vector<project::Media>& media);

} // namespace rb::jobs
