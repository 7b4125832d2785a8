#include "core/formats/datasets/coco.h"
#include "core/formats/datasets/coco_tables.h"
#include "core/formats/datasets/datasets.h"
#include "core/formats/json_head.h"

namespace rb::formats {

static bool recognisesCoco(const std::filesystem::path& path) {
    const JsonHead head = jsonHead(path);
    const bool results = head.recordHas("", "image_id") && head.recordHas("", "caption");
    if (head.top == JsonHead::Top::List) return results && !head.recordHas("", "image") && !head.recordHas("", "bbox");
    const bool lists = head.has("images") && head.has("annotations"), begins = head.has("info") && head.has("licenses");
    return lists || begins || head.recordHas("images", "file_name") || head.recordHas("annotations", "image_id");
}

const Format& cocoFormat() {
    static const Format kFormat{
        .name = kCoco,
        .title = "COCO instances and captions",
        .output = Format::Output::File,
        .suffix = ".json",
        .dialects = {},
        .holds = {.pictureCaptions = true, .labels = true, .needsLabels = true, .severalCaptions = true, .polygons = true,
                  .rotation = true, .scores = true, .regionFields = kCoco, .pictureFields = kCoco},
        .recognises = recognisesCoco,
        .read = readCoco,
        .write = writeCoco,
    };
    return kFormat;
}

} // namespace rb::formats
