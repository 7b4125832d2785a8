#pragma once

#include "core/train/samples.h"
#include "core/vlm/region_captioner.h"

#include <functional>
#include <string>
#include <vector>

namespace rb::evaluate {

/// One region, picture or cloud with what it was taken for.
struct ClassifiedItem {
    std::string id;
    std::size_t truth = 0;            ///< index into the classes
    std::vector<std::size_t> ranking; ///< classes, the likest first, five at most
};

struct Classification {
    std::vector<std::string> classes;
    std::vector<ClassifiedItem> items;
    double top1 = 0, top5 = 0;        ///< share of the items
    std::vector<std::vector<std::size_t>> confusion; ///< [truth][taken for]
};

struct ClassifyOptions {
    std::vector<std::string> classes; ///< empty: the names in the samples
    std::string text;                 ///< "a point cloud model of {}."; empty: that of the paper for the modality
    std::function<void(std::size_t done, std::size_t total)> progress;
};

/// Zero-shot: each thing is the class whose text is most like it, by ITC's features (the protocol of the paper's
/// ModelNet40 table). Samples need a name, and all one modality.
Result<Classification> classify(vlm::RegionCaptioner& captioner, const std::vector<train::Sample>& samples, const ClassifyOptions& options);

/// A folder with a folder of pictures or clouds for each class (`chair/…`, or `chair/test/…` as ModelNet40 has
/// them): whole things with the folder's name, `_` as a space.
Result<std::vector<train::Sample>> readClassFolders(const std::filesystem::path& folder, train::Split split);

/// `{"top_1", "top_5", "text", "classes", "confusion", "items": [{id, truth, ranking}]}`
std::string toJson(const Classification& classification);
/// Both shares, and the confusions that happen most.
std::string toTable(const Classification& classification);
/// A line for each true class: its name, then how often it was taken for each class.
std::string confusionCsv(const Classification& classification);

} // namespace rb::evaluate
