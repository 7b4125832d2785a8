#include "viewer3d/measure_view.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    rb::viewer3d::ViewLoad load;
    if (argc > 1) load.points = static_cast<std::size_t>(QString::fromLocal8Bit(argv[1]).toULongLong());
    const auto times = rb::viewer3d::measureView(load);
    if (!times.ok()) {
        std::fprintf(stderr, "regionblip-bench-view: %s\n", times.error().message.c_str());
        return 1;
    }
    std::printf("view             %s, points drawn by the %s\n", qPrintable(times->driver), times->onProcessor ? "processor" : "graphics card");
    std::printf("view, moving     %.1f frames a second with %.1f million points (worst %.0f ms, %.0f ms of processor time)\n", times->framesPerSecond,
                static_cast<double>(times->points) / 1e6, times->worstMs, times->processorMs);
    std::printf("view, at rest    all %.1f million points that can be seen after %.2f s\n", static_cast<double>(times->filledPoints) / 1e6, times->fillSeconds);
    std::printf("view, picking    %.2f ms\n", times->pickMs);
    std::printf("VTK alone        %.2f frames a second with all points, the first after %.1f s; ratio %.0f\n", times->plainFramesPerSecond, times->plainFirstSeconds,
                times->framesPerSecond / times->plainFramesPerSecond);
    return 0;
}
