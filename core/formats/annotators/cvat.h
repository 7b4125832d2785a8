#pragma once

#include "core/formats/format.h"

#include <nlohmann/json.hpp>

namespace rb::formats {

inline constexpr const char* kCvat = "cvat"; ///< also the key of what it keeps in extra

/// Captions are attributes called "caption", "caption_2", "caption_3", …
std::string cvatCaptionName(std::size_t index);
/// The index that such a name stands for.
std::optional<std::size_t> cvatCaptionIndex(const std::string& name);

/// What extra holds of a region or tag, under the key of the format.
namespace cvat_extra {
inline constexpr const char* kMarks = "marks";           ///< XML attributes as texts: "occluded", "z_order", …
inline constexpr const char* kAttributes = "attributes"; ///< <attribute> elements but captions, as texts
inline constexpr const char* kShape = "shape";           ///< geometry of what we keep as a box only
inline constexpr const char* kElement = "element";       ///< … and its element's name
inline constexpr const char* kMaskPixels = "mask_pixels";
inline constexpr const char* kTags = "tags";             ///< of a picture
inline constexpr const char* kLabel = "label";           ///< of a tag
} // namespace cvat_extra

/// Marks that say nothing: {"source": "manual", "occluded": "0", "z_order": "0"}.
const nlohmann::json& cvatUsualMarks();

Status readCvat(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeCvat(const RecordSource& source, const WriteOptions& options, OutputTree& output);

} // namespace rb::formats
