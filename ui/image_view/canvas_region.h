#pragma once

#include "core/geometry/box2.h"

#include <QString>

namespace rb::ui {

/// Which regions carry their caption on the canvas. The selected ones and running ones always do.
enum class CaptionDisplay { Always, Hover, Selected };

/// What the canvas shows of one region. `box` is in picture pixels; the number drawn at the box is
/// the region's place in the list given to ImageView, from 1.
struct CanvasRegion {
    enum State { None, Draft, Accepted, Rejected, Running };

    qint64 id = 0;
    geometry::Box2 box;
    QString caption;
    QString label;
    int colorIndex = 0;
    State state = None;
    bool hidden = false;     ///< neither drawn nor hit by the mouse
    bool locked = false;     ///< can be selected, not moved, resized or removed
    double confidence = 1.0; ///< 0 to 1; unsure captions are drawn paler, below 0.3 underlined
};

} // namespace rb::ui
