#pragma once

#include <array>

namespace rb::geometry {

/// An axis-aligned box in picture pixels: (x, y) is the upper left corner, y grows downwards.
struct Box2 {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    friend bool operator==(const Box2&, const Box2&) = default;
};

/// The part of `box` inside a picture of the given size; width and height are 0 when there is none.
Box2 clipped(const Box2& box, double pictureWidth, double pictureHeight);

/// x1 y1 x2 y2 in [0, 1] as RegionBLIP's released loader makes them: clipped to the picture,
/// corners truncated to integers, divided by width and height.
std::array<float, 4> normalisedCorners(const Box2& box, int pictureWidth, int pictureHeight);

} // namespace rb::geometry
