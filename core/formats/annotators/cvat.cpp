#include "core/formats/annotators/cvat.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/annotators/picture_files.h"
#include "core/formats/annotators/text_numbers.h"

namespace rb::formats {
namespace {

constexpr std::string_view kCaption = "caption";

bool looksLikeCvat(const std::filesystem::path& file) {
    const std::string head = headOf(file);
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
    static const Format kFormat = [] {
        Format format{kCvat, "CVAT XML for images", Format::Output::File, ".xml", {kCvat}, {}, {}, {}, {}};
        format.holds.pictureCaptions = true;
        format.holds.labels = true;
        format.holds.severalCaptions = true;
        format.holds.polygons = true;
        format.holds.rotation = true;
        format.holds.splits = true;
        format.recognises = [](const std::filesystem::path& path) {
            return looksLikeCvat(isFolder(path) ? path / "annotations.xml" : path);
        };
        format.read = readCvat;
        format.write = writeCvat;
        return format;
    }();
    return kFormat;
}

} // namespace rb::formats
