#include "core/formats/holds.h"

#include "core/formats/caption_text.h"
#include "core/formats/extra_fields.h"
#include "core/formats/text_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace rb::formats {
namespace {

using geometry::Box2;
using geometry::Shape2;
using Kind = Shape2::Kind;

constexpr const char* kNoPlace = "the format has no place for them";

bool isWhole(const Box2& box) {
    const auto whole = [](double value) { return std::trunc(value) == value; };
    return whole(box.x) && whole(box.y) && whole(box.width) && whole(box.height);
}

/// Whether a crop of the picture has a pixel.
bool touches(const Box2& box, const PictureRecord& picture) {
    const auto meets = [](double from, double to, int side) {
        return std::floor(from) < side && std::ceil(to) > 0 && std::floor(from) < std::ceil(to);
    };
    const bool known = picture.width > 0 && picture.height > 0;
    return !known || (meets(box.x, box.x + box.width, picture.width) && meets(box.y, box.y + box.height, picture.height));
}

/// Reduces one picture, and counts.
class Holder {
public:
    Holder(const Holds& holds, LossTally& tally) : m_holds(holds), m_tally(tally) {}

    std::optional<PictureRecord> reduced(PictureRecord picture);

private:
    void takeRegion(RegionRecord region, const PictureRecord& picture);
    const char* whyLeftOut(const RegionRecord& region, const PictureRecord& picture) const;
    void takeFields(RegionRecord& region, bool kept);
    void takeShape(Shape2& shape);
    void takeCaptions(const char* what, std::vector<CaptionRecord>& captions, const char* whyNone);
    void takeText(const char* what, CaptionRecord& caption);
    void takeSplit(std::string& split, bool kept);
    void takeExtra(std::string& extra, const char* own, bool kept);

    const Holds& m_holds;
    LossTally& m_tally;
    std::vector<RegionRecord> m_regions;
    std::map<std::array<double, 4>, std::size_t> m_byBox; ///< where !sameBoxes
};

std::optional<PictureRecord> Holder::reduced(PictureRecord picture) {
    takeCaptions("picture captions", picture.captions, m_holds.pictureCaptions ? nullptr : kNoPlace);
    for (RegionRecord& region : picture.regions) takeRegion(std::move(region), picture);
    picture.regions = std::move(m_regions);
    const bool kept = m_holds.emptyPictures || !picture.regions.empty() || !picture.captions.empty();
    if (kept && m_holds.crops) m_tally.change("pictures", "only the crops of their regions are written");
    else m_tally.keepOrDrop("pictures", kept, "the format has no place for pictures without regions and captions");
    if (picture.width > 0 && picture.height > 0) m_tally.keepOrDrop("picture sizes", kept && m_holds.pictureSize, kNoPlace);
    takeSplit(picture.split, kept);
    takeExtra(picture.extra, m_holds.pictureFields, kept);
    if (!kept) return std::nullopt;
    return picture;
}

const char* Holder::whyLeftOut(const RegionRecord& region, const PictureRecord& picture) const {
    const bool speaks = std::any_of(region.captions.begin(), region.captions.end(), [](const CaptionRecord& each) { return !isBlank(each.text); });
    if (!m_holds.captionlessRegions && !speaks) return "the format has no place for regions without a caption";
    if (m_holds.crops && !touches(geometry::boundsOf(region.shape), picture)) return "they lie outside their picture";
    return nullptr;
}

void Holder::takeRegion(RegionRecord region, const PictureRecord& picture) {
    const char* const whyNot = whyLeftOut(region, picture);
    takeCaptions("captions", region.captions, whyNot ? whyNot : m_holds.captions ? nullptr : kNoPlace);
    if (whyNot) m_tally.drop("regions", whyNot);
    if (whyNot) return takeFields(region, false);
    if (!m_holds.sameBoxes) {
        const Box2 box = geometry::boundsOf(region.shape);
        const auto [same, isNew] = m_byBox.emplace(std::array{box.x, box.y, box.width, box.height}, m_regions.size());
        if (!isNew) {
            m_tally.drop("regions", "regions with the same box become one, which gets all captions");
            std::vector<CaptionRecord>& captions = m_regions[same->second].captions;
            std::move(region.captions.begin(), region.captions.end(), std::back_inserter(captions));
            return takeFields(region, false);
        }
    }
    takeShape(region.shape);
    takeFields(region, true);
    m_regions.push_back(std::move(region));
}

void Holder::takeShape(Shape2& shape) {
    const bool flattened = (shape.kind == Kind::Polygon && !m_holds.polygons) || (shape.kind == Kind::RotatedBox && !m_holds.rotation);
    if (flattened) shape = geometry::boxShape(geometry::boundsOf(shape));
    const bool rounded = !m_holds.exactBoxes && !(m_holds.wholePixels && shape.kind == Kind::Box && isWhole(shape.box));
    if (!flattened && !rounded) return m_tally.keep("regions");
    m_tally.change("regions", flattened ? "polygons and turned boxes become the boxes around them" : m_holds.rounding);
    if (rounded) m_tally.explain("regions", m_holds.rounding);
}

void Holder::takeFields(RegionRecord& region, bool kept) {
    if (!region.label.empty()) m_tally.keepOrDrop("labels", kept && m_holds.labels, kept ? kNoPlace : "their regions are left out");
    else if (kept && m_holds.needsLabels) m_tally.change("labels", "regions without one are called \"region\"");
    if (!m_holds.labels) region.label.clear();
    else if (region.label.empty() && m_holds.needsLabels) region.label = kNoLabel;
    if (region.score) m_tally.keepOrDrop("scores", kept && m_holds.scores, kNoPlace);
    if (!m_holds.scores) region.score.reset();
    if (region.hidden || region.locked) m_tally.keepOrDrop("hidden or locked marks", kept && m_holds.provenance, kNoPlace);
    if (!m_holds.provenance) region.hidden = region.locked = false;
    takeExtra(region.extra, m_holds.regionFields, kept);
}

/// `whyNone`: nullptr where the format has a place for captions.
void Holder::takeCaptions(const char* what, std::vector<CaptionRecord>& captions, const char* whyNone) {
    const auto drop = [&](auto unwanted, const char* reason) {
        m_tally.drop(what, reason, static_cast<int>(std::erase_if(captions, unwanted)));
    };
    const auto hasProvenance = [](const CaptionRecord& each) { return each != textCaption(each.text); };
    const auto said = static_cast<int>(std::count_if(captions.begin(), captions.end(), hasProvenance));
    if (whyNone) drop([](const CaptionRecord&) { return true; }, whyNone);
    if (!m_holds.provenance) drop([](const CaptionRecord& each) { return isBlank(each.text); }, "they are blank");
    bool isFirst = true;
    if (!m_holds.severalCaptions) drop([&](const CaptionRecord&) { return !std::exchange(isFirst, false); }, "the format has one caption each");
    for (CaptionRecord& caption : captions) takeText(what, caption);
    const int kept = m_holds.provenance ? static_cast<int>(std::count_if(captions.begin(), captions.end(), hasProvenance)) : 0;
    constexpr const char* kSaid = "state, author and model of captions";
    m_tally.keep(kSaid, kept);
    m_tally.drop(kSaid, "the format holds the text alone", said - kept);
    if (!m_holds.provenance)
        for (CaptionRecord& caption : captions) caption = textCaption(std::move(caption.text));
}

void Holder::takeText(const char* what, CaptionRecord& caption) {
    std::string text = caption.text;
    if (m_holds.text == Holds::Text::OneLine) text = oneLine(text);
    if (m_holds.text == Holds::Text::Trimmed) text = std::string(trimmed(text));
    if (text == caption.text) return m_tally.keep(what);
    m_tally.change(what, m_holds.text == Holds::Text::OneLine ? "line breaks become spaces" : "spaces and line breaks around them go");
    caption.text = std::move(text);
}

void Holder::takeSplit(std::string& split, bool kept) {
    const bool has = m_holds.splits && (!m_holds.holdsSplit || m_holds.holdsSplit(split));
    if (!split.empty())
        m_tally.keepOrDrop("splits", kept && has, m_holds.splits ? "the format cannot name them so" : "the format does not name train, val and test");
    if (!has) split.clear();
}

void Holder::takeExtra(std::string& extra, const char* own, bool kept) {
    if (extra.empty()) return;
    const bool all = own == std::string_view("*");
    for (const std::string& name : namesIn(extra))
        m_tally.keepOrDrop("further fields", kept && (all || (name == own && !name.empty())), *own ? "they are those of another format" : kNoPlace);
    if (!all) extra = extraUnder(own, ownExtra(extra, own));
}

} // namespace

std::optional<PictureRecord> held(PictureRecord picture, const Holds& holds, LossTally& tally) {
    return Holder(holds, tally).reduced(std::move(picture));
}

} // namespace rb::formats
