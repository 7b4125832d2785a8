#include "core/spatial/point_selection.h"

#include "core/spatial/point_octree.h"

#include <algorithm>
#include <cassert>

namespace rb::spatial {
namespace {

constexpr std::uint64_t kAll = ~std::uint64_t{0};

} // namespace

std::size_t PointSelection::count() const {
    std::size_t total = 0;
    for (const std::uint64_t word : m_words) total += static_cast<std::size_t>(std::popcount(word));
    return total;
}

bool PointSelection::empty() const {
    return std::all_of(m_words.begin(), m_words.end(), [](std::uint64_t word) { return word == 0; });
}

void PointSelection::setRange(std::size_t first, std::size_t end) {
    assert(end <= m_points);
    if (first >= end) return;
    const std::size_t firstWord = first / kWordBits, lastWord = (end - 1) / kWordBits;
    const std::uint64_t head = kAll << (first % kWordBits), tail = kAll >> (kWordBits - 1 - (end - 1) % kWordBits);
    if (firstWord == lastWord) {
        m_words[firstWord] |= head & tail;
        return;
    }
    m_words[firstWord] |= head;
    std::fill(m_words.begin() + static_cast<std::ptrdiff_t>(firstWord) + 1,
              m_words.begin() + static_cast<std::ptrdiff_t>(lastWord), kAll);
    m_words[lastWord] |= tail;
}

void PointSelection::clear() { std::fill(m_words.begin(), m_words.end(), 0); }

void PointSelection::invert() {
    for (std::uint64_t& word : m_words) word = ~word;
    if (m_points % kWordBits != 0) m_words.back() &= kAll >> (kWordBits - m_points % kWordBits);
}

void PointSelection::add(const PointSelection& other) {
    assert(other.m_points == m_points);
    for (std::size_t w = 0; w < m_words.size(); ++w) m_words[w] |= other.m_words[w];
}

void PointSelection::subtract(const PointSelection& other) {
    assert(other.m_points == m_points);
    for (std::size_t w = 0; w < m_words.size(); ++w) m_words[w] &= ~other.m_words[w];
}

void PointSelection::intersect(const PointSelection& other) {
    assert(other.m_points == m_points);
    for (std::size_t w = 0; w < m_words.size(); ++w) m_words[w] &= other.m_words[w];
}

std::vector<std::uint32_t> PointSelection::places() const {
    std::vector<std::uint32_t> places;
    places.reserve(count());
    forEach([&](std::size_t place) { places.push_back(static_cast<std::uint32_t>(place)); });
    return places;
}

PointSelection PointSelection::inGivenOrder(const PointOctree& octree) const {
    assert(octree.size() == m_points);
    PointSelection given(m_points);
    forEach([&](std::size_t place) { given.set(octree.order()[place]); });
    return given;
}

PointSelection PointSelection::inOctreeOrder(const PointOctree& octree) const {
    assert(octree.size() == m_points);
    PointSelection places(m_points);
    for (std::size_t place = 0; place < m_points; ++place)
        if (contains(octree.order()[place])) places.set(place);
    return places;
}

Result<PointSelection> PointSelection::ofIndices(const PointOctree& octree, std::span<const std::uint32_t> indices) {
    PointSelection given(octree.size());
    for (const std::uint32_t index : indices) {
        if (index >= octree.size())
            return Error{ErrorCode::InvalidArgument, "The selection names point " + std::to_string(index) +
                                                         ", but the cloud has " + std::to_string(octree.size()) + " points."};
        given.set(index);
    }
    return given.inOctreeOrder(octree);
}

} // namespace rb::spatial
