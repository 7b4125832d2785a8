#pragma once

#include <QImage>
#include <QSize>

#include <vector>

class QPainter;
class QRectF;

namespace rb::ui {

class ViewTransform;

/// A picture with its halvings, so that drawing it small costs what the screen costs, not what the
/// file has pixels, and shows no moiré.
class PicturePyramid {
public:
    PicturePyramid() = default;
    explicit PicturePyramid(const QImage& image);

    bool isNull() const { return m_levels.empty(); }
    QSize size() const { return m_size; }
    bool hasAlpha() const;

    /// Draws what lies in `exposed` (widget coordinates): whole pixels as sharp squares from 2 screen
    /// pixels upwards and at exactly 1, smooth otherwise. `deviceRatio` is screen pixels per widget
    /// pixel of the painter's device.
    void draw(QPainter& painter, const ViewTransform& transform, const QRectF& exposed,
              double deviceRatio) const;

private:
    const QImage& levelFor(double screenScale) const;

    std::vector<QImage> m_levels;
    QSize m_size;
};

} // namespace rb::ui
