#include "viewer3d/scene/ground_grid.h"

#include <algorithm>
#include <cmath>

namespace rb::viewer3d {

double roundStep(double value) {
    const double power = std::pow(10, std::floor(std::log10(value)));
    const double times = value / power * (1 + 1e-9);
    return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
}

std::vector<LineActor::Line> gridLines(const spatial::Bounds& bounds, const ViewLook& look) {
    std::array<double, 3> low{}, high{};
    for (std::size_t k = 0; k < 3; ++k) {
        low[k] = double(bounds.min[k]);
        high[k] = double(bounds.max[k]);
    }
    const double longest = std::max({high[0] - low[0], high[1] - low[1], 1e-6});
    const double step = roundStep(longest / 8);
    const double x0 = std::floor(low[0] / step) * step, y0 = std::floor(low[1] / step) * step;
    const int columns = int(std::ceil((high[0] - x0) / step - 1e-9)), rows = int(std::ceil((high[1] - y0) / step - 1e-9));
    const double x1 = x0 + std::max(columns, 1) * step, y1 = y0 + std::max(rows, 1) * step;
    // A little below, so that it does not fight with the points of the floor.
    const double z = low[2] - 0.002 * longest;
    std::vector<LineActor::Line> lines;
    for (int i = 0; i <= std::max(columns, 1); ++i) lines.push_back({{x0 + i * step, y0, z}, {x0 + i * step, y1, z}, look.line});
    for (int i = 0; i <= std::max(rows, 1); ++i) lines.push_back({{x0, y0 + i * step, z}, {x1, y0 + i * step, z}, look.line});
    lines.push_back({{x0, y0, z}, {x0 + step, y0, z}, QColor(0xe0, 0x5a, 0x50)});
    lines.push_back({{x0, y0, z}, {x0, y0 + step, z}, QColor(0x4f, 0xae, 0x5a)});
    lines.push_back({{x0, y0, z}, {x0, y0, z + step}, QColor(0x4c, 0x8d, 0xff)});
    return lines;
}

} // namespace rb::viewer3d
