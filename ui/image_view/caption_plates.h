#pragma once

#include "ui/image_view/canvas_region.h"
#include "ui/image_view/caption_texts.h"
#include "ui/image_view/plate_images.h"
#include "ui/image_view/plate_layout.h"
#include "ui/image_view/shown_region.h"
#include "ui/theme/theme.h"

#include <QFont>

#include <set>
#include <vector>

class QPainter;

namespace rb::ui {

/// Where the handles of the selected region stand, widget coordinates; null rectangles when it has none.
struct HandlePlaces {
    QRectF turn;  ///< the one that turns it: no plate may cover it
    QRectF frame; ///< of the others: the region's own plate stands beside it
};

/// The captions at the boxes, and the number badges of boxes that show no caption. Made anew for each
/// painting. When boxes crowd, captions and badges of small boxes and those without room are left out,
/// so that the picture stays the picture; those of selected, running and hovered regions are always
/// there.
class CaptionPlates {
public:
    /// `texts` are the view's, kept from one painting to the next.
    CaptionPlates(const std::vector<ShownRegion>& shown, const QRectF& view, CaptionDisplay display, CaptionTexts& texts,
                  const QFont& font, const Theme& theme, const HandlePlaces& handles = {});

    /// `images` are the view's, too; `ratio`: screen pixels a widget pixel.
    void draw(QPainter& painter, PlateImages& images, double ratio) const;

private:
    struct Plate {
        const ShownRegion* shown;
        std::shared_ptr<const CaptionText> text;
        QRectF rect;
    };

    struct Badge {
        const ShownRegion* shown;
        QRectF rect;
        bool withState;
    };

    /// The area taken, in square widget pixels; 0 when there was nothing to show or no room.
    double add(const ShownRegion& shown, bool insist);
    void addOthers(const QRectF& view);
    void addBadges();
    void largestFirst(std::vector<const ShownRegion*>& regions) const;
    void addBadge(const ShownRegion& shown);
    bool isLarge(const ShownRegion& shown, double side, double crowdedSide) const;
    PlateLook lookOf(const ShownRegion& shown, QSizeF size) const;
    void paintPlate(QPainter& painter, const Plate& plate) const;
    void paintGround(QPainter& painter, const ShownRegion& shown, const QRectF& rect) const;
    void paintBadge(QPainter& painter, const Badge& badge) const;
    double numberWidth(const ShownRegion& shown) const;

    const std::vector<ShownRegion>& m_shown;
    CaptionTexts& m_texts;
    HandlePlaces m_handles;
    PlateLayout m_layout;
    const Theme& m_theme;
    QFont m_font;
    QFont m_numberFont;
    double m_digit; ///< width of one
    std::vector<Plate> m_plates;
    std::vector<Badge> m_badges;
    std::set<qint64> m_withPlate;
};

} // namespace rb::ui
