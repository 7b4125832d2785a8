#include "core/formats/file_bytes.h"
#include "core/formats/file_names.h"
#include "core/formats/json_head.h"
#include "core/formats/trainers/format_parts.h"
#include "core/formats/trainers/trainers.h"

namespace rb::formats {
namespace {

namespace fs = std::filesystem;

/// A line of YOLO or KITTI beside a picture is all numbers behind its class.
bool isNumbers(const std::string& text) {
    const std::string line = text.substr(0, text.find_first_of("\r\n"));
    return !line.empty() && line.find_first_not_of("0123456789.-+eE \t") == std::string::npos;
}

bool isCaptionedPicture(const fs::path& file) {
    std::error_code error;
    if (!isPictureSuffix(suffixOf(file.filename().string()))) return false;
    for (const char* suffix : {".caption", ".txt"}) {
        fs::path sidecar = file;
        sidecar.replace_extension(suffix);
        if (fs::is_regular_file(sidecar, error)) return !isNumbers(headOf(sidecar));
    }
    return false;
}

bool recognises(const fs::path& path) {
    constexpr int kDeepest = 2;
    constexpr int kMost = 1000;
    std::error_code error;
    int looked = 0;
    for (fs::recursive_directory_iterator at(path, error), end; !error && at != end && looked < kMost;
         at.increment(error), ++looked) {
        if (at.depth() >= kDeepest) at.disable_recursion_pending();
        if (isCaptionedPicture(at->path())) return true;
    }
    return false;
}

} // namespace

const Format& kohyaFormat() {
    static const Format kFormat{
        .name = "kohya", .title = "Crops with caption files (kohya)", .output = Format::Output::Folder, .suffix = "",
        .dialects = {".txt", ".caption"},
        .holds = {.text = Holds::Text::OneLine, .captionlessRegions = false, .crops = true, .exactBoxes = false,
                  .rounding = "each becomes a picture of its own, in whole pixels", .pictureSize = false, .emptyPictures = false},
        .recognises = recognises, .read = readKohya, .write = writeKohya};
    return kFormat;
}

} // namespace rb::formats
