#include "core/formats/datasets/datasets.h"
#include "core/formats/datasets/jsonl.h"
#include "core/formats/json_head.h"

namespace rb::formats {

static bool recognisesJsonl(const std::filesystem::path& path) {
    const JsonHead head = jsonHead(path);
    const bool region = head.has("box_xyxy") || head.has("shape");
    const bool picture = head.has("captions") || (head.has("width") && head.has("height"));
    const bool turns = head.has("conversations") || head.has("messages");
    return head.top == JsonHead::Top::Object && head.has("image") && (region || picture) && !turns;
}

const Format& jsonlFormat() {
    static const Format kFormat{
        .name = kJsonl,
        .title = "JSON lines with everything",
        .output = Format::Output::File,
        .suffix = ".jsonl",
        .dialects = {},
        .holds = {.pictureCaptions = true, .labels = true, .severalCaptions = true, .polygons = true, .rotation = true,
                  .splits = true, .scores = true, .provenance = true, .regionFields = "*", .pictureFields = "*"},
        .recognises = recognisesJsonl,
        .read = readJsonl,
        .write = writeJsonl,
    };
    return kFormat;
}

} // namespace rb::formats
