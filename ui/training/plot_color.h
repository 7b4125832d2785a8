#pragma once

#include "ui/theme/theme.h"

namespace rb::ui {

/// The accent first, then the hues of Okabe and Ito that are told apart best, made darker or lighter until they stand out from
/// the theme's surface at 3 to 1 (WCAG 2, 1.4.11). Any index; it wraps round.
QColor plotColor(int index, const Theme& theme);

} // namespace rb::ui
