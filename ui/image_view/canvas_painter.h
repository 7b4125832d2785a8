#pragma once

#include "ui/image_view/region_index.h"
#include "ui/image_view/shown_region.h"
#include "ui/image_view/view_transform.h"
#include "ui/theme/theme.h"

#include <QSet>

#include <functional>
#include <optional>
#include <vector>

class QImage;
class QPainter;

namespace rb::ui {

class CanvasTool;
class CaptionTexts;
class PictureLayer;
class PlateImages;

/// All that one painting of the canvas needs; refers to the view's own data.
struct CanvasScene {
    PictureLayer& picture;
    const RegionIndex& index;
    const QSet<qint64>& selection;
    const CanvasTool& tool;
    const Theme& theme;
    QImage& scratch; ///< kept from frame to frame
    CaptionTexts& texts;
    PlateImages& plates;
    ViewTransform transform;
    QRectF view; ///< widget coordinates
    std::optional<qint64> hovered;
    std::optional<QPointF> pointer; ///< widget coordinates, while it is over the view
    CaptionDisplay captions = CaptionDisplay::Always;
    std::function<QColor(const CanvasRegion&)> color;
    bool editable = true; ///< handles at the selected region
    bool ghosts = false;  ///< hidden regions are drawn faintly
};

/// Draws a scene. `deviceRatio` is screen pixels per widget pixel of the painter's device.
class CanvasPainter {
public:
    CanvasPainter(QPainter& painter, const CanvasScene& scene, double deviceRatio)
        : m_painter(painter), m_scene(scene), m_ratio(deviceRatio) {}

    void draw(const QRectF& exposed);

private:
    std::vector<ShownRegion> shownRegions() const;
    std::optional<ShownRegion> shownAt(std::size_t place, bool changes) const;
    void drawRegions(const std::vector<ShownRegion>& shown);

    QPainter& m_painter;
    const CanvasScene& m_scene;
    double m_ratio;
};

} // namespace rb::ui
