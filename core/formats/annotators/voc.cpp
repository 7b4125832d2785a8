#include "core/formats/annotators/voc.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/file_bytes.h"
#include "core/formats/picture_files.h"

namespace rb::formats {
namespace {

bool looksLikeVoc(const std::filesystem::path& file) {
    const std::string head = headOf(file);
    const std::size_t root = std::min(head.find("<annotation>"), head.find("<annotation "));
    return root != std::string::npos && head.find('<') <= root && head.find("<filename>") != std::string::npos;
}

bool recognises(const std::filesystem::path& path) { return isOrHolds(path, ".xml", looksLikeVoc); }

} // namespace

const Format& vocFormat() {
    static const Format kFormat{.name = kVoc, .title = "Pascal VOC XML", .output = Format::Output::Folder, .suffix = ".xml", .dialects = {},
                                .holds = {.pictureCaptions = true, .labels = true, .severalCaptions = true, .exactBoxes = false,
                                          .wholePixels = true, .rounding = "boxes are whole pixels, counted from 1",
                                          .regionFields = kVoc, .pictureFields = kVoc},
                                .recognises = recognises, .read = readVoc, .write = writeVoc};
    return kFormat;
}

} // namespace rb::formats
