#pragma once

#include "core/base/result.h"
#include "core/geometry/box3.h"

#include <filesystem>
#include <map>
#include <string>

namespace rb::train {

/// Where an object of a ScanRefer scene stands.
struct ScanReferObject {
    std::filesystem::path cloud; ///< `<scene>_aligned_vert.npy`
    geometry::Box3 box;
};

/// The scenes of a folder: `<scene>_aligned_vert.npy` `[N, 9]` and `<scene>_aligned_bbox.npy` `[K, 8]`
/// (centre, size, semantic id, object id), beside the list or in a folder `scenes` there.
class ScanReferScenes {
public:
    explicit ScanReferScenes(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    Result<ScanReferObject> object(const std::string& scene, const std::string& objectId);

private:
    struct Scene {
        std::filesystem::path cloud;
        std::map<std::string, geometry::Box3> boxes; ///< by object id
    };
    Result<const Scene*> scene(const std::string& name);

    std::filesystem::path m_folder;
    std::map<std::string, Scene> m_scenes;
};

} // namespace rb::train
