#pragma once

#include "core/geometry/point_cloud.h"
#include "core/synthetic/captions.h"

#include <cstdint>
#include <string>

namespace rb::synthetic {

struct ObjectOptions {
    std::size_t points = 1024; ///< Cap3D files have 8192
    double noise = 0.006;      ///< metres, standard deviation along each axis
    CaptionStyle style = CaptionStyle::Plain;
};

struct ObjectCloud {
    geometry::PointCloud cloud; ///< centred on the mean, in the unit sphere, z up; no colours
    std::string name;           ///< "chair"
    std::string caption;        ///< "a tall chair"
};

/// Object `index` of `seed`: one piece of furniture sampled by area.
ObjectCloud makeObject(const ObjectOptions& options, std::uint64_t seed, std::uint64_t index);

} // namespace rb::synthetic
