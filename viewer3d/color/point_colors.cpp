#include "viewer3d/color/point_colors.h"

#include <algorithm>

namespace rb::viewer3d {
namespace {

template <typename ColorOf>
std::vector<std::uint32_t> each(std::span<const std::uint32_t> order, const ColorOf& colorOf) {
    std::vector<std::uint32_t> colors(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) colors[i] = colorOf(std::size_t(order[i]));
    return colors;
}

template <typename ValueOf>
std::vector<std::uint32_t> ramped(std::span<const std::uint32_t> order, ValueRange range, const ValueOf& valueOf) {
    const Ramp ramp;
    const float scale = 1 / (range.high - range.low);
    return each(order, [&](std::size_t i) { return ramp.at((valueOf(i) - range.low) * scale); });
}

std::vector<std::uint32_t> byHeight(const clouds::Cloud& cloud, std::span<const std::uint32_t> order) {
    std::vector<float> heights(cloud.size());
    for (std::size_t i = 0; i < heights.size(); ++i) heights[i] = cloud.positions[3 * i + 2];
    return ramped(order, rampRange(heights), [&](std::size_t i) { return heights[i]; });
}

} // namespace

bool has(const clouds::Cloud& cloud, ColorBy by) {
    switch (by) {
    case ColorBy::Rgb: return cloud.colors.size() == 3 * cloud.size();
    case ColorBy::Intensity: return cloud.intensity.size() == cloud.size();
    case ColorBy::Class: return cloud.classes.size() == cloud.size();
    case ColorBy::Instance: return cloud.instances.size() == cloud.size();
    case ColorBy::Height:
    case ColorBy::Region:
    case ColorBy::Plain: return true;
    }
    return false;
}

ColorBy bestColor(const clouds::Cloud& cloud) {
    for (const ColorBy by : {ColorBy::Rgb, ColorBy::Class, ColorBy::Intensity})
        if (cloud.size() > 0 && has(cloud, by)) return by;
    return ColorBy::Height;
}

std::vector<std::uint32_t> pointColors(const clouds::Cloud& cloud, std::span<const std::uint32_t> order, const ColorChoice& choice) {
    const ColorBy by = has(cloud, choice.by) ? choice.by : ColorBy::Plain;
    switch (by) {
    case ColorBy::Rgb: {
        const std::uint8_t* c = cloud.colors.data();
        return each(order, [c](std::size_t i) { return packed(c[3 * i], c[3 * i + 1], c[3 * i + 2]); });
    }
    case ColorBy::Height: return byHeight(cloud, order);
    case ColorBy::Intensity:
        return ramped(order, rampRange(cloud.intensity), [&](std::size_t i) { return cloud.intensity[i]; });
    case ColorBy::Class: return each(order, [&](std::size_t i) { return categoryColor(cloud.classes[i]); });
    case ColorBy::Instance:
        return each(order, [&](std::size_t i) { return cloud.instances[i] > 0 ? categoryColor(cloud.instances[i] - 1) : choice.plain; });
    case ColorBy::Region:
        return each(order, [&](std::size_t i) { return i < choice.given.size() && choice.given[i] != 0 ? choice.given[i] : choice.plain; });
    case ColorBy::Plain: break;
    }
    return std::vector<std::uint32_t>(order.size(), choice.plain);
}

} // namespace rb::viewer3d
