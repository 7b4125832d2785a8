#pragma once

#include "ui/image_view/canvas_region.h"
#include "ui/image_view/caption_text.h"

#include <QCache>
#include <QColor>
#include <QImage>
#include <QPainter>

#include <memory>

namespace rb::ui {

/// All that a caption plate or a number badge looks like, but for where it stands.
struct PlateLook {
    std::shared_ptr<const CaptionText> text; ///< none: a badge
    QSizeF size;                             ///< widget pixels
    int number = 0;
    QColor color;
    CanvasRegion::State state = CanvasRegion::None;
    bool locked = false;
    bool selected = false;
    double confidence = 1;
    QFont font;
    bool dark = false; ///< theme

    friend bool operator==(const PlateLook&, const PlateLook&) = default;
};

/// Plates and badges as they were painted, kept from one painting of the view to the next: while a picture is moved they are
/// the same, elsewhere. Those not seen for long are forgotten. GUI thread only.
class PlateImages {
public:
    static constexpr int kMargin = 2; ///< widget pixels round `size`, for pens that reach over it

    PlateImages();

    /// That of a region; when it looks otherwise than at last, `paint` paints it anew: with its corner at (0, 0), in widget pixels.
    template <typename Paint>
    QImage of(qint64 region, const PlateLook& look, double ratio, const Paint& paint) {
        const Entry* known = m_entries.object(region);
        if (known && known->look == look && known->image.devicePixelRatio() == ratio) return known->image;
        QImage image = blank(look.size, ratio);
        {
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(kMargin, kMargin);
            paint(painter);
        }
        keep(region, {look, image});
        return image;
    }

private:
    struct Entry {
        PlateLook look;
        QImage image;
    };
    static QImage blank(QSizeF size, double ratio);
    void keep(qint64 region, Entry entry);

    QCache<qint64, Entry> m_entries; ///< cost in kilobytes
};

} // namespace rb::ui
