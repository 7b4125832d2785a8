#pragma once

#include "ui/image_view/canvas_region.h"
#include "ui/image_view/caption_text.h"
#include "ui/image_view/plate_layout.h"
#include "ui/image_view/shown_region.h"
#include "ui/theme/theme.h"

#include <QFont>

#include <set>
#include <vector>

class QPainter;

namespace rb::ui {

/// The captions at the boxes, and the number badges of boxes that show no caption. Made anew for each
/// painting. When boxes crowd, captions and badges of small boxes and those without room are left out,
/// so that the picture stays the picture; those of selected, running and hovered regions are always
/// there.
class CaptionPlates {
public:
    CaptionPlates(const std::vector<ShownRegion>& shown, const QRectF& view, CaptionDisplay display,
                  const QFont& font);

    void draw(QPainter& painter, const Theme& theme) const;

private:
    struct Plate {
        const ShownRegion* shown;
        CaptionText text;
        QRectF rect;
    };

    struct Badge {
        const ShownRegion* shown;
        QRectF rect;
    };

    /// The area taken, in square widget pixels; 0 when there was nothing to show or no room.
    double add(const ShownRegion& shown, bool insist);
    void addOthers(const QRectF& view);
    void addBadge(const ShownRegion& shown);
    bool isLarge(const ShownRegion& shown, double side, double crowdedSide) const;
    void drawPlate(QPainter& painter, const Theme& theme, const Plate& plate) const;
    void drawGround(QPainter& painter, const Theme& theme, const Plate& plate) const;
    void drawBadge(QPainter& painter, const Theme& theme, const Badge& badge) const;
    QFont numberFont() const;
    double numberWidth(const ShownRegion& shown) const;

    const std::vector<ShownRegion>& m_shown;
    PlateLayout m_layout;
    QFont m_font;
    std::vector<Plate> m_plates;
    std::vector<Badge> m_badges;
    std::set<qint64> m_withPlate;
};

} // namespace rb::ui
