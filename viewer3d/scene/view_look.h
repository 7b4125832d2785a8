#pragma once

#include <QColor>

namespace rb::viewer3d {

/// The colours of the view that are not the cloud's, from the palette of the widget.
struct ViewLook {
    QColor background;
    QColor line;   ///< grid and outlines of nothing in particular
    QColor text;
    QColor plate;  ///< behind text
    QColor accent; ///< what is selected

    static ViewLook dark();
    static ViewLook light();
};

} // namespace rb::viewer3d
