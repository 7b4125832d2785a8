#pragma once

#include "core/exchange/project_export.h"
#include "core/geometry/box3.h"
#include "core/geometry/camera.h"

#include <functional>
#include <optional>
#include <span>

namespace rb::exchange {

/// A region of a cloud as formats of clouds see it.
struct CloudRegionRecord {
    std::string id;                    ///< its place in the cloud's list, from 0
    project::CloudShape shape;
    std::string label;
    std::vector<std::string> captions; ///< one line each where the format has lines
    std::optional<geometry::Box2> inPicture = {}; ///< where the cloud's picture shows it
};

struct CloudRecord {
    std::filesystem::path file;        ///< where the cloud lies
    std::string name;                  ///< of its file, without the ending
    std::vector<std::string> captions; ///< of the whole
    std::vector<CloudRegionRecord> regions;
    std::filesystem::path picture;     ///< taken in the cloud by `camera`; empty: none is known
    geometry::Camera camera;
};

/// Takes one cloud of a file of annotations.
using TakeCloud = std::function<Status(CloudRecord)>;

/// One format for clouds: a value in a table, as formats::Format is for pictures.
struct CloudFormat {
    const char* name;  ///< on the command line
    const char* title;
    const char* suffix; ///< of its one file: ".json"
    formats::Format::Output output;
    /// Writes what the format holds, and counts what it keeps, changes and drops.
    Status (*write)(const std::vector<CloudRecord>& clouds, formats::OutputTree& output, formats::LossTally& tally);
    bool (*recognises)(const std::filesystem::path& path); ///< null: it is not read
    /// Gives each cloud of the file or folder to `take`; a record's `file` may be a mere name, with or without ending. `media`: where
    /// the clouds are. What has no place in our records is counted in `tally`.
    Status (*read)(const std::filesystem::path& path, const std::filesystem::path& media, const TakeCloud& take, formats::LossTally& tally);
};

/// ScanRefer's JSON with boxes, Cap3D's CSV, labelCloud's JSON, KITTI labels, PLY files of regions' points.
std::span<const CloudFormat> cloudFormats();
/// nullptr when none has that name.
const CloudFormat* cloudFormatNamed(const std::string& name);

/// As previewExport() and exportProject(), for the clouds of a project; pictures are counted as left out.
Result<formats::LossReport> previewCloudExport(const project::Project& project, const CloudFormat& format, const ExportOptions& options);
Result<Exported> exportClouds(const project::Project& project, const CloudFormat& format, const QString& path, const ExportOptions& options);

} // namespace rb::exchange
