#pragma once

#include "core/formats/datasets/coco_tables.h"
#include "core/formats/loss_tally.h"

namespace rb::formats {

/// The region of an annotation, without its captions. An outline that the shape cannot hold
/// stays in `extra` with the box that it belongs to. Refusals are kept in `fields`.
RegionRecord cocoRegion(RecordFields& fields, const CocoTables& tables, LossTally& tally);

} // namespace rb::formats
