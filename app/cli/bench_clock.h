#pragma once

#include <QElapsedTimer>

namespace rb::cli {

inline double secondsOf(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) * 1e-9; }

} // namespace rb::cli
