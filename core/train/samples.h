#pragma once

#include "core/base/result.h"
#include "core/geometry/box2.h"
#include "core/geometry/box3.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rb::train {

/// One caption of one region, picture or cloud.
struct Sample {
    std::string id;                      ///< unique in its set; stands in reports
    std::string modality;                ///< "image", "image_region", "pointcloud", "pointcloud_region"
    std::filesystem::path media;         ///< picture or cloud file
    std::optional<geometry::Box2> box;   ///< pixels of the picture
    std::optional<geometry::Box3> box3;  ///< metres
    std::string caption;                 ///< as the file has it
    std::string name;                    ///< of the object, where the data tells; for name accuracy
    int declaredWidth = 0, declaredHeight = 0; ///< of the picture, where the data tells; else 0
};

/// Where in its medium a sample lies, as text that differs for different places; empty: the whole.
std::string placeText(const Sample& sample);

enum class Split { Train, Val, Test };
Result<Split> splitNamed(const std::string& name); ///< "train", "val", "test"
std::string nameOf(Split split);

/// The samples of one split below `path`:
/// - a project file: its accepted captions (media without a split count as training data);
/// - a JSON file, or every JSON file of a folder: RegionBLIP regions (`image`, `bbox`, `caption`), whole
///   pictures (`image`, `caption`), regions of clouds (`cloud`, `bbox3` of centre, size and yaw, `caption`), whole clouds (`cloud`,
///   `caption`), COCO captions (`images`, `annotations`), or ScanRefer
///   (`scene_id`, `object_id`, `description`) with its scene arrays beside it;
/// - `captions.csv` of a folder: Cap3D lines `uid,caption` with `<uid>/<uid>_8192.npz`.
/// A folder with sub-folders train, val and test is read at the split's; another folder counts as
/// training data only. Media are looked for beside the file, then in `images/` there.
/// Nothing is opened but the lists: checkData() tells about media.
Result<std::vector<Sample>> readSamples(const std::filesystem::path& path, Split split);

} // namespace rb::train
