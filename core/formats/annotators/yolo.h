#pragma once

#include "core/formats/format.h"

namespace rb::formats {

inline constexpr const char* kYolo = "yolo";
inline constexpr const char* kYoloDetect = "detect";   ///< dialects: boxes,
inline constexpr const char* kYoloSegment = "segment"; ///< outlines,
inline constexpr const char* kYoloObb = "obb";         ///< four corners of turned boxes
inline constexpr const char* kYoloNoSplit = "all";     ///< folder of pictures without a split

/// A split becomes a folder and a key of data.yaml: other texts than plain words have no place.
bool yoloHoldsSplit(const std::string& split);

Status readYolo(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeYolo(const RecordSource& source, const WriteOptions& options, OutputTree& output);

} // namespace rb::formats
