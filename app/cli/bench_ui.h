#pragma once

namespace rb::cli {

/// `regionblip bench ui`: how the window's parts bear a large project.
struct UiBench {
    int pictures = 100'000;
    int regions = 1'000'000;
    int canvasRegions = 5000;
    int embeddedRegions = 100'000;

    /// Needs a QApplication; any platform will do.
    int run() const;
};

} // namespace rb::cli
