#include "viewer3d/scene/region_lines.h"

#include "viewer3d/boxes/box_geometry.h"

namespace rb::viewer3d {
namespace {

constexpr float kPlain = 1.6F, kEdge = 4.5F, kSelected = 2.2F; // device-independent pixels

void addEdges(std::vector<LineActor::Line>& lines, const geometry::Box3& box, const QColor& color) {
    const auto corners = cornersOf(box);
    for (const auto& [a, b] : boxEdges()) lines.push_back({corners[std::size_t(a)], corners[std::size_t(b)], color});
}

} // namespace

RegionLines::RegionLines(vtkRenderer* renderer) : m_plain(renderer, kPlain), m_edge(renderer, kEdge), m_selected(renderer, kSelected) {}

void RegionLines::show(const std::vector<RegionBox>& regions, const ViewLook& look) {
    std::vector<LineActor::Line> plain, edge, selected;
    for (const RegionBox& region : regions) {
        if (region.hidden) continue;
        if (region.selected) {
            addEdges(edge, region.box, look.text);
            addEdges(selected, region.box, look.accent);
        } else {
            addEdges(plain, region.box, region.color);
        }
    }
    m_plain.setLines(plain);
    m_edge.setLines(edge);
    m_selected.setLines(selected);
}

void RegionLines::setPixelRatio(double ratio) {
    m_plain.setWidth(float(kPlain * ratio));
    m_edge.setWidth(float(kEdge * ratio));
    m_selected.setWidth(float(kSelected * ratio));
}

} // namespace rb::viewer3d
