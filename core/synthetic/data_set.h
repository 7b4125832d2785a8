#pragma once

#include "core/base/result.h"
#include "core/synthetic/object_cloud.h"
#include "core/synthetic/picture_scene.h"
#include "core/synthetic/room.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

namespace rb::synthetic {

enum class DataKind { Pictures, Objects, Rooms };

/// "pictures", "objects" or "rooms"; anything else is refused with a sentence that lists them.
Result<DataKind> dataKindNamed(std::string_view name);

struct DataSetOptions {
    DataKind kind = DataKind::Pictures;
    std::uint64_t count = 1000; ///< scenes, 10 at least
    std::uint64_t seed = 1;
    CaptionStyle style = CaptionStyle::Plain; ///< stands in for the style of `picture`
    std::filesystem::path folder;             ///< made when missing; refused when not empty
    std::filesystem::path recipe;             ///< objects.json; pictures only
    PictureOptions picture;                   ///< pictures only
    bool png = false;                         ///< pictures as PNG; else as JPEG
};

/// Told after every scene; false stops, and writeDataSet() answers ErrorCode::Cancelled.
using DataSetProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Writes `folder`/{train,val,test}: of every ten scenes the first eight, the ninth, the tenth.
/// - pictures: `images/000123.jpg`; `regions.json`, a list of {"image", "image_id", "bbox": [x, y, w, h],
///   "caption"}; `names.json`, the regions' object names in that order; `captions.json`, a list of {"image",
///   "caption"}. Image paths are relative to the list.
/// - objects (Cap3D): `<uid>/<uid>_8192.npz` with `arr_0` `[8192, 3]` float32; `captions.csv` with lines
///   `uid,caption`; `names.json` in that order.
/// - rooms (ScanRefer): `scanrefer.json`, a list of {scene_id, object_id, object_name, ann_id, description,
///   token}; beside it `<scene>_aligned_vert.npy` `[2048, 9]` float32 (x y z, r g b in 0 … 255, normal),
///   `_aligned_bbox.npy` `[K, 8]` float64 (centre, size, NYU40 class, object id), `_ins_label.npy` and
///   `_sem_label.npy` `[2048]` uint32 (instance 1 + object id, 0 for none; NYU40 class).
/// Every file is whole or not there; lists come last, so a split without its lists was interrupted.
/// Memory does not grow with `count`. Pictures need a QGuiApplication and the emoji font.
Status writeDataSet(const DataSetOptions& options, const DataSetProgress& progress = {});

} // namespace rb::synthetic
