#pragma once

#include "core/project/database.h"
#include "core/project/records.h"

#include <vector>

namespace rb::project {

/// What was shown at a place from one edit to the next.
struct CaptionVersion {
    QDateTime time;        ///< of the edit, UTC
    QString edit;          ///< its name
    QString text;          ///< empty: nothing was shown any more
    CaptionState state = CaptionState::Draft;
    CaptionSource source = CaptionSource::Human;
    QString model, adapter;
};

/// How the shown caption of a region (or, with region 0, of the picture as a whole) came to be what it is, oldest first,
/// read off the journal. What was taken back is left out. Looks at every edit: ask it of a ProjectReader.
Result<std::vector<CaptionVersion>> captionHistory(const Database& database, Id media, Id region);

} // namespace rb::project
