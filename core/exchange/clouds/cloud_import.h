#pragma once

#include "core/exchange/clouds/cloud_export.h"
#include "core/exchange/project_import.h"

namespace rb::exchange {

/// The first format of clouds that recognises the file or folder and can be read; nullptr: none.
const CloudFormat* cloudFormatOf(const std::filesystem::path& path);

/// What a file holds; nothing is written.
Result<ImportReport> checkClouds(const CloudFormat& format, const std::filesystem::path& path, const ImportOptions& options);

/// Reads boxes and captions of clouds into the project as one edit, "Import NAME". Regions that a cloud has already, by box and label, get new
/// captions only. Clouds that are not there become placeholders that keep their regions. Runs on the project's thread.
Result<ImportCounts> importClouds(project::Project& project, const CloudFormat& format, const std::filesystem::path& path, const ImportOptions& options);

} // namespace rb::exchange
