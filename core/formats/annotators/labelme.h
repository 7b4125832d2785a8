#pragma once

#include "core/formats/format.h"

namespace rb::formats {

inline constexpr const char* kLabelme = "labelme";        ///< also the key of what it keeps in extra
inline constexpr const char* kXAnyLabeling = "x-anylabeling";

/// Key of extra: type and points of what we keep as a box only.
inline constexpr const char* kOriginal = "original_shape";

bool looksLikeLabelme(const std::filesystem::path& file);

Status readLabelme(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeLabelme(const RecordSource& source, const WriteOptions& options, OutputTree& output);

} // namespace rb::formats
