#include "core/spatial/octree_builder.h"

#include "core/base/splitmix64.h"
#include "core/spatial/parallel.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rb::spatial {
namespace {

/// The first level whose cells tell two codes apart; kMortonLevels + 1 when none does.
std::size_t levelThatSeparates(std::uint64_t a, std::uint64_t b) {
    if (a == b) return kMortonLevels + 1;
    const int highest = 63 - std::countl_zero(a ^ b);
    return static_cast<std::size_t>(kMortonLevels - highest / 3);
}

std::uint64_t cellAt(std::uint64_t code, int level) { return code >> (3 * (kMortonLevels - level)); }

} // namespace

OctreeBuilder::OctreeBuilder(MortonOrder& points, const OctreeOptions& options)
    : m_points(points), m_leafPoints(std::max(options.leafPoints, 1U)),
      m_samplePoints(std::max(options.samplePoints, 1U)), m_threads(options.threads) {}

Result<std::vector<OctreeNode>> OctreeBuilder::build(const std::stop_token& stop) {
    std::vector<OctreeNode> nodes;
    if (m_points.codes.empty()) return nodes;
    nodes.emplace_back().end = static_cast<std::uint32_t>(m_points.codes.size());
    for (std::size_t begin = 0; begin < nodes.size();) {
        const std::size_t end = nodes.size();
        std::vector<Children> children(end - begin);
        forEachTask(children.size(), m_threads, [&](std::size_t i) {
            if (!stop.stop_requested()) children[i] = split(nodes[begin + i]);
        });
        if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "Building the cloud's octree was stopped."};
        for (std::size_t i = 0; i < children.size(); ++i) {
            for (std::size_t child = 0; child < children[i].size(); ++child) {
                nodes[begin + i].children[child] = static_cast<std::uint32_t>(nodes.size());
                nodes.push_back(children[i][child]);
            }
        }
        begin = end;
    }
    return nodes;
}

OctreeBuilder::Children OctreeBuilder::split(OctreeNode& node) {
    const std::size_t count = node.end - node.first;
    const bool alike = m_points.codes[node.first] == m_points.codes[node.end - 1];
    if (count <= std::max(m_leafPoints, m_samplePoints) || alike) {
        node.ownEnd = node.end;
        node.spacing = spacing(samplingFor(node, count / 2), count);
        return {};
    }
    const Sampling sampling = samplingFor(node, m_samplePoints);
    moveToFront(node, chosen(node, sampling, m_samplePoints));
    node.spacing = spacing(sampling, node.ownEnd - node.first);
    return childrenOf(node);
}

OctreeBuilder::Sampling OctreeBuilder::samplingFor(const OctreeNode& node, std::size_t wanted) const {
    std::array<std::size_t, kMortonLevels + 2> separated{};
    for (std::size_t i = node.first + std::size_t{1}; i < node.end; ++i)
        ++separated[levelThatSeparates(m_points.codes[i - 1], m_points.codes[i])];
    Sampling sampling{node.level, 1, 2};
    while (sampling.level < kMortonLevels && sampling.cells < wanted) {
        const std::size_t more = separated[static_cast<std::size_t>(++sampling.level)];
        sampling.dimension = std::log2(static_cast<double>(sampling.cells + more) / static_cast<double>(sampling.cells));
        sampling.cells += more;
    }
    sampling.dimension = std::clamp(sampling.dimension, 1.0, 3.0);
    return sampling;
}

// Every n-th cell along the Z curve, n = cells / wanted, and in it any point: neighbours on the curve are neighbours in
// space, so this is a stratified sample with just the wanted number of points.
std::vector<std::uint32_t> OctreeBuilder::chosen(const OctreeNode& node, const Sampling& sampling,
                                                 std::size_t wanted) const {
    std::vector<std::uint32_t> places;
    places.reserve(std::min(wanted, sampling.cells));
    std::uint64_t due = 0;
    for (std::size_t begin = node.first, end = begin; begin < node.end; begin = end) {
        const std::uint64_t cell = cellAt(m_points.codes[begin], sampling.level);
        for (end = begin + 1; end < node.end && cellAt(m_points.codes[end], sampling.level) == cell;) ++end;
        due += std::min(wanted, sampling.cells);
        if (due < sampling.cells) continue;
        due -= sampling.cells;
        const std::uint64_t any = splitMixed(cell + kSplitMixStep * (node.level + std::uint64_t{1}));
        places.push_back(static_cast<std::uint32_t>(begin + any % (end - begin)));
    }
    return places;
}

void OctreeBuilder::moveToFront(OctreeNode& node, const std::vector<std::uint32_t>& places) {
    std::vector<std::uint64_t> codes(places.size());
    std::vector<std::uint32_t> order(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        codes[i] = m_points.codes[places[i]];
        order[i] = m_points.order[places[i]];
    }
    // The others close up towards the end, from the last gap on.
    std::ptrdiff_t gapAfter = node.end;
    for (std::size_t i = places.size(); i-- > 0;) {
        const std::ptrdiff_t begin = static_cast<std::ptrdiff_t>(places[i]) + 1;
        const std::ptrdiff_t to = gapAfter + static_cast<std::ptrdiff_t>(places.size() - 1 - i);
        std::move_backward(m_points.codes.begin() + begin, m_points.codes.begin() + gapAfter, m_points.codes.begin() + to);
        std::move_backward(m_points.order.begin() + begin, m_points.order.begin() + gapAfter, m_points.order.begin() + to);
        gapAfter = begin - 1;
    }
    const std::ptrdiff_t first = node.first, own = static_cast<std::ptrdiff_t>(places.size());
    std::move_backward(m_points.codes.begin() + first, m_points.codes.begin() + gapAfter,
                       m_points.codes.begin() + gapAfter + own);
    std::move_backward(m_points.order.begin() + first, m_points.order.begin() + gapAfter,
                       m_points.order.begin() + gapAfter + own);
    std::copy(codes.begin(), codes.end(), m_points.codes.begin() + first);
    std::copy(order.begin(), order.end(), m_points.order.begin() + first);
    node.ownEnd = node.first + static_cast<std::uint32_t>(places.size());
}

OctreeBuilder::Children OctreeBuilder::childrenOf(const OctreeNode& node) const {
    Children children;
    const auto codes = m_points.codes.begin();
    const int level = node.level + 1;
    for (std::uint32_t begin = node.ownEnd; begin < node.end;) {
        const std::uint64_t cell = cellAt(m_points.codes[begin], level);
        const auto end = std::partition_point(codes + begin, codes + node.end,
                                              [&](std::uint64_t code) { return cellAt(code, level) == cell; });
        OctreeNode& child = children.emplace_back();
        child.first = begin;
        child.end = begin = static_cast<std::uint32_t>(end - codes);
        child.level = static_cast<std::uint8_t>(level);
    }
    return children;
}

float OctreeBuilder::spacing(const Sampling& sampling, std::size_t points) const {
    const double cell = m_points.side / static_cast<double>(std::uint64_t{1} << sampling.level);
    const double pointsPerCell = static_cast<double>(points) / static_cast<double>(sampling.cells);
    return static_cast<float>(cell * std::pow(pointsPerCell, -1 / sampling.dimension));
}

} // namespace rb::spatial
