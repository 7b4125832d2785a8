#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QString>

#include <cstddef>

namespace rb::viewer3d {

/// What is drawn while the view is measured.
struct ViewLoad {
    std::size_t points = 10'000'000; ///< of a made-up room: floor, walls, pillars
    QSize view{1280, 800};           ///< device-independent pixels
    int frames = 60;                 ///< of the moving camera
    int plainFrames = 4;             ///< of VTK alone, which may take seconds each
};

/// Of one run: ours and VTK's alone draw the same points with the same cameras, one after the other.
struct ViewTimes {
    QString driver;           ///< GL_RENDERER
    bool onProcessor = false; ///< our points are drawn by the processor
    double buildSeconds = 0;  ///< of the octree
    double framesPerSecond = 0;
    double worstMs = 0;
    double processorMs = 0;   ///< mean of processor time of all threads, whatever else the machine does
    std::size_t points = 0;   ///< in a frame of the moving camera, mean
    double fillSeconds = 0;   ///< from the camera's rest until all that can be seen is shown
    std::size_t filledPoints = 0;
    double pickMs = 0;        ///< mean of finding the point under the pointer
    double plainFramesPerSecond = 0; ///< vtkPointGaussianMapper with all points
    double plainFirstSeconds = 0;    ///< its first frame
};

/// Needs a QApplication and a display with OpenGL; fails without one. GUI thread; takes up to a minute.
Result<ViewTimes> measureView(const ViewLoad& load = {});

} // namespace rb::viewer3d
