#pragma once

namespace rb::ui {

/// Makes assistive programs see every ImageView as a canvas rather than as a plain client area. Qt
/// keeps the registration; calling it again changes nothing.
void installImageViewAccessibility();

} // namespace rb::ui
