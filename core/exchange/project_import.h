#pragma once

#include "core/exchange/picture_finder.h"
#include "core/formats/format.h"
#include "core/project/project.h"

#include <stop_token>

namespace rb::exchange {

struct ImportOptions {
    formats::ReadOptions reading;
    std::vector<formats::Correction> corrections;
    /// Of captions whose file does not say: a data set's captions are a person's and accepted.
    project::CaptionState captionState = project::CaptionState::Accepted;
    QString split;                 ///< of pictures whose file does not say
};

/// Told now and then with the records read so far.
using ImportProgress = std::function<void(std::size_t regions)>;

/// What a file holds, and what looks wrong with it; nothing is written.
struct ImportReport {
    std::size_t pictures = 0, missing = 0, regions = 0, captions = 0, pictureCaptions = 0;
    QStringList firstMissing;      ///< up to five of the pictures that are not there
    std::vector<formats::Finding> findings;
    formats::LossReport losses;    ///< what the file has and a project cannot hold
};
Result<ImportReport> checkFile(const formats::Format& format, const std::filesystem::path& path, const ImportOptions& options,
                               const ImportProgress& progress = {}, std::stop_token stop = {});

struct ImportCounts {
    int pictures = 0;              ///< new in the project
    int missing = 0;               ///< of those, without a file: placeholders that keep their regions
    int regions = 0, captions = 0;
    int known = 0;                 ///< regions that the project has already, by shape and label: only new captions are taken
    project::Id first = 0;         ///< the first picture of the file, new or known
};

/// Where the pictures of a file of annotations are looked for.
QString mediaFolder(const std::filesystem::path& path, const formats::ReadOptions& options);
/// Name of the edit.
QString importName(const std::filesystem::path& path);

/// Reads a file into the project as one edit, "Import NAME", however large: it is made in parts and
/// undone as one. A failure in the middle, or a stop, leaves the project as it was. Memory does not grow
/// with the number of regions. Runs on the project's thread.
Result<ImportCounts> importInto(project::Project& project, const formats::Format& format, const std::filesystem::path& path,
                                const ImportOptions& options, const ImportProgress& progress = {}, std::stop_token stop = {});

} // namespace rb::exchange
