#include "ui/image_view/region_colors.h"

#include "ui/theme/theme.h"

namespace rb::ui {

void RegionColors::learn(const std::vector<CanvasRegion>& regions) {
    for (const CanvasRegion& region : regions)
        if (!region.label.isEmpty() && !m_labels.contains(region.label))
            m_labels.insert(region.label, int(m_labels.size()));
}

QColor RegionColors::of(const CanvasRegion& region) const {
    if (m_coloring == Coloring::ByRegion) return regionColor(region.colorIndex);
    if (region.label.isEmpty()) return QColor(0x9A, 0xA0, 0xA6); // no label, no colour
    return regionColor(m_labels.value(region.label));
}

} // namespace rb::ui
