#include "viewer3d/splat/splat_renderer.h"

#include <algorithm>
#include <atomic>

namespace rb::viewer3d {
namespace {

constexpr std::size_t kChunk = 16384; // points a thread takes at a time

struct Run {
    std::uint32_t first;
    std::uint32_t count;
};

/// The points of the nodes in pieces that threads can share.
std::vector<Run> runsOf(std::span<const spatial::OctreeNode> all, std::span<const std::uint32_t> nodes) {
    std::vector<Run> runs;
    runs.reserve(nodes.size());
    for (const std::uint32_t index : nodes)
        for (std::uint32_t first = all[index].first; first < all[index].ownEnd; first += std::uint32_t(kChunk))
            runs.push_back({first, std::min(std::uint32_t(kChunk), all[index].ownEnd - first)});
    return runs;
}

PixelMap pixelMapOf(const Projection& projection, int width, int height, int margin) {
    PixelMap map{};
    const double w = width / 2.0, h = height / 2.0;
    // Points within the margin reach into the picture.
    const Mat4 toPixels{w, 0, 0, w + margin, 0, h, 0, h + margin, 0, 0, 0.5, 0.5, 0, 0, 0, 1};
    const Mat4 m = toPixels * projection.viewProjection();
    const Vec3d& eye = projection.camera().position;
    for (std::size_t k = 0; k < 3; ++k) map.eye[k] = float(eye[k]);
    // Subtracting the eye first keeps what is near it exact to the pixel, however far the origin is.
    for (std::size_t row = 0; row < 4; ++row) {
        double constant = m[4 * row + 3];
        for (std::size_t k = 0; k < 3; ++k) {
            map.rows[row][k] = float(m[4 * row + k]);
            constant += m[4 * row + k] * double(map.eye[k]);
        }
        map.rows[row][3] = float(constant);
    }
    map.stride = width + 2 * margin;
    map.width = float(width + 2 * margin);
    map.height = float(height + 2 * margin);
    map.outside = map.stride * (height + 2 * margin);
    return map;
}

DepthCue cueOf(const Projection& projection) {
    const ClipRange& clip = projection.clip();
    DepthCue cue;
    cue.parallel = projection.camera().parallel;
    cue.a = float(cue.parallel ? clip.near : 1 / clip.near);
    cue.b = float(cue.parallel ? clip.far - clip.near : 1 / clip.far - 1 / clip.near);
    cue.reference = float(projection.camera().parallelScale * 4);
    return cue;
}

std::uint32_t darkened(std::uint32_t rgba, float factor) {
    const auto f = std::uint32_t(factor * 256.0F);
    const std::uint32_t redBlue = (((rgba & 0x00ff00ffU) * f) >> 8) & 0x00ff00ffU, green = (((rgba & 0x0000ff00U) * f) >> 8) & 0x0000ff00U;
    return 0xff000000U | redBlue | green;
}

} // namespace

SplatRenderer::SplatRenderer(int threads, const SplatKernels& kernels) : m_kernels(kernels), m_team(threads) {
    m_own.resize(std::size_t(m_team.size()));
}

void SplatRenderer::setPoints(std::shared_ptr<const spatial::PointOctree> octree) {
    m_octree = std::move(octree);
    m_shown = nullptr;
    std::fill(m_merged.begin(), m_merged.end(), kNoPoint);
}

void SplatRenderer::begin(const Projection& projection, int width, int height) {
    m_map = pixelMapOf(projection, width, height, kMargin);
    m_cue = cueOf(projection);
    m_shown = nullptr;
    if (width != m_width || height != m_height) {
        m_width = width;
        m_height = height;
        m_stride = m_map.stride;
        const std::size_t cells = std::size_t(m_map.outside);
        for (std::vector<SplatKey>& buffer : m_own) buffer.assign(cells + 1, kNoPoint);
        m_merged.resize(cells);
        m_distance.assign(cells, 1e30F); // margins stay beyond all, so that nothing at the border darkens
        m_depth.resize(std::size_t(width) * std::size_t(height));
        m_rgba.resize(m_depth.size());
    }
    m_team.runRanges(height + 2 * kMargin, [this](int begin, int end) {
        std::fill(m_merged.begin() + std::ptrdiff_t(begin) * m_stride, m_merged.begin() + std::ptrdiff_t(end) * m_stride, kNoPoint);
    });
}

void SplatRenderer::add(std::span<const std::uint32_t> nodes) {
    if (!m_octree || m_width == 0) return;
    const std::vector<Run> runs = runsOf(m_octree->nodes(), nodes);
    const float* positions = m_octree->positions().data();
    std::atomic<std::size_t> next = 0;
    m_team.run([&](int number) {
        SplatKey* buffer = m_own[std::size_t(number)].data();
        for (std::size_t i = next++; i < runs.size(); i = next++)
            m_kernels.splat({positions + 3 * std::size_t(runs[i].first), 3 * std::size_t(runs[i].count)}, runs[i].first, m_map, buffer);
    });
    merge();
}

void SplatRenderer::merge() {
    m_team.runRanges(m_height + 2 * kMargin, [this](int begin, int end) {
        const std::size_t from = std::size_t(begin) * std::size_t(m_stride), count = std::size_t(end - begin) * std::size_t(m_stride);
        for (std::vector<SplatKey>& buffer : m_own) m_kernels.takeMin(m_merged.data() + from, buffer.data() + from, count);
    });
}

void SplatRenderer::widen(int size) {
    const int before = (size - 1) / 2;
    const bool round = size >= 4;
    m_across.resize(m_merged.size());
    m_wide.resize(m_merged.size());
    if (round) m_narrow.resize(m_merged.size());
    const auto pixels = std::size_t(m_width);
    m_team.runRanges(m_height + 2 * kMargin, [&](int begin, int end) {
        for (int y = begin - kMargin; y < end - kMargin; ++y) {
            m_kernels.windowMin(row(m_across, y), row(m_merged, y) - before, size, pixels);
            if (round) m_kernels.windowMin(row(m_narrow, y), row(m_merged, y) - before + 1, size - 2, pixels);
        }
    });
    m_team.runRanges(m_height, [&](int begin, int end) {
        for (int y = begin; y < end; ++y) {
            std::copy_n(row(round ? m_narrow : m_across, y - before), pixels, row(m_wide, y));
            for (int d = 1; d < size; ++d)
                m_kernels.minWith(row(m_wide, y), row(round && d == size - 1 ? m_narrow : m_across, y - before + d), pixels);
        }
    });
}

SplatImage SplatRenderer::shade(const SplatStyle& style) {
    const int size = std::clamp(style.pointSize, 1, kMargin);
    if (m_width == 0) return {};
    if (size > 1) widen(size);
    m_shown = size > 1 ? &m_wide : &m_merged;
    m_cue.strength = style.eyeDome;
    m_cue.reach = std::clamp(style.eyeDomeReach, 1, kMargin);
    m_team.runRanges(m_height, [this](int begin, int end) {
        for (int y = begin; y < end; ++y)
            m_kernels.depths(m_shown->data() + (row(m_merged, y) - m_merged.data()), m_cue, m_depth.data() + std::ptrdiff_t(y) * m_width,
                             m_distance.data() + (row(m_merged, y) - m_merged.data()), std::size_t(m_width));
    });
    m_team.runRanges(m_height, [&](int begin, int end) { shadeRows(style, begin, end); });
    return {m_width, m_height, m_rgba, m_depth};
}

void SplatRenderer::shadeRows(const SplatStyle& style, int begin, int end) {
    std::vector<float> factors(std::size_t(m_width), 1.0F);
    for (int y = begin; y < end; ++y) {
        const std::ptrdiff_t at = row(m_merged, y) - m_merged.data();
        if (style.eyeDome > 0) m_kernels.darken(m_distance.data() + at, m_stride, m_cue, factors.data(), std::size_t(m_width));
        const SplatKey* keys = m_shown->data() + at;
        std::uint32_t* line = m_rgba.data() + std::ptrdiff_t(y) * m_width;
        for (int x = 0; x < m_width; ++x) {
            const std::uint32_t color = keys[x] == kNoPoint ? 0 : colorOf(style, static_cast<std::uint32_t>(keys[x]));
            line[x] = color == 0 ? 0 : darkened(color, factors[std::size_t(x)]);
        }
    }
}

std::optional<std::uint32_t> SplatRenderer::pointAt(int x, int y) const {
    if (!m_shown || x < 0 || y < 0 || x >= m_width || y >= m_height) return std::nullopt;
    const SplatKey key = (*m_shown)[std::size_t(y + kMargin) * std::size_t(m_stride) + std::size_t(x + kMargin)];
    if (key == kNoPoint) return std::nullopt;
    return static_cast<std::uint32_t>(key);
}

} // namespace rb::viewer3d
