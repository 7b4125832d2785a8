#pragma once

#include "core/geometry/shape2.h"

#include <QString>

#include <vector>

namespace rb::ui {

/// Which regions carry their caption on the canvas. The selected ones and running ones always do.
enum class CaptionDisplay { Always, Hover, Selected };

/// What a colour stands for: the region (by CanvasRegion::colorIndex) or its label.
enum class Coloring { ByRegion, ByLabel };

/// How sure the model was of a piece of a caption.
struct TokenSpan {
    int begin = 0;           ///< in UTF-16 units of CanvasRegion::caption
    int length = 0;          ///< a span that reaches beyond the caption is cut
    double confidence = 1.0; ///< 0 to 1
};

/// What the canvas shows of one region. `shape` is in picture pixels; the number drawn at the region is
/// its place in the list given to ImageView, from 1.
struct CanvasRegion {
    enum State { None, Draft, Accepted, Rejected, Running };

    qint64 id = 0;
    geometry::Shape2 shape;
    QString caption;
    QString label;
    int colorIndex = 0;
    State state = None;
    bool hidden = false;     ///< not hit by the mouse; drawn only as a ghost, when hidden ones are shown
    bool locked = false;     ///< can be selected, not moved, resized or removed
    double confidence = 1.0; ///< 0 to 1; unsure captions are drawn paler, below 0.3 underlined
    std::vector<TokenSpan> tokens = {}; ///< unsure ones are underlined and tinted; may be empty

    /// The axis-aligned box around the shape.
    geometry::Box2 box() const { return geometry::boundsOf(shape); }
};

} // namespace rb::ui
