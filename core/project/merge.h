#pragma once

#include "core/project/project.h"

#include <QStringList>

namespace rb::project {

/// What merging another copy brought.
struct MergeReport {
    int edits = 0;          ///< of the other copy, made since the two parted
    int rows = 0;           ///< of them taken
    QStringList conflicts;  ///< one sentence for each row where this project's version stays
};

/// Takes over what was done in another copy of the same project since the two parted, as one edit. The
/// copies part at the first edit of their journals that differs. Where both changed the same row, or one
/// deleted what the other changed, this project's version stays and the report says so. Refused when
/// the two have no history in common.
Result<MergeReport> mergeFrom(Project& project, const QString& otherFile);

} // namespace rb::project
