#include "ui/image_view/canvas_painter.h"

#include "ui/image_view/caption_plates.h"
#include "ui/image_view/crowd_outlines.h"
#include "ui/image_view/picture_layer.h"
#include "ui/image_view/region_outline.h"
#include "ui/image_view/tool_overlay.h"
#include "ui/tools/canvas_tool.h"

#include <QPainter>

#include <algorithm>

namespace rb::ui {

namespace {

constexpr double kOutlineReach = 12; // widget pixels that an outline and its handles stand out
constexpr std::size_t kCrowd = 400;        // outlines that are drawn with care
constexpr std::size_t kSlantedCrowd = 40; // smooth slanted lines cost ten times what a box does

} // namespace

void CanvasPainter::draw(const QRectF& exposed) {
    m_painter.fillRect(exposed, m_scene.theme.canvas);
    m_scene.picture.draw(m_painter, m_scene.transform, exposed, m_ratio);
    const std::vector<ShownRegion> shown = shownRegions();
    drawRegions(shown);
    ToolOverlay overlay(m_painter, m_scene, m_ratio);
    const CaptionPlates plates(shown, m_scene.view, m_scene.captions, m_scene.texts, m_painter.font(), m_scene.theme,
                               overlay.handlePlaces(shown));
    plates.draw(m_painter, m_scene.plates, m_ratio);
    overlay.draw(shown); // over the plates: what can be dragged can be seen
}

std::vector<ShownRegion> CanvasPainter::shownRegions() const {
    std::vector<ShownRegion> shown;
    const auto add = [&](std::size_t place, bool changes) {
        if (auto each = shownAt(place, changes)) shown.push_back(std::move(*each));
    };
    // The index knows where regions are, not where they are shown while they are being moved.
    if (m_scene.tool.hasPreviews()) {
        for (std::size_t place = 0; place < m_scene.index.size(); ++place)
            add(place, true);
        return shown;
    }
    const double reach = kOutlineReach;
    const QRectF part = m_scene.transform.toPicture(m_scene.view.adjusted(-reach, -reach, reach, reach));
    for (const std::uint32_t place : m_scene.index.meeting(part))
        add(place, false);
    return shown;
}

std::optional<ShownRegion> CanvasPainter::shownAt(std::size_t place, bool changes) const {
    const CanvasRegion& region = m_scene.index.region(place);
    if (region.hidden && !m_scene.ghosts) return std::nullopt;
    ShownRegion shown{&region};
    if (changes) shown.preview = m_scene.tool.previewOf(region);
    shown.rect = m_scene.transform.toWidget(shown.preview ? geometry::boundsOf(*shown.preview)
                                                          : m_scene.index.bounds(place));
    shown.color = m_scene.color(region);
    shown.number = int(place) + 1;
    shown.selected = m_scene.selection.contains(region.id);
    shown.hovered = m_scene.hovered == region.id;
    return shown;
}

void CanvasPainter::drawRegions(const std::vector<ShownRegion>& shown) {
    RegionOutline outline(m_painter, m_scene.theme, m_scene.transform, m_ratio);
    const auto slanted = [](const ShownRegion& each) { return each.shape().kind != geometry::Shape2::Kind::Box; };
    const bool crowded = shown.size() > kCrowd;
    const bool quick = crowded || std::size_t(std::count_if(shown.begin(), shown.end(), slanted)) > kSlantedCrowd;
    std::vector<const ShownRegion*> crowd;
    for (const ShownRegion& each : shown) {
        if (each.selected || each.hovered) continue;
        if (each.region->hidden) {
            outline.drawGhost(each);
        } else if (quick && (crowded || slanted(each))) {
            crowd.push_back(&each);
        } else {
            outline.draw(each);
        }
    }
    const CrowdStyle style{crowded ? 1.0 : 2.0, m_ratio};
    drawCrowd(m_painter, crowd, m_scene.transform, m_scene.view, style, m_scene.scratch);
    for (const ShownRegion& each : shown) {
        if (!each.selected && !each.hovered) continue;
        if (each.region->hidden && !each.selected)
            outline.drawGhost(each);
        else
            outline.draw(each);
    }
}

} // namespace rb::ui
