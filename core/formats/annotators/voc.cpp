#include "core/formats/annotators/voc.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/annotators/picture_files.h"

namespace rb::formats {
namespace {

bool looksLikeVoc(const std::filesystem::path& file) {
    const std::string head = headOf(file);
    const std::size_t root = std::min(head.find("<annotation>"), head.find("<annotation "));
    return root != std::string::npos && head.find('<') <= root && head.find("<filename>") != std::string::npos;
}

} // namespace

const Format& vocFormat() {
    static const Format kFormat = [] {
        Format format{kVoc, "Pascal VOC XML", Format::Output::Folder, ".xml", {kVoc}, {}, {}, {}, {}};
        format.holds.pictureCaptions = true;
        format.holds.labels = true;
        format.holds.severalCaptions = true;
        format.holds.exactBoxes = false;
        format.holds.rounding = "boxes are whole pixels, counted from 1";
        format.recognises = [](const std::filesystem::path& path) {
            return isFolder(path) ? someFileBelow(path, ".xml", looksLikeVoc) : looksLikeVoc(path);
        };
        format.read = readVoc;
        format.write = writeVoc;
        return format;
    }();
    return kFormat;
}

} // namespace rb::formats
