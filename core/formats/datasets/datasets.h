#pragma once

#include "core/formats/format.h"

/// Files that hold a whole data set: one file, or two beside each other, for all of its pictures.
namespace rb::formats {

/// COCO instances with `caption` and `captions` added to annotations, COCO captions, captions of regions
/// under synthetic picture ids (coco_box_id.h), and lists of results. Written as `<stem>.json` and
/// `<stem>_captions.json`; reading the first takes the captions of whole pictures from the second.
/// A list of results names no files: its pictures are called `<image_id>.jpg`.
const Format& cocoFormat();

/// A file `refs(….).p`, or its folder (then unc comes before umd and google), with instances.json beside it.
const Format& refcocoFormat();

/// region_descriptions.json, or its folder, with image_data.json beside it for sizes and paths;
/// without that, pictures are called `<id>.jpg`. Written as a folder of these two files.
const Format& visualGenomeFormat();

/// RegionBLIP's own list: `[{"image", "image_id", "bbox": [x, y, w, h], "caption"}]`, one entry a caption.
const Format& regionBlipFormat();

/// The program's own plain form: one JSON object a line for each region (see jsonl.h), nothing lost.
const Format& jsonlFormat();

} // namespace rb::formats
