#pragma once

#include "ui/image_view/canvas_region.h"
#include "ui/image_view/shown_region.h"
#include "ui/image_view/view_transform.h"
#include "ui/theme/theme.h"

#include <QSet>

#include <optional>
#include <vector>

class QPainter;

namespace rb::ui {

class CanvasTool;
class PicturePyramid;

/// All that one painting of the canvas needs; refers to the view's own data.
struct CanvasScene {
    const PicturePyramid& picture;
    const std::vector<CanvasRegion>& regions;
    const QSet<qint64>& selection;
    const CanvasTool& tool;
    const Theme& theme;
    ViewTransform transform;
    QRectF view; ///< widget coordinates
    std::optional<qint64> hovered;
    std::optional<QPointF> pointer; ///< widget coordinates, while it is over the view
    CaptionDisplay captions = CaptionDisplay::Always;
    bool editable = true; ///< handles at the selected region
};

/// Draws a scene. `deviceRatio` is screen pixels per widget pixel of the painter's device.
class CanvasPainter {
public:
    CanvasPainter(QPainter& painter, const CanvasScene& scene, double deviceRatio)
        : m_painter(painter), m_scene(scene), m_ratio(deviceRatio) {}

    void draw(const QRectF& exposed);

private:
    std::vector<ShownRegion> shownRegions() const;
    void drawRegions(const std::vector<ShownRegion>& shown);
    void drawHandles(const std::vector<ShownRegion>& shown);
    void drawTool();
    void drawCrosshair(QPointF pointer);
    void drawSize(const geometry::Box2& box);

    QPainter& m_painter;
    const CanvasScene& m_scene;
    double m_ratio;
};

/// The words and the sign in the middle of a canvas without a picture.

void drawCanvasMessage(QPainter& painter, const QRectF& view, const QString& title, const QString& detail,
                       const Theme& theme);

/// The frame that says that files may be dropped here.
void drawDropFrame(QPainter& painter, const QRectF& view, const Theme& theme);

} // namespace rb::ui
