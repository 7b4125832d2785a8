#pragma once

#include "core/base/result.h"
#include "core/geometry/box2.h"
#include "core/geometry/box3.h"

#include <string>

namespace rb::cli {

/// "x,y,w,h" in pixels.
Result<geometry::Box2> parseBox(const std::string& text);
/// "cx,cy,cz,dx,dy,dz" in the cloud's units.
Result<geometry::Box3> parseBox3(const std::string& text);

} // namespace rb::cli
