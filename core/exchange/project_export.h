#pragma once

#include "core/exchange/project_records.h"

#include <QString>

#include <filesystem>

namespace rb::exchange {

/// What an export would keep, change and drop; nothing is written. Runs on the project's thread.
Result<formats::LossReport> previewExport(const project::Project& project, const formats::Format& format, const ExportOptions& options,
                                          const formats::WriteOptions& writing = {});

struct Exported {
    std::vector<std::filesystem::path> files;
    formats::LossReport losses;
};

/// Writes the project in a format: `path` is the file, or the folder of formats of many files, which is
/// made, or must be empty. What is written is what held() leaves of each picture. All files get their names together, or none does. The project's own file is
/// never replaced.
Result<Exported> exportProject(const project::Project& project, const formats::Format& format, const QString& path,
                               const ExportOptions& options, const formats::WriteOptions& writing = {});

/// Refuses a folder that holds something already.
Status refuseTaken(const std::filesystem::path& folder);

} // namespace rb::exchange
