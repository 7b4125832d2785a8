#include "core/train/samples.h"

#include "core/train/cap3d_samples.h"
#include "core/train/json_samples.h"
#include "core/train/project_samples.h"

#include <algorithm>
#include <sstream>

namespace rb::train {
namespace fs = std::filesystem;

std::string placeText(const Sample& sample) {
    std::ostringstream out;
    out.precision(17);
    if (const auto& box = sample.box) out << box->x << ' ' << box->y << ' ' << box->width << ' ' << box->height << '\n';
    if (const auto& box = sample.box3) {
        for (std::size_t axis = 0; axis < 3; ++axis) out << box->center[axis] << ' ' << box->size[axis] << '\n';
        if (box->yaw != 0) out << box->yaw << '\n'; // runs of upright boxes keep the fingerprint they have
    }
    return out.str();
}

Result<Split> splitNamed(const std::string& name) {
    for (const Split split : {Split::Train, Split::Val, Split::Test})
        if (nameOf(split) == name) return split;
    return Error{ErrorCode::InvalidArgument, "There is no split \"" + name + "\"; choose train, val or test."};
}

std::string nameOf(Split split) {
    switch (split) {
    case Split::Train: return "train";
    case Split::Val: return "val";
    case Split::Test: break;
    }
    return "test";
}

static bool hasSplits(const fs::path& folder) {
    return fs::is_directory(folder / "train") || fs::is_directory(folder / "val") || fs::is_directory(folder / "test");
}

/// The lists of one folder, in the order of their names.
static std::vector<fs::path> listsOf(const fs::path& folder) {
    std::vector<fs::path> lists;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".json" || entry.path().extension() == ".csv") lists.push_back(entry.path());
    std::sort(lists.begin(), lists.end());
    return lists;
}

static Result<std::vector<Sample>> readList(const fs::path& list) {
    return list.extension() == ".csv" ? readCap3d(list) : readJsonSamples(list);
}

/// `names.json` of made-up scenes: the objects' names in the order of the samples that have a region or
/// are a cloud.
static void addNames(std::vector<Sample>& samples, const fs::path& folder) {
    std::vector<Sample*> named;
    for (Sample& sample : samples)
        if (sample.modality != "image" && sample.name.empty()) named.push_back(&sample);
    const std::vector<std::string> names = readNameList(folder / "names.json");
    if (names.size() != named.size()) return;
    for (std::size_t i = 0; i < names.size(); ++i) named[i]->name = names[i];
}

static Result<std::vector<Sample>> readFolder(const fs::path& folder) {
    std::vector<Sample> all;
    for (const fs::path& list : listsOf(folder)) {
        Result<std::vector<Sample>> samples = readList(list);
        if (!samples.ok()) return samples.error();
        all.insert(all.end(), std::make_move_iterator(samples->begin()), std::make_move_iterator(samples->end()));
    }
    addNames(all, folder);
    return all;
}

Result<std::vector<Sample>> readSamples(const fs::path& path, Split split) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return Error{ErrorCode::FileNotFound, "There is no data at " + path.string() + "."};
    if (fs::is_directory(path)) {
        if (hasSplits(path)) return fs::is_directory(path / nameOf(split)) ? readFolder(path / nameOf(split)) : std::vector<Sample>();
        return split == Split::Train ? readFolder(path) : std::vector<Sample>();
    }
    if (path.extension() == ".json" || path.extension() == ".csv")
        return split == Split::Train ? readList(path) : std::vector<Sample>();
    return readProjectSamples(path, split);
}

} // namespace rb::train
