#pragma once

#include "ui/image_view/canvas_region.h"

#include <QColor>
#include <QHash>

#include <vector>

namespace rb::ui {

/// Which colour a region has: its own, or its label's. Colours are those of regionColor(), which people
/// with a colour-blindness can tell apart.
class RegionColors {
public:
    void setColoring(Coloring coloring) { m_coloring = coloring; }
    Coloring coloring() const { return m_coloring; }

    /// Deals colours to labels that were not seen before, in their order; a label keeps its colour for as
    /// long as this lives, from picture to picture.
    void learn(const std::vector<CanvasRegion>& regions);
    QColor of(const CanvasRegion& region) const;

private:
    Coloring m_coloring = Coloring::ByRegion;
    QHash<QString, int> m_labels;
};

} // namespace rb::ui
