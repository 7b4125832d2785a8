#pragma once

#include <QSize>

namespace rb::ui {

/// What is painted while the canvas is measured.
struct CanvasLoad {
    int regions = 5000;
    int polygonPart = 4;        ///< every so many regions is a polygon of eight points; 0: none
    QSize picture{4000, 3000};
    QSize view{1600, 1000};     ///< screen pixels
    int frames = 60;            ///< of each kind of movement
};

/// Milliseconds a frame.
struct CanvasTimes {
    double pan = 0;       ///< mean, with about a quarter of the regions in the view
    double zoom = 0;      ///< mean, from all of the picture to full size
    double fitted = 0;    ///< mean, with all regions in the view
    double worst = 0;     ///< of all frames
    double processor = 0; ///< mean of processor time, whatever else the machine does
    double hitTest = 0;   ///< mean of one pointer movement
};

/// Renders frames of an ImageView into an image in memory, as fast as they come. Needs a QApplication;
/// any platform will do, "offscreen" too. GUI thread; takes some seconds.
CanvasTimes measureCanvas(const CanvasLoad& load = {});

} // namespace rb::ui
