#include "core/formats/annotators/cvat.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/file_bytes.h"
#include "core/formats/picture_files.h"
#include "core/formats/text_numbers.h"

namespace rb::formats {
namespace {

constexpr std::string_view kCaption = "caption";

bool looksLikeCvat(const std::filesystem::path& path) {
    const std::string head = headOf(isFolder(path) ? path / "annotations.xml" : path);
    const std::size_t root = head.find("<annotations");
    return root != std::string::npos && head.find("<annotation>") > root;
}

} // namespace

std::string cvatCaptionName(std::size_t index) {
    return std::string(kCaption) + (index == 0 ? std::string() : "_" + std::to_string(index + 1));
}

std::optional<std::size_t> cvatCaptionIndex(const std::string& name) {
    if (name == kCaption) return 0;
    if (!name.starts_with(kCaption) || name.size() < kCaption.size() + 2 || name[kCaption.size()] != '_') return std::nullopt;
    const std::optional<std::int64_t> number = wholeNumberIn(std::string_view(name).substr(kCaption.size() + 1));
    if (!number || *number < 2) return std::nullopt;
    return static_cast<std::size_t>(*number - 1);
}

const nlohmann::json& cvatUsualMarks() {
    static const nlohmann::json kUsual{{"source", "manual"}, {"occluded", "0"}, {"z_order", "0"}};
    return kUsual;
}

const Format& cvatFormat() {
    static const Format kFormat{.name = kCvat, .title = "CVAT XML for images", .output = Format::Output::File, .suffix = ".xml", .dialects = {},
                                .holds = {.pictureCaptions = true, .labels = true, .needsLabels = true, .severalCaptions = true,
                                          .polygons = true, .rotation = true, .splits = true, .regionFields = kCvat,
                                          .pictureFields = kCvat},
                                .recognises = looksLikeCvat, .read = readCvat, .write = writeCvat};
    return kFormat;
}

} // namespace rb::formats
