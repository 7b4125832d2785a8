#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace rb::ui {

struct PlotRange {
    double low = 0, high = 1;

    double length() const { return high - low; }
    friend bool operator==(const PlotRange&, const PlotRange&) = default;
};

/// Where values lie in a plot: which part of them is seen, and how they become pixels. With `logarithmic` the range of y is
/// above 0.
struct PlotFrame {
    QRectF area; ///< pixels
    PlotRange x, y;
    bool logarithmic = false; ///< y

    double pixelX(double value) const;
    double pixelY(double value) const; ///< grows downwards
    QPointF pixel(const QPointF& value) const { return {pixelX(value.x()), pixelY(value.y())}; }
    double valueX(double pixel) const;
    double valueY(double pixel) const;
};

/// Round values within the range, about `wanted` of them: 1, 2 or 5 times a power of ten apart; with `logarithmic` powers of
/// ten, or steps between them where the range is short.
std::vector<double> ticksIn(const PlotRange& range, int wanted, bool logarithmic = false);

/// As short as a value can be told: "12,500" is "12.5k", 0.0001 is "1e-4".
QString tickText(double value);

} // namespace rb::ui
