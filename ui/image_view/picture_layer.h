#pragma once

#include "ui/image_view/picture_adjustment.h"
#include "ui/image_view/picture_source.h"

#include <QCache>

#include <memory>

class QPainter;
class QRectF;

namespace rb::ui {

class ViewTransform;

/// Draws a picture from the tiles of its source, adjusted as wished.
class PictureLayer {
public:
    void setSource(std::shared_ptr<PictureSource> source);
    PictureSource* source() const { return m_source.get(); }
    bool isNull() const { return !m_source || m_source->size().isEmpty(); }
    QSize size() const { return m_source ? m_source->size() : QSize(); }

    void setAdjustment(const PictureAdjustment& adjustment);
    const PictureAdjustment& adjustment() const { return m_adjustment; }

    /// Draws what lies in `exposed` (widget coordinates): whole pixels as sharp squares from 2 screen
    /// pixels upwards and at exactly 1, smooth otherwise. `deviceRatio` is screen pixels per widget
    /// pixel of the painter's device. Tiles that are not there yet are stood in for by coarser ones.
    void draw(QPainter& painter, const ViewTransform& transform, const QRectF& exposed, double deviceRatio);
    /// The whole picture, small.
    QImage overview();

private:
    struct Shown {
        QImage image;
        QRect rect; ///< in pixels of its level
        int level = 0;
    };

    int levelFor(double screenScale) const;
    void drawTiles(QPainter& painter, const ViewTransform& transform, const QRectF& visible, double deviceRatio);
    void drawTile(QPainter& painter, const ViewTransform& transform, const TileKey& key, double deviceRatio);
    Shown shownFor(const TileKey& key);
    QImage adjustedTile(const TileKey& key, const QImage& tile);

    std::shared_ptr<PictureSource> m_source;
    PictureAdjustment m_adjustment;
    QCache<TileKey, QImage> m_adjusted; ///< cost in KiB
};

} // namespace rb::ui
