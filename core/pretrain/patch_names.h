#pragma once

#include "core/synthetic/picture_scene.h"

#include <cstdint>
#include <vector>

namespace rb::pretrain {

/// What each cell of a `side` × `side` grid over the picture shows: `names[object]`, `background` where no
/// object is seen, train::kUnclear in between. By drawn pixels, not by boxes.
std::vector<std::int64_t> patchNames(const synthetic::PictureScene& scene, const std::vector<std::int64_t>& names, int side,
                                     std::int64_t background);

/// How much of each cell a box covers, as parts that add up to 1. `box` is x1 y1 x2 y2 in [0, 1].
std::vector<float> patchShares(const float* box, int side);

} // namespace rb::pretrain
