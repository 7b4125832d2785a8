#pragma once

#include "viewer3d/camera/projection.h"
#include "viewer3d/splat/splat_kernels.h"
#include "viewer3d/splat/thread_team.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rb::viewer3d {

/// How the points that were drawn are coloured.
struct SplatStyle {
    std::span<const std::uint32_t> colors;   ///< in the octree's order, red in the lowest byte, alpha 255
    std::span<const std::uint64_t> selected; ///< one bit a point in the octree's order; may be shorter, or empty
    std::uint32_t selectedColor = 0xff00ffffU;
    int pointSize = 2;                       ///< pixels, 1 to 8; from 4 on without corners
    float eyeDome = 1;                       ///< strength of the depth cue; 0: none
    int eyeDomeReach = 1;                    ///< pixels
};

/// Whether a point's bit is set.
inline bool isSelected(const SplatStyle& style, std::uint32_t point) {
    return (point >> 6) < style.selected.size() && ((style.selected[point >> 6] >> (point & 63)) & 1) != 0;
}
/// What a point shows; 0, nothing, for one that has no colour.
inline std::uint32_t colorOf(const SplatStyle& style, std::uint32_t point) {
    if (point >= style.colors.size()) return 0;
    return isSelected(style, point) ? style.selectedColor : style.colors[point];
}

/// A finished picture, rows upwards. Alpha is 0 where there is no point. Valid until the next call.
struct SplatImage {
    int width = 0;
    int height = 0;
    std::span<const std::uint32_t> rgba;
    std::span<const float> depth; ///< of OpenGL's depth buffer, 0 … 1
};

/// Draws points on the processor, for machines whose OpenGL is emulated: every thread has a buffer of 64-bit keys of
/// depth and point, and the nearest wins; colours are looked up once a pixel, not once a point. Larger points are
/// the smallest key of a neighbourhood, so that their size costs nothing a point. One thread uses it at a time.
class SplatRenderer {
public:
    explicit SplatRenderer(int threads = 0, const SplatKernels& kernels = splatKernels());

    void setPoints(std::shared_ptr<const spatial::PointOctree> octree);
    /// Starts a picture of so many pixels, empty.
    void begin(const Projection& projection, int width, int height);
    /// Adds the own points of these nodes; what is there stays.
    void add(std::span<const std::uint32_t> nodes);
    SplatImage shade(const SplatStyle& style);
    /// The point shown at a pixel of the last picture, its place in the octree's order.
    std::optional<std::uint32_t> pointAt(int x, int y) const;

private:
    static constexpr int kMargin = 8; ///< around the picture, for points that reach in

    void merge();
    void widen(int size);
    void shadeRows(const SplatStyle& style, int begin, int end);
    SplatKey* row(std::vector<SplatKey>& buffer, int y) const { return buffer.data() + std::ptrdiff_t(y + kMargin) * m_stride + kMargin; }

    const SplatKernels& m_kernels;
    ThreadTeam m_team;
    std::shared_ptr<const spatial::PointOctree> m_octree;
    int m_width = 0;
    int m_height = 0;
    int m_stride = 0;
    PixelMap m_map{};
    DepthCue m_cue;
    std::vector<std::vector<SplatKey>> m_own; ///< a buffer a thread, with the cell for what lies outside at its end
    std::vector<SplatKey> m_merged;
    std::vector<SplatKey> m_across; ///< of widen()
    std::vector<SplatKey> m_narrow;
    std::vector<SplatKey> m_wide;
    const std::vector<SplatKey>* m_shown = nullptr;
    std::vector<float> m_distance; ///< with margins
    std::vector<float> m_depth;
    std::vector<std::uint32_t> m_rgba;
};

} // namespace rb::viewer3d
