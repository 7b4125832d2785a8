#pragma once

#include <QString>

namespace rb::ui {

struct Theme;

/// The few things that Fusion and the palette cannot say: separators of one pixel, docks without
/// bevels, roomy rows, the primary button.
QString styleSheet(const Theme& theme);

} // namespace rb::ui
