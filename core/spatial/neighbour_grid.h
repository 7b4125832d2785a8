#pragma once

#include "core/spatial/nearest_points.h"
#include "core/spatial/point_selection.h"

#include <memory>
#include <unordered_set>
#include <utility>

namespace rb::spatial {

/// The distance between neighbours in the leaves of the octree, the median over all points, in the cloud's units.
double typicalSpacing(const PointOctree& octree);
/// `wanted`, or when that is 0, four times the typical spacing: gaps in a surface of random points are seldom wider.
double linkDistance(const PointOctree& octree, double wanted);

/// What becomes of a point that is near a reached one.
enum class Step {
    Follow, ///< it is reached, and its neighbours are looked at in turn
    Leave,  ///< another neighbour may reach it
    Drop,   ///< it is never looked at again
    Stop,   ///< nothing more is looked at
};

/// Follows neighbours from point to point. Points that are reached or dropped are forgotten, so each is looked at few
/// times. Cells as wide as the distance are filled from the octree where they are wanted. One thread.
class NeighbourGrid {
public:
    /// Of all points, or only those `among`; both must outlive the grid.
    NeighbourGrid(const PointOctree& octree, double distance, const PointSelection* among = nullptr);

    /// step(from, place) says what becomes of a point at most the distance from the reached point `from`. The seed, which
    /// must not be forgotten yet, is reached first, without a question; the order is the same in every run.
    template <typename Ask>
    void follow(std::uint32_t seed, const Ask& step) {
        const Key cell = cellOf(at(seed));
        fillAround(cell);
        forget(slot(packed(cell)).first, seed);
        std::vector<Key> queue{cell};
        reach(slot(packed(cell)), seed);
        for (std::size_t i = 0; i < queue.size(); ++i)
            if (!followCell(queue[i], queue, step)) return;
    }

private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    using Key = std::array<std::int64_t, 3>;
    struct Cell {
        std::uint64_t key = 0;          ///< packed; 0 is a free slot
        std::uint32_t first = kNone;    ///< of those that nobody reached
        std::uint32_t reached = kNone;  ///< whose neighbours are to be looked at
    };

    const float* at(std::uint32_t place) const { return &m_octree.positions()[std::size_t{3} * place]; }

    void reach(Cell& cell, std::uint32_t place) {
        m_next[place] = cell.reached;
        cell.reached = place;
    }

    /// Looks at the neighbours of all points of a cell that were reached; false when that is the end.
    template <typename Ask>
    bool followCell(const Key& key, std::vector<Key>& queue, const Ask& step) {
        fillAround(key); // moves cells, so before any of them is looked up
        std::uint32_t from = std::exchange(slot(packed(key)).reached, kNone);
        for (const Key& nearKey : around(key)) {
            Cell& cell = slot(packed(nearKey));
            const bool wasQueued = cell.reached != kNone;
            for (std::uint32_t reached = from; reached != kNone && cell.first != kNone; reached = m_next[reached])
                if (!followInto(cell, reached, step)) return false;
            if (cell.reached != kNone && !wasQueued) queue.push_back(nearKey);
        }
        return true;
    }

    template <typename Ask>
    bool followInto(Cell& cell, std::uint32_t from, const Ask& step) {
        const float* point = at(from);
        const Vec3 centre{point[0], point[1], point[2]};
        for (std::uint32_t* link = &cell.first; *link != kNone;) {
            const std::uint32_t place = *link;
            const Step next = distanceSquared(centre, at(place)) <= m_distanceSquared ? step(from, place) : Step::Leave;
            if (next == Step::Stop) return false;
            if (next == Step::Leave) {
                link = &m_next[place];
                continue;
            }
            *link = m_next[place];
            if (next == Step::Follow) reach(cell, place);
        }
        return true;
    }

    static std::array<Key, 27> around(const Key& key);
    /// Takes a place out of a list.
    void forget(std::uint32_t& first, std::uint32_t place);
    static std::uint64_t packed(const Key& key);
    Key cellOf(const float* point) const;
    /// The cell's slot in the hash table, or the free one where it would stand.
    Cell& slot(std::uint64_t key);
    void fillAround(const Key& cell);
    void insertBlock(std::size_t block);
    void insert(std::uint32_t place);
    void grow();

    const PointOctree& m_octree;
    const PointSelection* m_among;
    double m_distanceSquared;
    double m_cellSize;
    std::vector<Cell> m_cells;  // open addressing, a power of two long
    std::size_t m_used = 0;
    std::unique_ptr<std::uint32_t[]> m_next; // a list a cell
    PointSelection m_filledBlocks;
    std::unordered_set<std::uint64_t> m_filledAround;
    std::uint64_t m_lastFilled = 0;
};

} // namespace rb::spatial
