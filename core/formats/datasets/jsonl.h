#pragma once

#include "core/formats/format.h"

/// One JSON object a line:
/// - `image` (path), `width`, `height`, `image_id`, `split`: of the picture, on each of its lines.
/// - A line with a box is a region: `id`, `box_xyxy`, `shape` (jsonl_shape.h), `label` or `category`,
///   `score`, `captions` (caption_json.h), `hidden`, `locked`, `extra`.
/// - A line without box, shape and id is the picture itself: `captions` and `extra` of the whole picture.
/// Keys of other names go into `extra`, under "jsonl". What is empty or unknown is left out.
namespace rb::formats {

inline constexpr const char* kJsonl = "jsonl"; ///< the format's name, also in `extra`

Status readJsonl(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeJsonl(const RecordSource& source, const WriteOptions& options, OutputTree& output);

} // namespace rb::formats
