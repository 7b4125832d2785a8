#pragma once

#include "core/formats/format.h"

/// Files of programs in which people draw boxes.
namespace rb::formats {

/// One JSON file a picture. Dialects: "labelme", "x-anylabeling".
const Format& labelmeFormat();
/// CVAT XML 1.1 for images.
const Format& cvatFormat();
/// Pascal VOC, one XML file a picture.
const Format& vocFormat();
/// Ultralytics' data sets. Dialects: "detect", "segment", "obb": what each line of labels holds.
const Format& yoloFormat();

} // namespace rb::formats
