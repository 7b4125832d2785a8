#pragma once

#include "core/formats/format.h"

namespace rb::formats {

inline constexpr const char* kVisualGenome = "visual_genome"; ///< the format's name, also in `extra`
inline constexpr const char* kGenomeRegions = "region_descriptions.json";
inline constexpr const char* kGenomePictures = "image_data.json";

Status readVisualGenome(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeVisualGenome(const RecordSource& source, const WriteOptions& options, OutputTree& output);

} // namespace rb::formats
