#pragma once

#include "core/formats/format.h"

#include <nlohmann/json.hpp>

namespace rb::formats {

/// The file in memory, without the picture that imageData holds.
Result<nlohmann::json> labelmeJson(const std::filesystem::path& file);
/// Points in a JSON list of pairs; nothing when it is something else.
std::optional<std::vector<geometry::Point2>> labelmePoints(const nlohmann::json& list);
nlohmann::json labelmePoints(const std::vector<geometry::Point2>& points);

/// Where `file` says that its picture lies, as seen from `root`: labelme names it from the file's own
/// folder, often in a folder beside it, so that one step out of `root` is allowed and left out.
struct LabelmePicture {
    std::string path;
    std::filesystem::path folder; ///< that `path` starts in
};
Result<LabelmePicture> labelmePicture(const std::filesystem::path& root, const std::filesystem::path& file,
                                      const std::string& imagePath);

} // namespace rb::formats
