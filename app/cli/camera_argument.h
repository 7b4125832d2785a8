#pragma once

#include "core/base/result.h"
#include "core/geometry/camera.h"

#include <string>

namespace rb::cli {

/// `lens`: "fx,fy,cx,cy". `pose`: a text file with the sixteen numbers of the rigid 4×4 matrix from the camera to the cloud, row by row.
Result<geometry::Camera> cameraFrom(const std::string& lens, const std::string& pose);

} // namespace rb::cli
