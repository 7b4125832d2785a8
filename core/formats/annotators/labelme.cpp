#include "core/formats/annotators/labelme.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/file_bytes.h"
#include "core/formats/picture_files.h"

#include <algorithm>

namespace rb::formats {

bool looksLikeLabelme(const std::filesystem::path& file) {
    const std::string head = headOf(file);
    const auto has = [&head](const char* key) { return head.find(key) != std::string::npos; };
    const std::size_t start = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (start == std::string::npos || head[start] != '{') return false;
    const auto keys = {"\"shapes\"", "\"imagePath\"", "\"imageData\"", "\"imageHeight\"", "\"imageWidth\"", "\"shape_type\""};
    return std::count_if(keys.begin(), keys.end(), has) >= 2 || (has("\"shapes\"") && has("\"flags\""));
}

static bool recognisesLabelme(const std::filesystem::path& path) { return isOrHolds(path, ".json", looksLikeLabelme); }

const Format& labelmeFormat() {
    static const Format kFormat{.name = kLabelme, .title = "labelme and X-AnyLabeling", .output = Format::Output::Folder,
                                .suffix = ".json", .dialects = {kLabelme, kXAnyLabeling},
                                .holds = {.pictureCaptions = true, .labels = true, .severalCaptions = true, .polygons = true,
                                          .rotation = true, .scores = true, .regionFields = kLabelme, .pictureFields = kLabelme},
                                .recognises = recognisesLabelme, .read = readLabelme, .write = writeLabelme};
    return kFormat;
}

} // namespace rb::formats
