#pragma once

#include "core/formats/annotators/yolo_line.h"
#include "core/formats/format.h"

namespace rb::formats {

/// Pictures and labels that one entry of data.yaml names. Paths are relative to the data set's root.
struct YoloFolder {
    std::string pictures;            ///< a folder, or a text file that lists pictures
    std::string labels;
    std::vector<std::string> splits; ///< keys of data.yaml that name it
};

struct YoloDataSet {
    std::filesystem::path root;
    YoloNames names;
    bool hasKeypoints = false;
    std::vector<YoloFolder> folders;
};

/// A picture and its labels; either may be missing.
struct YoloItem {
    std::filesystem::path labels;
    std::filesystem::path picture;
    std::string path;  ///< of the picture
    std::string split;
};

/// The path with its last folder of one name called by another: pictures and labels stand in folders
/// that differ in this alone.
std::string yoloRenamed(const std::string& path, std::string_view from, std::string_view to);
bool isYaml(const std::filesystem::path& file);
/// Whether a text file is none of labels but a list beside them: classes.txt, train.txt, …
bool isYoloList(const std::filesystem::path& file);
/// The description of the data set in a folder; empty when there is none.
std::filesystem::path yoloYamlIn(const std::filesystem::path& folder);

/// `path`: data.yaml, the folder of a data set, or a folder of labels. Nothing that data.yaml names is
/// looked for outside its folder: paths that lead there are taken from their first part inside.
Result<YoloDataSet> yoloDataSet(const std::filesystem::path& path);
/// What is in a folder of the data set, in the order of paths.
std::vector<YoloItem> yoloItems(const YoloDataSet& dataSet, const YoloFolder& folder, const std::filesystem::path& media);

} // namespace rb::formats
