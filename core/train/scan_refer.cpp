#include "core/train/scan_refer.h"

#include "core/base/durable_file.h"
#include "core/base/plain_name.h"
#include "core/media/npy_array.h"

#include <cmath>

namespace rb::train {

constexpr std::uint64_t kMostBoxes = 100'000;

Result<const ScanReferScenes::Scene*> ScanReferScenes::scene(const std::string& name) {
    if (const auto known = m_scenes.find(name); known != m_scenes.end()) return &known->second;
    // It becomes a file name: it must not lead out of the data set.
    if (!isPlainName(name)) return Error{ErrorCode::FileInvalid, "the scene id \"" + name + "\" is no plain name."};
    const std::string boxes = name + "_aligned_bbox.npy";
    std::error_code ignored;
    const std::filesystem::path folder =
        std::filesystem::exists(m_folder / boxes, ignored) ? m_folder : m_folder / "scenes";
    const Result<std::string> bytes = readFile(folder / boxes, kMostBoxes * 64 + 65'600);
    if (!bytes.ok()) return bytes.error();
    const auto rows = media::rowsFromNpy(*bytes, (folder / boxes).string(), 8, kMostBoxes);
    if (!rows.ok()) return rows.error();
    Scene scene{folder / (name + "_aligned_vert.npy"), {}};
    for (const std::vector<double>& row : *rows)
        scene.boxes[std::to_string(std::llround(row[7]))] = {{row[0], row[1], row[2]}, {row[3], row[4], row[5]}, 0};
    return &m_scenes.emplace(name, std::move(scene)).first->second;
}

Result<ScanReferObject> ScanReferScenes::object(const std::string& sceneName, const std::string& objectId) {
    const Result<const Scene*> found = scene(sceneName);
    if (!found.ok()) return found.error();
    const auto box = (*found)->boxes.find(objectId);
    if (box == (*found)->boxes.end())
        return Error{ErrorCode::FileInvalid, "scene " + sceneName + " has no object " + objectId + "."};
    return ScanReferObject{(*found)->cloud, box->second};
}

} // namespace rb::train
