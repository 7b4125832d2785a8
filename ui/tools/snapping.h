#pragma once

#include "ui/image_view/canvas.h"

#include <optional>
#include <vector>

namespace rb::ui {

/// The lines that something was snapped to, in picture pixels, for the painter to show.
struct Guides {
    std::optional<double> x; ///< an upright line
    std::optional<double> y; ///< a level line
};

/// The edges that attract what is drawn or moved near them: those of the picture, and of the bounds of
/// the visible regions in the view. Made when a gesture begins.
class Snapper {
public:
    Snapper() = default; ///< snaps to nothing
    Snapper(const Canvas& canvas, const QSet<qint64>& except);

    /// The point with each coordinate at the nearest line within reach; `guides` says which.
    QPointF snapped(QPointF picturePos, Guides& guides) const;
    /// The way by which bounds must be moved for one of their edges to lie on the nearest line.
    QPointF correction(const geometry::Box2& bounds, Guides& guides) const;

private:
    std::optional<double> nearest(const std::vector<double>& lines, double value) const;

    std::vector<double> m_x; ///< ascending
    std::vector<double> m_y;
    double m_reach = 0; ///< picture pixels
};

} // namespace rb::ui
