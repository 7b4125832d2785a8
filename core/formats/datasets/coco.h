#pragma once

#include "core/formats/format.h"
#include "core/formats/json_list.h"

namespace rb::formats {

Status readCoco(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeCoco(const RecordSource& source, const WriteOptions& options, OutputTree& output);

/// What follows the stem in the name of the file that holds the captions.
inline constexpr const char* kCocoTwin = "_captions.json";

/// The file of captions: an image for each captioned picture and region. `ownPictureIds`: see OwnIds.
Status writeCocoCaptions(const RecordSource& source, bool ownPictureIds, FileSink& sink);

/// An entry of `images`; the id is a number, or that of a box (coco_box_id.h).
Json cocoImage(const Json& id, const PictureRecord& picture);

} // namespace rb::formats
