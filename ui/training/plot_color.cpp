#include "ui/training/plot_color.h"

#include <array>

namespace rb::ui {

QColor plotColor(int index, const Theme& theme) {
    static constexpr std::array kHues{0, 2, 6, 1, 5}; // orange, green, purple, sky blue, vermilion: places in regionColor()
    const int count = static_cast<int>(kHues.size()) + 1;
    const int wrapped = ((index % count) + count) % count;
    QColor color = wrapped == 0 ? theme.accent : regionColor(kHues[static_cast<std::size_t>(wrapped - 1)]);
    while (contrastRatio(color, theme.surface) < 3.0) color = theme.dark ? color.lighter(108) : color.darker(108);
    return color;
}

} // namespace rb::ui
