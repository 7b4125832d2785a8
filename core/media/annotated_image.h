#pragma once

#include "core/geometry/box2.h"
#include "core/media/image.h"

#include <string>
#include <vector>

namespace rb::media {

/// A box and the caption to draw beside it.
struct Annotation {
    geometry::Box2 box;
    std::string caption;
};

/// A copy of the picture with numbered boxes in the region palette (Okabe and Ito) and each
/// caption on a plate at its box; plates avoid each other and stay inside the picture.
/// Text needs a QGuiApplication (the offscreen platform will do).
Image annotated(const Image& image, const std::vector<Annotation>& annotations);

} // namespace rb::media
