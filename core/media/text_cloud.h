#pragma once

#include "core/base/result.h"
#include "core/geometry/point_cloud.h"

#include <string>
#include <string_view>

namespace rb::media {

/// A cloud from text: `x y z [r g b]` a line, separated by spaces, tabs or commas; empty lines and
/// lines that begin with # are passed over. Errors name the line.
Result<geometry::PointCloud> cloudFromText(std::string_view text, const std::string& name, std::uint64_t maxPoints);

} // namespace rb::media
