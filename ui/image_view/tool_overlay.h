#pragma once

#include "ui/image_view/canvas_painter.h"
#include "ui/image_view/caption_plates.h"
#include "ui/image_view/region_outline.h"

namespace rb::ui {

/// What the tool at work shows over the regions: handles of the selected one, what is being drawn, guide
/// lines, the size in words.
class ToolOverlay {
public:
    ToolOverlay(QPainter& painter, const CanvasScene& scene, double deviceRatio)
        : m_painter(painter), m_scene(scene), m_outline(painter, scene.theme, scene.transform, deviceRatio) {}

    HandlePlaces handlePlaces(const std::vector<ShownRegion>& shown) const;
    void draw(const std::vector<ShownRegion>& shown);

private:
    const ShownRegion* withHandles(const std::vector<ShownRegion>& shown) const;
    void drawHandles(const ShownRegion& shown);
    void drawFrame(const geometry::Shape2& frame);
    void drawTurnHandle(const geometry::Shape2& widgetShape);
    void drawGuides();
    void drawCrosshair(QPointF pointer);
    void drawSize(const geometry::Shape2& shape);
    QRectF pictureRect() const;

    QPainter& m_painter;
    const CanvasScene& m_scene;
    RegionOutline m_outline;
};

} // namespace rb::ui
