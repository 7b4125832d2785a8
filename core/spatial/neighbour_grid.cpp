#include "core/spatial/neighbour_grid.h"

#include "core/base/splitmix64.h"

#include <algorithm>
#include <cmath>

namespace rb::spatial {
namespace {

constexpr int kBitsPerAxis = 21;
constexpr double kMostCells = 1 << (kBitsPerAxis - 1); // along an axis; leaves room for neighbours at the rim
constexpr int kFillShift = 3; // the octree is asked once for 8 x 8 x 8 cells

bool overlaps(const Bounds& a, const Bounds& b) {
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (a.max[axis] < b.min[axis] || a.min[axis] > b.max[axis]) return false;
    return true;
}

} // namespace

double typicalSpacing(const PointOctree& octree) {
    std::vector<std::pair<float, std::uint32_t>> leaves;
    for (const OctreeNode& node : octree.nodes())
        if (node.ownEnd == node.end) leaves.emplace_back(node.spacing, node.end - node.first);
    std::sort(leaves.begin(), leaves.end());
    std::size_t points = 0, seen = 0;
    for (const auto& leaf : leaves) points += leaf.second;
    for (const auto& leaf : leaves)
        if ((seen += leaf.second) * 2 >= points) return static_cast<double>(leaf.first);
    return 0;
}

double linkDistance(const PointOctree& octree, double wanted) {
    return wanted > 0 ? wanted : 4 * typicalSpacing(octree);
}

NeighbourGrid::NeighbourGrid(const PointOctree& octree, double distance, const PointSelection* among)
    : m_octree(octree), m_among(among), m_distanceSquared(distance * distance), m_cellSize(distance), m_cells(1024),
      m_next(std::make_unique_for_overwrite<std::uint32_t[]>(octree.size())), m_filledBlocks(octree.blocks().size()) {
    const Bounds bounds = octree.bounds();
    double extent = std::numeric_limits<float>::min();
    for (std::size_t axis = 0; axis < 3; ++axis)
        extent = std::max(extent, static_cast<double>(bounds.max[axis]) - bounds.min[axis]);
    m_cellSize = std::max(m_cellSize, extent / kMostCells);
}

std::array<NeighbourGrid::Key, 27> NeighbourGrid::around(const Key& key) {
    std::array<Key, 27> keys{};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto number = static_cast<std::int64_t>(i);
        keys[i] = {key[0] + number / 9 - 1, key[1] + number / 3 % 3 - 1, key[2] + number % 3 - 1};
    }
    return keys;
}

void NeighbourGrid::forget(std::uint32_t& first, std::uint32_t place) {
    std::uint32_t* link = &first;
    while (*link != kNone && *link != place) link = &m_next[*link];
    if (*link == place) *link = m_next[place];
}

std::uint64_t NeighbourGrid::packed(const Key& key) {
    std::uint64_t bits = 1; // never 0
    for (const std::int64_t part : key) bits = bits << kBitsPerAxis | static_cast<std::uint64_t>(part);
    return bits;
}

// From 8 on, so that neighbours of the first cells have numbers above 0 too.
NeighbourGrid::Key NeighbourGrid::cellOf(const float* point) const {
    const Vec3 origin = m_octree.bounds().min;
    Key key{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        key[axis] = 8 + static_cast<std::int64_t>((static_cast<double>(point[axis]) - origin[axis]) / m_cellSize);
    return key;
}

NeighbourGrid::Cell& NeighbourGrid::slot(std::uint64_t key) {
    std::size_t at = splitMixed(key) & (m_cells.size() - 1);
    while (m_cells[at].key != 0 && m_cells[at].key != key) at = (at + 1) & (m_cells.size() - 1);
    return m_cells[at];
}

void NeighbourGrid::fillAround(const Key& cell) {
    const Key many{cell[0] >> kFillShift, cell[1] >> kFillShift, cell[2] >> kFillShift};
    const std::uint64_t key = packed(many);
    if (key == m_lastFilled) return;
    m_lastFilled = key;
    if (!m_filledAround.insert(key).second) return;
    Bounds wanted;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto first = static_cast<double>((many[axis] << kFillShift) - 8 - 1);
        const double start = m_octree.bounds().min[axis] + first * m_cellSize;
        wanted.min[axis] = std::nextafter(static_cast<float>(start), -std::numeric_limits<float>::infinity());
        wanted.max[axis] = std::nextafter(static_cast<float>(start + ((1 << kFillShift) + 2) * m_cellSize),
                                          std::numeric_limits<float>::infinity());
    }
    std::vector<std::uint32_t> open{0};
    while (!open.empty()) {
        const OctreeNode& node = m_octree.nodes()[open.back()];
        open.pop_back();
        if (!overlaps(node.bounds, wanted)) continue;
        constexpr std::size_t kBlock = PointOctree::kBlockPoints;
        for (std::size_t block = node.first / kBlock; block * kBlock < node.ownEnd; ++block)
            if (!m_filledBlocks.contains(block) && overlaps(m_octree.blocks()[block], wanted)) insertBlock(block);
        for (const std::uint32_t child : node.children)
            if (child != OctreeNode::kNone) open.push_back(child);
    }
}

void NeighbourGrid::insertBlock(std::size_t block) {
    m_filledBlocks.set(block);
    const std::size_t first = block * PointOctree::kBlockPoints;
    const std::size_t end = std::min(m_octree.size(), first + PointOctree::kBlockPoints);
    for (std::size_t place = first; place < end; ++place)
        if (m_among == nullptr || m_among->contains(place)) insert(static_cast<std::uint32_t>(place));
}

void NeighbourGrid::insert(std::uint32_t place) {
    const std::uint64_t key = packed(cellOf(at(place)));
    Cell* cell = &slot(key);
    if (cell->key == 0) {
        if (2 * ++m_used > m_cells.size()) {
            grow();
            cell = &slot(key);
        }
        cell->key = key;
    }
    m_next[place] = cell->first;
    cell->first = place;
}

void NeighbourGrid::grow() {
    std::vector<Cell> old(2 * m_cells.size());
    old.swap(m_cells);
    for (const Cell& cell : old)
        if (cell.key != 0) slot(cell.key) = cell;
}

} // namespace rb::spatial
