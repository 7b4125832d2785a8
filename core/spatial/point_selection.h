#pragma once

#include "core/base/result.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rb::spatial {

class PointOctree;

/// Some of a cloud's points, one bit each. Queries give and take places in the octree's order, so that a node is one
/// range; inGivenOrder() turns that into indices of the cloud. Two selections of one operation have the same points().
class PointSelection {
public:
    static constexpr std::size_t kWordBits = 64;

    /// None of `points` points.
    explicit PointSelection(std::size_t points = 0) : m_points(points), m_words((points + kWordBits - 1) / kWordBits) {}

    std::size_t points() const { return m_points; }
    std::size_t count() const;
    bool empty() const;
    bool contains(std::size_t place) const { return (m_words[place / kWordBits] >> (place % kWordBits) & 1U) != 0; }

    void set(std::size_t place) { m_words[place / kWordBits] |= std::uint64_t{1} << (place % kWordBits); }
    void reset(std::size_t place) { m_words[place / kWordBits] &= ~(std::uint64_t{1} << (place % kWordBits)); }
    void setRange(std::size_t first, std::size_t end);
    void clear();
    void invert();
    void add(const PointSelection& other);
    void subtract(const PointSelection& other);
    void intersect(const PointSelection& other);

    /// Those selected, ascending.
    std::vector<std::uint32_t> places() const;
    /// visit(place) for each of them, ascending, in the words [firstWord, endWord).
    template <typename Visit>
    void forEachIn(std::size_t firstWord, std::size_t endWord, const Visit& visit) const {
        for (std::size_t w = firstWord; w < endWord; ++w)
            for (std::uint64_t bits = m_words[w]; bits != 0; bits &= bits - 1)
                visit(w * kWordBits + static_cast<std::size_t>(std::countr_zero(bits)));
    }
    template <typename Visit>
    void forEach(const Visit& visit) const { forEachIn(0, m_words.size(), visit); }

    /// The same points as indices of the positions that the octree was built from; places() of it are sorted indices.
    PointSelection inGivenOrder(const PointOctree& octree) const;
    /// The inverse of inGivenOrder().
    PointSelection inOctreeOrder(const PointOctree& octree) const;
    /// The points with these indices of the given positions, in the octree's order. Fails when an index is none of it.
    static Result<PointSelection> ofIndices(const PointOctree& octree, std::span<const std::uint32_t> indices);

    /// Lengths of the runs of unselected and selected points in turn. An octree's order is that of one build's options:
    /// what is to outlive it is stored as inGivenOrder().toBytes().
    std::string toBytes() const;
    /// Refuses anything but what toBytes() made of a selection of `points` points. Takes no memory for refused bytes.
    static Result<PointSelection> fromBytes(std::string_view bytes, std::size_t points);

    /// Bit i of word w is place 64 w + i; bits beyond the last point are 0 and must stay so.
    std::span<std::uint64_t> words() { return m_words; }
    std::span<const std::uint64_t> words() const { return m_words; }

    friend bool operator==(const PointSelection&, const PointSelection&) = default;

private:
    std::size_t m_points;
    std::vector<std::uint64_t> m_words;
};

} // namespace rb::spatial
