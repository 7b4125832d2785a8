#include "core/formats/datasets/gathered_pictures.h"

#include <iterator>

namespace rb::formats {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20;

std::size_t bytesOf(const std::vector<CaptionRecord>& captions) {
    std::size_t bytes = 0;
    for (const CaptionRecord& caption : captions)
        bytes += sizeof(CaptionRecord) + caption.text.size() + caption.options.size();
    return bytes;
}

std::size_t bytesOf(const PictureRecord& picture) {
    std::size_t bytes = sizeof(PictureRecord) + picture.extra.size() + bytesOf(picture.captions);
    for (const RegionRecord& region : picture.regions)
        bytes += sizeof(RegionRecord) + region.extra.size() + bytesOf(region.captions) +
                 region.shape.points.size() * sizeof(geometry::Point2);
    return bytes;
}

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::move_iterator(from.begin()), std::move_iterator(from.end()));
}

void fillGaps(PictureRecord& held, PictureRecord& other) {
    if (held.id.empty()) held.id = std::move(other.id);
    if (held.split.empty()) held.split = std::move(other.split);
    if (held.extra.empty()) held.extra = std::move(other.extra);
    if (held.width == 0) held.width = other.width;
    if (held.height == 0) held.height = other.height;
}

} // namespace

void GatheredPictures::join(Gathered& held, PictureRecord record, const std::string& sameRegion) {
    fillGaps(held.picture, record);
    append(held.picture.captions, record.captions);
    if (!sameRegion.empty()) {
        const auto [at, isNew] = held.regions.emplace(sameRegion, held.picture.regions.size());
        if (!isNew) return append(held.picture.regions[at->second].captions, record.regions.front().captions);
    }
    append(held.picture.regions, record.regions);
}

Status GatheredPictures::add(PictureRecord record, const std::string& sameRegion) {
    m_bytes += bytesOf(record);
    const auto [at, isNew] = m_known.emplace(record.path, m_pictures.size());
    if (isNew) {
        m_pictures.emplace_back();
        m_pictures.back().picture.path = record.path;
    }
    join(m_pictures[at->second], std::move(record), sameRegion);
    return m_bytes > kMostBytes ? flush() : Status();
}

Status GatheredPictures::flush() {
    std::vector<Gathered> pictures = std::move(m_pictures);
    m_pictures.clear();
    m_known.clear();
    m_bytes = 0;
    for (Gathered& each : pictures)
        if (Status taken = m_sink(std::move(each.picture)); !taken.ok()) return taken;
    return {};
}

} // namespace rb::formats
