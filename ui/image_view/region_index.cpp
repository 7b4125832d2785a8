#include "ui/image_view/region_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rb::ui {

namespace {
constexpr std::size_t kGroup = 16;
} // namespace

bool RegionIndex::Extent::meets(const Extent& other) const {
    // With equals: a box may be a line.
    return left <= other.right && right >= other.left && top <= other.bottom && bottom >= other.top;
}

RegionIndex::RegionIndex(const std::vector<CanvasRegion>& regions) : m_regions(&regions) {
    m_bounds.reserve(regions.size());
    m_byId.reserve(qsizetype(regions.size()));
    for (const CanvasRegion& region : regions) {
        m_byId.insert(region.id, std::uint32_t(m_bounds.size()));
        m_bounds.push_back(region.box());
    }
    sortIntoTiles();
    addLevels();
}

void RegionIndex::sortIntoTiles() {
    m_order.resize(m_bounds.size());
    std::iota(m_order.begin(), m_order.end(), 0u);
    const auto middleX = [this](std::uint32_t i) { return m_bounds[i].x + m_bounds[i].width / 2; };
    const auto middleY = [this](std::uint32_t i) { return m_bounds[i].y + m_bounds[i].height / 2; };
    std::sort(m_order.begin(), m_order.end(), [&](auto a, auto b) { return middleX(a) < middleX(b); });
    const double groups = std::ceil(double(m_order.size()) / kGroup);
    const auto slice = std::max<std::size_t>(1, std::size_t(std::ceil(std::sqrt(groups))) * kGroup);
    for (std::size_t from = 0; from < m_order.size(); from += slice) {
        const auto first = m_order.begin() + std::ptrdiff_t(from);
        const auto last = m_order.begin() + std::ptrdiff_t(std::min(from + slice, m_order.size()));
        std::sort(first, last, [&](auto a, auto b) { return middleY(a) < middleY(b); });
    }
}

void RegionIndex::addLevels() {
    const auto joined = [](const Extent& a, const Extent& b) {
        return Extent{std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
                      std::max(a.bottom, b.bottom)};
    };
    std::vector<Extent> below;
    for (const std::uint32_t place : m_order)
        below.push_back(extentOf(place));
    while (below.size() > 1 || (m_levels.empty() && !below.empty())) {
        std::vector<Extent> groups;
        for (std::size_t i = 0; i < below.size(); ++i) {
            if (i % kGroup == 0)
                groups.push_back(below[i]);
            else
                groups.back() = joined(groups.back(), below[i]);
        }
        m_levels.push_back(groups);
        below = std::move(groups);
    }
}

RegionIndex::Extent RegionIndex::extentOf(std::uint32_t place) const {
    const geometry::Box2& box = m_bounds[place];
    return {box.x, box.y, box.x + box.width, box.y + box.height};
}

const CanvasRegion* RegionIndex::byId(qint64 id) const {
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : &region(*found);
}

std::vector<std::uint32_t> RegionIndex::meeting(const QRectF& picturePart) const {
    const Extent wanted{picturePart.left(), picturePart.top(), picturePart.right(), picturePart.bottom()};
    std::vector<std::size_t> groups;
    if (!m_levels.empty()) groups.push_back(0);
    for (std::size_t level = m_levels.size(); level-- > 1;) {
        std::vector<std::size_t> inner;
        for (const std::size_t group : groups)
            for (std::size_t i = group * kGroup; i < std::min((group + 1) * kGroup, m_levels[level - 1].size()); ++i)
                if (m_levels[level - 1][i].meets(wanted)) inner.push_back(i);
        groups = std::move(inner);
    }
    std::vector<std::uint32_t> places;
    for (const std::size_t group : groups)
        for (std::size_t i = group * kGroup; i < std::min((group + 1) * kGroup, m_order.size()); ++i)
            if (extentOf(m_order[i]).meets(wanted)) places.push_back(m_order[i]);
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace rb::ui
