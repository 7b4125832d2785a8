#pragma once

#include "core/geometry/box2.h"
#include "ui/image_view/canvas_region.h"

#include <QHash>
#include <QRectF>

#include <cstdint>
#include <vector>

namespace rb::ui {

/// Finds regions by place and by id without looking at all of them: a packed R-tree over their bounds
/// (Leutenegger, Lopez and Edgington, "STR", 1997). Refers to the list, which must outlive it unchanged
/// but for captions and states.
class RegionIndex {
public:
    RegionIndex() = default;
    explicit RegionIndex(const std::vector<CanvasRegion>& regions);

    std::size_t size() const { return m_bounds.size(); }
    const CanvasRegion& region(std::size_t place) const { return (*m_regions)[place]; }
    const geometry::Box2& bounds(std::size_t place) const { return m_bounds[place]; }
    /// The region with this id, or null.
    const CanvasRegion* byId(qint64 id) const;
    const CanvasRegion* begin() const { return m_regions ? m_regions->data() : nullptr; }
    const CanvasRegion* end() const { return begin() + size(); }

    /// Places in the list, in its order, of the regions whose bounds meet this part of the picture.
    std::vector<std::uint32_t> meeting(const QRectF& picturePart) const;

private:
    struct Extent {
        double left, top, right, bottom;
        bool meets(const Extent& other) const;
    };

    void sortIntoTiles();
    void addLevels();
    Extent extentOf(std::uint32_t place) const;

    const std::vector<CanvasRegion>* m_regions = nullptr;
    std::vector<geometry::Box2> m_bounds;
    std::vector<std::uint32_t> m_order;        ///< places, neighbours together
    std::vector<std::vector<Extent>> m_levels; ///< of groups of m_order, then of groups of groups
    QHash<qint64, std::uint32_t> m_byId;
};

} // namespace rb::ui
