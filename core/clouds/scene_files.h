#pragma once

#include "core/base/result.h"
#include "core/geometry/box3.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace rb::clouds {

/// RegionBLIP's files of one ScanNet scene, axis-aligned, in metres, z up:
/// `<scene>_aligned_vert.npy` `[N, 9]` x y z r g b nx ny nz, `<scene>_ins_label.npy` and `<scene>_sem_label.npy` `[N]`,
/// `<scene>_aligned_bbox.npy` `[K, 8]` centre, size, semantic label, object id.

/// An object of a scene.
struct SceneObject {
    std::int64_t id = 0;    ///< ScanRefer's object_id; the points' instance label is one more (0: no object)
    std::int64_t label = 0; ///< semantic
    geometry::Box3 box;
};

/// Whether the path ends in `_aligned_vert.npy`.
bool isSceneFile(const std::filesystem::path& path);

/// The vertices of the one scene in a folder; of several, that which bears the folder's name.
Result<std::filesystem::path> sceneFileIn(const std::filesystem::path& folder);

/// The objects beside a scene's vertices, in the file's order.
Result<std::vector<SceneObject>> readSceneObjects(const std::filesystem::path& sceneFile);

} // namespace rb::clouds
