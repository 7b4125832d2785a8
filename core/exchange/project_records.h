#pragma once

#include "core/formats/format.h"
#include "core/project/project.h"

#include <QSet>

#include <functional>
#include <optional>
#include <stop_token>

namespace rb::exchange {

/// Which captions leave the project.
enum class CaptionChoice {
    AcceptedElseDraft, ///< for each region the accepted captions, or its shown draft
    AcceptedOnly,
    All,               ///< rejected and alternative ones too, for formats that say which is which
};

struct ExportOptions {
    CaptionChoice captions = CaptionChoice::AcceptedElseDraft;
    std::optional<QSet<project::Id>> media;   ///< only these pictures
    std::optional<QSet<project::Id>> regions; ///< only these regions; captions of whole pictures stay
    std::string split;                        ///< only this split; empty: all
    std::stop_token stop = {};                ///< ends the reading, which then fails with Cancelled
    std::function<void(int)> progress = {};   ///< called with the number of pictures and clouds written so far
};

/// Whether a medium is among those that the options choose.
bool isChosen(const project::Media& media, const ExportOptions& options);
/// What a reading that was stopped fails with.
Error exportStopped();

/// One medium as the formats see it. Captions that stay are counted in `tally` when it is given.
formats::PictureRecord recordOf(const project::Project& project, const project::Media& media, const ExportOptions& options,
                                formats::LossTally* tally = nullptr);

/// The pictures of a project, one at a time, in the order of Project::allMedia(). Clouds are left out.
/// Used on the project's thread; `project` outlives it.
formats::RecordSource recordsOf(const project::Project& project, const ExportOptions& options);

/// And back: the records' fields as rows, ids and references left for the caller.
project::Caption captionFrom(const formats::CaptionRecord& record, project::CaptionState stateIfUnsaid);
project::Region regionFrom(const formats::RegionRecord& record);

} // namespace rb::exchange
