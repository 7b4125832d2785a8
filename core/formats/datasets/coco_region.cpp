#include "core/formats/datasets/coco_region.h"

#include "core/formats/datasets/coco_outline.h"
#include "core/formats/extra_fields.h"

namespace rb::formats {
namespace {

std::string extraOf(const RecordFields& fields, const CocoOutline& outline) {
    std::vector<std::string> known{"id", "image_id", "category_id", "caption", "captions", "score", kCocoRotatedBox};
    if (!outline.simplified) known.insert(known.end(), {"bbox", "area", "segmentation"});
    const nlohmann::json& crowd = fields.value("iscrowd");
    if (!outline.simplified && (crowd == 0 || crowd.is_null())) known.emplace_back("iscrowd");
    return extraUnder(kCoco, fields.others(known));
}

} // namespace

RegionRecord cocoRegion(RecordFields& fields, const CocoTables& tables, LossTally& tally) {
    RegionRecord region;
    CocoOutline outline = cocoOutline(fields);
    region.id = fields.id("id");
    region.score = fields.optionalNumber("score");
    if (const std::string category = fields.id("category_id"); !category.empty()) {
        const std::string* name = tables.category(category);
        if (name) region.label = *name;
        tally.keep("labels", name ? 1 : 0);
        tally.drop("labels", "the file does not name the category", name ? 0 : 1);
    }
    region.extra = extraOf(fields, outline);
    region.shape = std::move(outline.shape);
    tally.keep("regions", outline.simplified || outline.rebounded ? 0 : 1);
    tally.change("regions", "boxes that are off their polygon by less than a pixel become its bounds", outline.rebounded ? 1 : 0);
    tally.change("regions", "masks and outlines of several polygons become their boxes, and are kept for writing COCO again",
                 outline.simplified ? 1 : 0);
    return region;
}

} // namespace rb::formats
