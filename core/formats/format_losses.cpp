#include "core/formats/format.h"

#include <cmath>

namespace rb::formats {
namespace {

using Kind = geometry::Shape2::Kind;

bool isWhole(const geometry::Shape2& shape) {
    const auto whole = [](double value) { return std::trunc(value) == value; };
    const geometry::Box2 box = geometry::boundsOf(shape);
    return whole(box.x) && whole(box.y) && whole(box.width) && whole(box.height);
}

bool hasProvenance(const CaptionRecord& caption) {
    CaptionRecord bare;
    bare.text = caption.text;
    return caption != bare;
}

void countCaptions(const char* what, const std::vector<CaptionRecord>& captions, bool held, const Holds& holds, LossTally& tally) {
    const int count = static_cast<int>(captions.size());
    const int kept = !held ? 0 : holds.severalCaptions ? count : std::min(count, 1);
    tally.keep(what, kept);
    tally.drop(what, held ? "the format has one caption each" : "the format has no place for them", count - kept);
    for (const CaptionRecord& caption : captions)
        tally.drop("state, author and model of captions", "the format holds the text alone", !holds.provenance && hasProvenance(caption) ? 1 : 0);
}

void countRegion(const RegionRecord& region, const Holds& holds, LossTally& tally) {
    const bool flattened = (region.shape.kind == Kind::Polygon && !holds.polygons) || (region.shape.kind == Kind::RotatedBox && !holds.rotation);
    const bool rounded = !flattened && !holds.exactBoxes && !isWhole(region.shape);
    tally.keep("regions", flattened || rounded ? 0 : 1);
    tally.change("regions", "polygons and turned boxes become the boxes around them", flattened ? 1 : 0);
    tally.change("regions", holds.rounding, rounded ? 1 : 0);
    const int labelled = region.label.empty() ? 0 : 1;
    tally.keep("labels", holds.labels ? labelled : 0);
    tally.drop("labels", "the format has no place for them", holds.labels ? 0 : labelled);
    countCaptions("captions", region.captions, holds.captions, holds, tally);
    tally.drop("scores", "the format has no place for them", region.score && !holds.scores ? 1 : 0);
    const bool marked = region.hidden || region.locked;
    tally.drop("hidden or locked marks", "the format has no place for them", marked && !holds.provenance ? 1 : 0);
}

} // namespace

void countLosses(const PictureRecord& picture, const Holds& holds, LossTally& tally) {
    const bool empty = picture.regions.empty() && picture.captions.empty();
    const bool kept = !empty || holds.emptyPictures;
    tally.keep("pictures", kept ? 1 : 0);
    tally.drop("pictures", "the format has no place for pictures without regions and captions", kept ? 0 : 1);
    for (const RegionRecord& region : picture.regions) countRegion(region, holds, tally);
    countCaptions("picture captions", picture.captions, holds.pictureCaptions, holds, tally);
    tally.drop("splits", "the format does not name train, val and test", !picture.split.empty() && !holds.splits ? 1 : 0);
}

} // namespace rb::formats
