#include "core/clouds/scene_files.h"

#include "core/clouds/npy_table.h"
#include "core/clouds/refusal.h"

#include "core/base/durable_file.h"
#include "core/media/npy_array.h"

#include <algorithm>
#include <cmath>

namespace rb::clouds {
namespace {

constexpr std::string_view kVertices = "_aligned_vert.npy";
constexpr std::uint64_t kMostObjects = 100'000;

/// `<scene>` + `ending` beside the vertices.
std::filesystem::path beside(const std::filesystem::path& sceneFile, const std::string& ending) {
    std::string name = sceneFile.filename().string();
    name.resize(name.size() - kVertices.size());
    return sceneFile.parent_path() / (name + ending);
}

Status addLabels(const std::filesystem::path& path, Role role, std::uint64_t points, Table& table) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return {};
    Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    const Result<NpyTable> labels = readNpyTable(*std::move(bytes));
    if (!labels.ok()) return labels.error();
    if (labels->rows != points || labels->columns != 1)
        return refusal(path.string(), "it has " + std::to_string(labels->rows) + " labels for " + std::to_string(points) + " points");
    addStrips(*labels, {role}, table);
    return {};
}

} // namespace

bool isSceneFile(const std::filesystem::path& path) {
    return path.filename().string().ends_with(kVertices);
}

Result<std::filesystem::path> sceneFileIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (isSceneFile(entry.path())) found.push_back(entry.path());
    const auto own = std::find(found.begin(), found.end(), folder / (folder.filename().string() + std::string(kVertices)));
    if (own != found.end()) return *own;
    if (found.size() == 1) return found.front();
    return refusal(folder.string(), found.empty() ? "this folder holds no scene (<scene>_aligned_vert.npy)"
                                                  : "this folder holds " + std::to_string(found.size()) + " scenes; name one of their files");
}

Result<std::vector<SceneObject>> readSceneObjects(const std::filesystem::path& sceneFile) {
    const std::filesystem::path path = beside(sceneFile, "_aligned_bbox.npy");
    const Result<std::string> bytes = readFile(path, kMostObjects * 64 + 65'600);
    if (!bytes.ok()) return bytes.error();
    const auto rows = media::rowsFromNpy(*bytes, path.string(), 8, kMostObjects);
    if (!rows.ok()) return rows.error();
    std::vector<SceneObject> objects;
    for (const std::vector<double>& row : *rows) {
        if (!std::all_of(row.begin(), row.end(), [](double value) { return std::fabs(value) < 1e9; }))
            return refusal(path.string(), "a box of it is not finite");
        objects.push_back({std::llround(row[7]), std::llround(row[6]), {{row[0], row[1], row[2]}, {row[3], row[4], row[5]}, 0}});
    }
    return objects;
}

OpenedSource openScene(const std::filesystem::path& path) {
    Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    const Result<NpyTable> array = readNpyTable(*std::move(bytes));
    if (!array.ok()) return array.error();
    Table table;
    if (Status added = addLabels(beside(path, "_ins_label.npy"), Role::Instance, array->rows, table); !added.ok()) return added.error();
    if (Status added = addLabels(beside(path, "_sem_label.npy"), Role::Class, array->rows, table); !added.ok()) return added.error();
    return openNpyTable(*array, "ScanRefer scene", std::move(table));
}

} // namespace rb::clouds
