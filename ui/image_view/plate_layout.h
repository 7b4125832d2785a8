#pragma once

#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace rb::ui {

/// Finds room for caption plates, one after the other: beside the box, inside the view, never over
/// another plate, and where it hides the least of other boxes.
class PlateLayout {
public:
    PlateLayout(QRectF view, std::vector<QRectF> boxes) : m_view(view), m_boxes(std::move(boxes)) {}

    /// Takes room for a plate at `box`. Without room: nothing, or with `insist` the least bad place.
    /// `gap` is the free distance to the box.
    std::optional<QRectF> place(const QRectF& box, QSizeF size, double gap, bool insist);

    /// Takes this very place, unless something has been placed there.
    bool take(const QRectF& rect);

private:
    bool isFree(const QRectF& rect) const;
    double hiddenArea(const QRectF& rect, const QRectF& own) const;

    QRectF m_view;
    std::vector<QRectF> m_boxes;
    std::vector<QRectF> m_plates;
};

} // namespace rb::ui
