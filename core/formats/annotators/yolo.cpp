#include "core/formats/annotators/yolo.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/annotators/yolo_layout.h"
#include "core/formats/file_bytes.h"
#include "core/formats/picture_files.h"
#include "core/formats/text_numbers.h"

#include <algorithm>
#include <cmath>

namespace rb::formats {
namespace fs = std::filesystem;

namespace {

bool looksLikeYaml(const fs::path& file) {
    const std::string head = "\n" + headOf(file);
    const auto has = [&head](const char* key) { return head.find(key) != std::string::npos; };
    const bool hasFolders = has("\ntrain:") || has("\nval:") || has("\ntest:");
    return isYaml(file) && (has("\nnames:") || has("\nnc:")) && (hasFolders || has("\npath:"));
}

/// A class number and parts of the picture's sides.
bool looksLikeLine(std::string_view line) {
    int words = 0;
    constexpr double kFarOutside = 2;
    for (std::string_view each : parts(trimmed(line), ' ')) {
        const std::optional<double> number = coordinateIn(each);
        if (!number || (words == 0 && (!wholeNumberIn(each) || *number < 0)) || (words > 0 && std::abs(*number) > kFarOutside))
            return false;
        ++words;
    }
    return words >= 5;
}

bool looksLikeLabels(const fs::path& file) {
    const std::string head = headOf(file);
    return !isYoloList(file) && !head.empty() && looksLikeLine(std::string_view(head).substr(0, head.find('\n')));
}

/// Outlines of any four corners at right angles come back as turned boxes.
Holds holdsIn(const std::string& dialect) {
    const bool isDetect = dialect == kYoloDetect;
    return {.labels = true, .needsLabels = true, .captions = false, .polygons = dialect == kYoloSegment, .rotation = !isDetect,
            .exactBoxes = false, .rounding = "numbers are parts of the picture's sides with 6 decimals", .pictureSize = false,
            .splits = true, .holdsSplit = yoloHoldsSplit};
}

bool recognises(const fs::path& path) {
    if (!isFolder(path)) return looksLikeYaml(path);
    const fs::path yaml = yoloYamlIn(path);
    return yaml.empty() ? isOrHolds(path, ".txt", looksLikeLabels) : looksLikeYaml(yaml);
}

} // namespace

const Format& yoloFormat() {
    static const Format kFormat{.name = kYolo, .title = "YOLO data set", .output = Format::Output::Folder, .suffix = ".txt",
                                .dialects = {kYoloDetect, kYoloSegment, kYoloObb}, .holds = holdsIn(kYoloDetect),
                                .recognises = recognises, .read = readYolo, .write = writeYolo, .holdsIn = holdsIn};
    return kFormat;
}

} // namespace rb::formats
