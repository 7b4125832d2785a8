#include "core/formats/annotators/yolo.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/annotators/picture_files.h"
#include "core/formats/annotators/text_numbers.h"
#include "core/formats/annotators/yolo_layout.h"

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

bool recognises(const fs::path& path) {
    if (!isFolder(path)) return looksLikeYaml(path);
    const fs::path yaml = yoloYamlIn(path);
    return yaml.empty() ? someFileBelow(path, ".txt", looksLikeLabels) : looksLikeYaml(yaml);
}

} // namespace

const Format& yoloFormat() {
    static const Format kFormat = [] {
        Format format{kYolo, "YOLO data set", Format::Output::Folder, ".txt", {kYoloDetect, kYoloSegment, kYoloObb}, {}, {}, {},
                      {}};
        format.holds.labels = true;
        format.holds.captions = false;
        format.holds.exactBoxes = false;
        format.holds.pictureSize = false;
        format.holds.splits = true;
        format.holds.rounding = "numbers are parts of the picture's sides with 6 decimals";
        format.recognises = recognises;
        format.read = readYolo;
        format.write = writeYolo;
        return format;
    }();
    return kFormat;
}

} // namespace rb::formats
