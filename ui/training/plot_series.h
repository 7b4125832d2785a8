#pragma once

#include <QPointF>
#include <QString>

#include <vector>

namespace rb::ui {

/// One line of a plot. Its values lie in the order of x; a y that is no number leaves a gap.
struct PlotSeries {
    struct Band {
        double x = 0, low = 0, high = 0;
    };
    QString name;
    int color = 0;             ///< of plotColor()
    std::vector<QPointF> points;
    std::vector<Band> band;    ///< filled behind the line; may be empty
    bool faint = false;        ///< the raw values behind a smoothed line
    bool dashed = false;       ///< of another run
    bool marked = false;       ///< few values: each has a dot
};

} // namespace rb::ui
