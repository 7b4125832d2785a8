#pragma once

#include "core/geometry/box3.h"
#include "core/geometry/point_cloud.h"
#include "core/media/image.h"
#include "core/vlm/model_config.h"

#include <ATen/core/Tensor.h>

namespace rb::vlm {

/// The picture as the vision encoder sees it, `[3, S, S]` float32: resized straight to S × S as PIL
/// does, scaled and normalised.
at::Tensor pixelsOf(const media::Image& image, const ModelConfig& config);

/// What the point encoder wants of a cloud.
struct InputPoints {
    bool scene = false; ///< `scenePoints` of them in metres; else `objectPoints`, centred and scaled to the unit sphere
    bool color = false; ///< the cloud must have colours then
};

/// The points the point encoder sees, `[N, 3]` float32, or `[N, 6]` with r g b in [0, 1].
at::Tensor pointsOf(const geometry::PointCloud& cloud, const ModelConfig& config, InputPoints input, std::uint64_t seed);

/// A box's 24 corner values in the order the model was trained with.
std::array<float, 24> cornersOf(const geometry::Box3& box, const ModelConfig& config);

} // namespace rb::vlm
