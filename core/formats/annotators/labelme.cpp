#include "core/formats/annotators/labelme.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/annotators/picture_files.h"

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

const Format& labelmeFormat() {
    static const Format kFormat = [] {
        Format format{
            kLabelme, "labelme and X-AnyLabeling", Format::Output::Folder, ".json", {kLabelme, kXAnyLabeling}, {}, {}, {}, {}};
        format.holds.pictureCaptions = true;
        format.holds.labels = true;
        format.holds.severalCaptions = true;
        format.holds.polygons = true;
        format.holds.rotation = true;
        format.holds.scores = true;
        format.recognises = [](const std::filesystem::path& path) {
            return isFolder(path) ? someFileBelow(path, ".json", looksLikeLabelme) : looksLikeLabelme(path);
        };
        format.read = readLabelme;
        format.write = writeLabelme;
        return format;
    }();
    return kFormat;
}

} // namespace rb::formats
