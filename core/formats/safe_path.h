#pragma once

#include "core/base/result.h"

#include <string>

namespace rb::formats {

/// A path from a file of annotations made safe to join to a folder: backslashes become '/', "./" and
/// doubled '/' go. Refused, with `place` in the sentence ("boxes.json, image 3"), when it is empty, too
/// long, holds a NUL, or would leave its folder by "..", a drive or a leading '/'.
Result<std::string> safeRelativePath(const std::string& path, const std::string& place);

} // namespace rb::formats
