#include "core/spatial/visible_surface.h"

#include "core/spatial/select_places.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace rb::spatial {
namespace {

/// A rectangle of whole pixels, ends exclusive.
struct PixelRect {
    int left = 0, top = 0, right = 0, bottom = 0;

    bool contains(int x, int y) const { return x >= left && x < right && y >= top && y < bottom; }
    bool empty() const { return left >= right || top >= bottom; }
};

/// Nearest depths of a part of the viewport.
class DepthBuffer {
public:
    explicit DepthBuffer(const PixelRect& rect)
        : m_rect(rect), m_depths(static_cast<std::size_t>(rect.right - rect.left) *
                                     static_cast<std::size_t>(rect.bottom - rect.top),
                                 std::numeric_limits<float>::infinity()) {}

    /// Covers the pixels whose middle lies in the square around the point, as OpenGL draws points.
    void draw(const ScreenPoint& point, double size) {
        const int left = std::max(m_rect.left, firstPixel(point.x - size / 2));
        const int right = std::min(m_rect.right, firstPixel(point.x + size / 2));
        const int top = std::max(m_rect.top, firstPixel(point.y - size / 2));
        const int bottom = std::min(m_rect.bottom, firstPixel(point.y + size / 2));
        const auto depth = static_cast<float>(point.depth);
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x) at(x, y) = std::min(at(x, y), depth);
    }

    bool shows(const ScreenPoint& point, double tolerance) {
        const int x = static_cast<int>(std::floor(point.x)), y = static_cast<int>(std::floor(point.y));
        return m_rect.contains(x, y) && static_cast<float>(point.depth) <= static_cast<double>(at(x, y)) + tolerance;
    }

    void add(const DepthBuffer& other) {
        for (std::size_t i = 0; i < m_depths.size(); ++i) m_depths[i] = std::min(m_depths[i], other.m_depths[i]);
    }

private:
    /// The first pixel whose middle is not left of (above) a coordinate.
    static int firstPixel(double coordinate) { return static_cast<int>(std::ceil(coordinate - 0.5)); }
    float& at(int x, int y) {
        return m_depths[static_cast<std::size_t>(y - m_rect.top) * static_cast<std::size_t>(m_rect.right - m_rect.left) +
                        static_cast<std::size_t>(x - m_rect.left)];
    }

    PixelRect m_rect;
    std::vector<float> m_depths;
};

/// What visibleSurfaceOnly() is asked about, and its steps.
class Surface {
public:
    Surface(const PointOctree& octree, const PointSelection& selection, const ScreenView& view, const SurfaceOptions& options)
        : m_octree(octree), m_selection(selection), m_projection(view), m_size(std::max(options.pointSize, 1.0)),
          m_tolerance(options.tolerance), m_threads(options.threads),
          m_seen(m_projection.frustumOf({0, 0, view.width, view.height})),
          m_viewport{0, 0, static_cast<int>(std::ceil(view.width)), static_cast<int>(std::ceil(view.height))} {}

    PointSelection visible() const {
        PointSelection result(m_octree.size());
        const PixelRect rect = pixelsOfSelection();
        if (rect.empty()) return result;
        DepthBuffer buffer = drawn(rect);
        inParts(result.words().size(), m_threads, [&](std::size_t begin, std::size_t end, std::size_t) {
            m_selection.forEachIn(begin, end, [&](std::size_t place) {
                const float* point = &m_octree.positions()[3 * place];
                if (m_seen.contains(point) && buffer.shows(m_projection(point), m_tolerance)) result.set(place);
            });
        });
        return result;
    }

private:
    PixelRect pixelsOfSelection() const {
        constexpr PixelRect kNone{std::numeric_limits<int>::max(), std::numeric_limits<int>::max(), 0, 0};
        std::mutex mutex;
        PixelRect all = kNone;
        inParts(m_selection.words().size(), m_threads, [&](std::size_t begin, std::size_t end, std::size_t) {
            PixelRect rect = kNone;
            m_selection.forEachIn(begin, end, [&](std::size_t place) {
                const float* point = &m_octree.positions()[3 * place];
                if (!m_seen.contains(point)) return;
                const ScreenPoint at = m_projection(point);
                const int x = static_cast<int>(std::floor(at.x)), y = static_cast<int>(std::floor(at.y));
                rect = {std::min(rect.left, x), std::min(rect.top, y), std::max(rect.right, x + 1),
                        std::max(rect.bottom, y + 1)};
            });
            const std::scoped_lock lock(mutex);
            all = {std::min(all.left, rect.left), std::min(all.top, rect.top), std::max(all.right, rect.right),
                   std::max(all.bottom, rect.bottom)};
        });
        return {std::max(all.left, 0), std::max(all.top, 0), std::min(all.right, m_viewport.right),
                std::min(all.bottom, m_viewport.bottom)};
    }

    /// All points that can cover a pixel of the rectangle.
    DepthBuffer drawn(const PixelRect& rect) const {
        const geometry::Box2 grown{rect.left - m_size, rect.top - m_size, rect.right - rect.left + 2 * m_size,
                                   rect.bottom - rect.top + 2 * m_size};
        const PointSelection candidates = selectPlaces(m_octree, ConvexRegion(m_projection.frustumOf(grown)), m_threads);
        DepthBuffer all(rect);
        std::mutex mutex;
        inParts(candidates.words().size(), m_threads, [&](std::size_t begin, std::size_t end, std::size_t) {
            DepthBuffer part(rect);
            candidates.forEachIn(begin, end, [&](std::size_t place) {
                part.draw(m_projection(&m_octree.positions()[3 * place]), m_size);
            });
            const std::scoped_lock lock(mutex);
            all.add(part);
        });
        return all;
    }

    const PointOctree& m_octree;
    const PointSelection& m_selection;
    Projection m_projection;
    double m_size;
    double m_tolerance;
    int m_threads;
    ConvexRegion m_seen;
    PixelRect m_viewport;
};

} // namespace

PointSelection visibleSurfaceOnly(const PointOctree& octree, const PointSelection& selection, const ScreenView& view,
                                  const SurfaceOptions& options) {
    return Surface(octree, selection, view, options).visible();
}

} // namespace rb::spatial
