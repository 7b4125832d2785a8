#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rb::viewer3d {

/// A pixel of the depth buffer: the point's depth (the bits of a float in [0, 1], which order as the float does) in the
/// upper half, the point's place in the octree in the lower. The smallest key is the nearest point.
using SplatKey = std::int64_t;
inline constexpr SplatKey kNoPoint = INT64_MAX;

/// How points become pixels: rows of a 4 x 4 matrix on (point - eye), made homogeneous; x and y are columns and rows of
/// the buffer, rows upwards. What lies outside [0, width) x [0, height) or depth [0, 1] goes to the cell `outside`.
struct PixelMap {
    float eye[3];
    float rows[4][4];
    float width, height;
    std::int32_t stride;
    std::int32_t outside;
};

/// Distances and what darkens with them; see eye-dome lighting (Boucheny 2009).
struct DepthCue {
    float a = 0, b = 0;      ///< distance = 1 / (a + b depth) in perspective, a + b depth when parallel
    bool parallel = false;
    float reference = 1;     ///< differences are relative to the distance itself, or to this when parallel
    float strength = 0;
    std::ptrdiff_t reach = 1; ///< pixels to the neighbours
};

/// The inner loops, compiled for several processors.
struct SplatKernels {
    /// Places points ([N, 3]) into the buffer; `first` is the octree's place of the first.
    void (*splat)(std::span<const float> points, std::uint32_t first, const PixelMap& map, SplatKey* buffer);
    /// into[i] = min(into[i], from[i]), and from[i] becomes kNoPoint.
    void (*takeMin)(SplatKey* into, SplatKey* from, std::size_t count);
    /// into[i] = the smallest of from[i] … from[i + window - 1].
    void (*windowMin)(SplatKey* into, const SplatKey* from, int window, std::size_t count);
    /// into[i] = min(into[i], from[i]).
    void (*minWith)(SplatKey* into, const SplatKey* from, std::size_t count);
    /// Depths of a row in [0, 1] and distances; kNoPoint: depth 1 and a distance beyond all.
    void (*depths)(const SplatKey* keys, const DepthCue& cue, float* depth, float* distance, std::size_t count);
    /// Darkening factors of a row from the distances of it and its neighbours, `stride` floats apart.
    void (*darken)(const float* distance, std::ptrdiff_t stride, const DepthCue& cue, float* factor, std::size_t count);
};

/// Those for this processor.
const SplatKernels& splatKernels();
/// Those that run on every processor; the others must give the same pixels.
const SplatKernels& plainSplatKernels();

} // namespace rb::viewer3d
