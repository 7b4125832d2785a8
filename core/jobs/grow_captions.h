#pragma once

#include "core/jobs/grow_request.h"

#include <stop_token>

namespace rb::jobs {

/// Boxes, captions and scores of one picture, on the thread that owns `captioner`. A caption is scored on what it was written
/// of: a crop by the whole picture's heads, a region by its own; where the region modality has no ITM head (released models
/// have none) the probability is that of the crop, found only when one is asked for. Refused: a model without the parts that compare texts, and without any ITM
/// head when a probability is asked for.
Result<GrowAnswer> grownCaptions(vlm::RegionCaptioner& captioner, const GrowRequest& request, std::stop_token stop);

/// Gives every caption of one picture its verdict, by its scores.
void judge(std::vector<GrownCaption>& captions, const GrowOptions& options);

} // namespace rb::jobs
