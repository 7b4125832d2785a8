#pragma once

#include "core/synthetic/data_set.h"
#include "core/synthetic/glyphs.h"

namespace rb::synthetic {

/// Where one split's scenes come from and go to.
struct SplitJob {
    const DataSetOptions& options;
    std::filesystem::path folder; ///< of the split; exists
    /// Calls its argument with the index of every scene of the split, until it fails or the user stops.
    std::function<Status(const std::function<Status(std::uint64_t)>&)> eachScene;
};

/// With its parents; one that is there already is fine.
Status makeFolder(const std::filesystem::path& folder);

/// "000123"
std::string sixDigits(std::uint64_t index);

Status writePictureSplit(const SplitJob& job, const GlyphSet& glyphs);
Status writeObjectSplit(const SplitJob& job);
Status writeRoomSplit(const SplitJob& job);

} // namespace rb::synthetic
