#include "core/formats/file_bytes.h"
#include "core/formats/json_head.h"
#include "core/formats/trainers/format_parts.h"
#include "core/formats/trainers/trainers.h"

#include <algorithm>

namespace rb::formats {
namespace {

/// Whether the first line names a column of pictures and one that says something about them.
bool recognises(const std::filesystem::path& path) {
    std::string head = headOf(path);
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    head.resize(std::min(head.find_first_of("\r\n"), head.size()));
    std::erase_if(head, [](char sign) { return sign == '"' || sign == ' '; });
    const std::string columns = "," + head + ",";
    const auto has = [&columns](const char* name) { return columns.find(std::string(",") + name + ",") != std::string::npos; };
    return has("image") && (has("caption") || has("captions") || has("x1") || (has("x") && has("w")));
}

} // namespace

const Format& csvFormat() {
    static const Format kFormat{.name = kCsv, .title = "Table (CSV)", .output = Format::Output::File, .suffix = ".csv",
                                .dialects = {"xyxy", "xywh"},
                                .holds = {.pictureCaptions = true, .labels = true, .severalCaptions = true, .splits = true, .regionFields = kCsv, .pictureFields = kCsv},
                                .recognises = recognises, .read = readCsv, .write = writeCsv};
    return kFormat;
}

} // namespace rb::formats
