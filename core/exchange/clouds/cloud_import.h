#pragma once

#include "core/exchange/clouds/cloud_export.h"
#include "core/exchange/project_import.h"
#include "core/media/image.h"

#include <stop_token>

namespace rb::exchange {

/// The first format of clouds that recognises the file or folder and can be read; nullptr: none.
const CloudFormat* cloudFormatOf(const std::filesystem::path& path);

/// What a file holds; nothing is written.
Result<ImportReport> checkClouds(const CloudFormat& format, const std::filesystem::path& path, const ImportOptions& options);

/// A cloud of the file with what its own files say of themselves.
struct PlacedCloud {
    CloudRecord record;
    QString file;                                ///< where it lies, or would lie
    std::optional<qint64> points;                ///< nothing: it is not there, or cannot be read
    std::optional<media::ImageHeader> picture;   ///< of the record's
};

/// What a reading that was stopped fails with.
Error importStopped();

/// Reads the file and the headers of its clouds; any thread. Fails when it is stopped. `progress` is told how many there are
/// so far.
Result<std::vector<PlacedCloud>> readClouds(const CloudFormat& format, const std::filesystem::path& path, const ImportOptions& options,
                                            const std::stop_token& stop = {}, const std::function<void(int)>& progress = {});

/// Puts them into the project as importClouds() does, on the project's thread.
Result<ImportCounts> insertClouds(project::Project& project, const std::vector<PlacedCloud>& clouds, const std::filesystem::path& path, const ImportOptions& options);

/// Reads boxes and captions of clouds into the project as one edit, "Import NAME". Regions that a cloud has already, by box and label, get new
/// captions only. Clouds that are not there become placeholders that keep their regions. Runs on the project's thread.
Result<ImportCounts> importClouds(project::Project& project, const CloudFormat& format, const std::filesystem::path& path, const ImportOptions& options);

} // namespace rb::exchange
