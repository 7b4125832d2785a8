#pragma once

#include "viewer3d/boxes/region_box.h"
#include "viewer3d/scene/line_actor.h"
#include "viewer3d/scene/view_look.h"

namespace rb::viewer3d {

/// The outlines of regions: a line in the region's colour; of selected ones a thicker one in the accent colour
/// within a dark or light edge that shows on any cloud.
class RegionLines {
public:
    explicit RegionLines(vtkRenderer* renderer);
    void show(const std::vector<RegionBox>& regions, const ViewLook& look);
    void setPixelRatio(double ratio);

private:
    LineActor m_plain;
    LineActor m_edge;
    LineActor m_selected;
};

} // namespace rb::viewer3d
