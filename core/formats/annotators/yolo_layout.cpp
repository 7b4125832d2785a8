#include "core/formats/annotators/yolo_layout.h"

#include "core/base/durable_file.h"
#include "core/formats/annotators/yolo_yaml.h"
#include "core/formats/file_names.h"
#include "core/formats/picture_files.h"
#include "core/formats/safe_path.h"
#include "core/formats/text_numbers.h"

#include <algorithm>

namespace rb::formats {
namespace fs = std::filesystem;

namespace {

bool isThere(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

Error refusal(const fs::path& file, const std::string& sentence) {
    return {ErrorCode::FileInvalid, file.string() + ": " + sentence};
}

Status takeNames(const YamlEntry& entry, const fs::path& file, YoloNames& names) {
    constexpr std::int64_t kHighest = 1'000'000'000;
    std::int64_t next = 0;
    for (const YamlEntry::Item& each : entry.items) {
        const std::optional<std::int64_t> number = each.key.empty() ? next : wholeNumberIn(each.key);
        if (!number || *number < 0 || *number > kHighest)
            return refusal(file, "the names of classes must be a list or be called by whole numbers, but one is called \"" +
                                     each.key.substr(0, 40) + "\".");
        names[*number] = each.value;
        next = *number + 1;
    }
    return {};
}

/// A path of data.yaml below its folder ("" for the folder itself). Ways out of it are cut off:
/// programs write "../train/images" for what lies beside data.yaml.
std::optional<std::string> inside(std::string path) {
    std::replace(path.begin(), path.end(), '\\', '/');
    while (path.starts_with("../") || path.starts_with("./")) path.erase(0, path.find('/') + 1);
    while (path.ends_with('/')) path.pop_back();
    if (path.empty() || path == "." || path == "..") return std::string();
    const Result<std::string> safe = safeRelativePath(path, {});
    return safe.ok() ? std::optional(*safe) : std::nullopt;
}

std::string joined(const std::string& folder, const std::string& path) {
    return folder.empty() ? path : path.empty() ? folder : folder + "/" + path;
}

void addFolder(YoloDataSet& dataSet, const std::string& base, const std::string& split, const std::string& given) {
    const std::optional<std::string> path = inside(given);
    if (!path) return;
    for (const std::string& each : {joined(base, *path), *path}) {
        const std::string labels = yoloRenamed(each, "images", "labels");
        if (each.empty() || (!isThere(dataSet.root / each) && !isThere(dataSet.root / labels))) continue;
        const auto known = std::find_if(dataSet.folders.begin(), dataSet.folders.end(),
                                        [&](const YoloFolder& one) { return one.pictures == each; });
        if (known != dataSet.folders.end()) known->splits.push_back(split);
        else dataSet.folders.push_back({each, labels, {split}});
        return;
    }
}

Status takeEntries(const fs::path& yaml, YoloDataSet& dataSet) {
    const Result<std::vector<YamlEntry>> entries = readYamlEntries(yaml);
    if (!entries.ok()) return entries.error();
    std::string base;
    for (const YamlEntry& each : *entries)
        if (each.key == "path" && each.isSingle) base = inside(each.items[0].value).value_or("");
    for (const YamlEntry& each : *entries) {
        const bool isOther = each.key == "path" || each.key == "nc" || each.key == "download";
        if (each.key == "kpt_shape") dataSet.hasKeypoints = true;
        else if (each.key == "names") {
            if (Status taken = takeNames(each, yaml, dataSet.names); !taken.ok()) return taken;
        } else if (!isOther)
            for (const YamlEntry::Item& item : each.items) addFolder(dataSet, base, each.key, item.value);
    }
    if (dataSet.names.empty()) return refusal(yaml, "names of classes were expected under \"names:\", but there are none.");
    return {};
}

Status takeClasses(const fs::path& file, YoloNames& names) {
    constexpr std::uint64_t kLargest = std::uint64_t{16} << 20;
    const Result<std::string> text = readFile(file, kLargest);
    if (!text.ok()) return text.error();
    std::int64_t next = 0;
    for (std::string_view line : parts(trimmed(*text), '\n')) names[next++] = std::string(trimmed(line));
    return {};
}

/// A folder that no data.yaml describes: labels in "labels", or anywhere below.
Status takeFolder(const fs::path& folder, YoloDataSet& dataSet) {
    fs::path given = fs::absolute(folder).lexically_normal();
    if (!given.has_filename()) given = given.parent_path();
    dataSet.root = given;
    std::string labels = isFolder(given / "labels") ? "labels" : "";
    for (const fs::path& outer : {given, given.parent_path()}) {
        if (outer.filename() != "labels") continue;
        dataSet.root = outer.parent_path();
        labels = pathBelow(dataSet.root, given);
        break;
    }
    dataSet.folders.push_back({yoloRenamed(labels, "labels", "images"), labels, {}});
    for (const fs::path& place : {given, given / "labels", given.parent_path(), dataSet.root})
        if (isThere(place / "classes.txt")) return takeClasses(place / "classes.txt", dataSet.names);
    return {};
}

} // namespace

std::string yoloRenamed(const std::string& path, std::string_view from, std::string_view to) {
    std::vector<std::string_view> folders = parts(path, '/');
    const auto last = std::find(folders.rbegin(), folders.rend(), from);
    if (last != folders.rend()) *last = to;
    std::string changed;
    for (std::string_view each : folders) changed += (changed.empty() ? "" : "/") + std::string(each);
    return changed;
}

bool isYaml(const fs::path& file) {
    const std::string suffix = suffixOf(file.generic_string());
    return suffix == ".yaml" || suffix == ".yml";
}

bool isYoloList(const fs::path& file) {
    static const std::vector<std::string> kLists{"classes", "names", "train",    "val",
                                                 "valid",   "test",  "trainval", "predefined_classes"};
    const std::string stem = file.stem().string();
    return stem.starts_with("README") || std::find(kLists.begin(), kLists.end(), stem) != kLists.end();
}

fs::path yoloYamlIn(const fs::path& folder) {
    for (const char* name : {"data.yaml", "data.yml", "dataset.yaml", "dataset.yml"})
        if (isThere(folder / name)) return folder / name;
    return {};
}

Result<YoloDataSet> yoloDataSet(const fs::path& path) {
    const fs::path yaml = isFolder(path) ? yoloYamlIn(path) : path;
    YoloDataSet dataSet;
    if (!yaml.empty()) {
        if (!isYaml(yaml)) return refusal(yaml, "data.yaml or a folder of labels was expected.");
        dataSet.root = yaml.parent_path();
        if (Status taken = takeEntries(yaml, dataSet); !taken.ok()) return taken.error();
    }
    const YoloNames named = dataSet.names;
    if (dataSet.folders.empty())
        if (Status taken = takeFolder(yaml.empty() ? path : yaml.parent_path(), dataSet); !taken.ok()) return taken.error();
    if (!named.empty()) dataSet.names = named;
    return dataSet;
}

} // namespace rb::formats
