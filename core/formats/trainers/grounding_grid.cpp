#include "core/formats/trainers/grounding_grid.h"

#include <algorithm>
#include <cmath>

namespace rb::formats {
namespace {

constexpr int kCells = 32;
constexpr double kThousand = 1000;

/// One side of the picture, along which two of the corners lie.
struct Axis {
    double length;
    double other;   ///< the picture's other side
    double resized;

    double toSquare(double at) const { return (at + padding()) / longer(); }
    double fromSquare(double part) const { return part * longer() - padding(); }

private:
    double longer() const { return std::max(length, other); }
    double padding() const { return std::floor((longer() - length) / 2); }
};

double numberOf(double at, const Axis& axis, GroundingStyle style) {
    switch (style) {
    case GroundingStyle::Shikra: return axis.toSquare(at);
    case GroundingStyle::Qwen25Vl: return std::nearbyint(at * axis.resized / axis.length);
    case GroundingStyle::Qwen3Vl: return std::nearbyint(at * kThousand / axis.length);
    default: return std::min(std::floor(at * kThousand / axis.length), kThousand - 1);
    }
}

double placeOf(double number, const Axis& axis, GroundingStyle style) {
    switch (style) {
    case GroundingStyle::Shikra: return axis.fromSquare(number);
    case GroundingStyle::Qwen25Vl: return number * axis.length / axis.resized;
    case GroundingStyle::Florence2: return (number + 0.5) * axis.length / kThousand;
    default: return number * axis.length / kThousand;
    }
}

/// First and last cell that an interval touches.
std::array<double, 2> cellsOf(double from, double to, const Axis& axis) {
    const double first = std::clamp(std::floor(from / axis.length * kCells), 0.0, kCells - 1.0);
    return {first, std::clamp(std::ceil(to / axis.length * kCells - 1), first, kCells - 1.0)};
}

/// Centres of the cells; whole cells when the corners share a row or a column.
Corners placesOfCells(const Corners& cells) {
    const bool whole = cells[0] == cells[2] || cells[1] == cells[3];
    const double first = whole ? 0 : 0.5;
    const double last = whole ? 1 : 0.5;
    return {(cells[0] + first) / kCells, (cells[1] + first) / kCells, (cells[2] + last) / kCells, (cells[3] + last) / kCells};
}

geometry::Box2 boxBetween(const Corners& at) { return {at[0], at[1], at[2] - at[0], at[3] - at[1]}; }

} // namespace

GroundingGrid::GroundingGrid(GroundingStyle wanted, PixelSize picture, std::optional<PixelSize> resizedTo)
    : style(wanted), size(picture), resized(resizedTo.value_or(smartResized(picture, 28))) {}

Corners GroundingGrid::numbersOf(const geometry::Box2& box) const {
    const Axis across{double(size.width), double(size.height), double(resized.width)};
    const Axis down{double(size.height), double(size.width), double(resized.height)};
    const double x1 = std::clamp(box.x, 0.0, across.length);
    const double y1 = std::clamp(box.y, 0.0, down.length);
    const double x2 = std::clamp(box.x + box.width, 0.0, across.length);
    const double y2 = std::clamp(box.y + box.height, 0.0, down.length);
    if (style == GroundingStyle::Kosmos2) {
        const auto columns = cellsOf(x1, x2, across);
        const auto rows = cellsOf(y1, y2, down);
        return {columns[0], rows[0], columns[1], rows[1]};
    }
    return {numberOf(x1, across, style), numberOf(y1, down, style), numberOf(x2, across, style), numberOf(y2, down, style)};
}

geometry::Box2 GroundingGrid::boxOf(const Corners& numbers) const {
    const Axis across{double(size.width), double(size.height), double(resized.width)};
    const Axis down{double(size.height), double(size.width), double(resized.height)};
    if (style == GroundingStyle::Kosmos2) {
        const Corners at = placesOfCells(numbers);
        return boxBetween({at[0] * across.length, at[1] * down.length, at[2] * across.length, at[3] * down.length});
    }
    return boxBetween({placeOf(numbers[0], across, style), placeOf(numbers[1], down, style), placeOf(numbers[2], across, style),
                       placeOf(numbers[3], down, style)});
}

double GroundingGrid::largest() const {
    switch (style) {
    case GroundingStyle::Shikra: return 1;
    case GroundingStyle::Kosmos2: return kCells - 1;
    case GroundingStyle::Florence2: return kThousand - 1;
    case GroundingStyle::Qwen25Vl: return 1e6;
    default: return kThousand;
    }
}

PixelSize smartResized(PixelSize size, int factor) {
    constexpr double kLeast = 3136;
    constexpr double kMost = 1003520;
    const double step = factor;
    const double pixels = double(size.width) * size.height;
    double width = std::nearbyint(size.width / step) * step;
    double height = std::nearbyint(size.height / step) * step;
    if (width * height > kMost) {
        const double shrink = std::sqrt(pixels / kMost);
        width = std::max(step, std::floor(size.width / shrink / step) * step);
        height = std::max(step, std::floor(size.height / shrink / step) * step);
    } else if (width * height < kLeast) {
        const double grow = std::sqrt(kLeast / pixels);
        width = std::ceil(size.width * grow / step) * step;
        height = std::ceil(size.height * grow / step) * step;
    }
    return {static_cast<int>(width), static_cast<int>(height)};
}

} // namespace rb::formats
