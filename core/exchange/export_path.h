#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <filesystem>

namespace rb::formats {

/// `path` for the file functions; refused when it is the project's own file.
Result<std::filesystem::path> exportPath(const project::Project& project, const QString& path);

} // namespace rb::formats
