#include "core/formats/caption_text.h"
#include "core/formats/extra_fields.h"
#include "core/formats/file_bytes.h"
#include "core/formats/file_names.h"
#include "core/formats/trainers/caption_texts.h"
#include "core/formats/trainers/format_parts.h"
#include "core/formats/trainers/tar_writer.h"

#include <array>
#include <cstdio>

namespace rb::formats {
namespace {

constexpr std::uint64_t kLargestShard = 1'000'000'000;
constexpr std::size_t kMostSamples = 10000;

/// A whole number stays one.
Json idOf(const std::string& text) {
    const std::optional<std::int64_t> number = wholeNumber(text);
    return number ? Json(*number) : Json(text);
}

Json regionJson(const RegionRecord& region) {
    const geometry::Box2 box = geometry::boundsOf(region.shape);
    Json entry;
    if (!region.id.empty()) entry["id"] = idOf(region.id);
    entry["bbox_xyxy"] = {box.x, box.y, box.x + box.width, box.y + box.height};
    if (!region.label.empty()) entry["category"] = region.label;
    if (region.score) entry["score"] = *region.score;
    entry["captions"] = captionTexts(region.captions);
    addFields(entry, ownExtra(region.extra, kWebDataset));
    return entry;
}

std::string jsonOf(const PictureRecord& picture) {
    Json entry;
    if (!picture.id.empty()) entry["image_id"] = idOf(picture.id);
    entry["image"] = picture.path;
    if (picture.width > 0) entry["width"] = picture.width;
    if (picture.height > 0) entry["height"] = picture.height;
    if (!picture.split.empty()) entry["split"] = picture.split;
    if (!picture.captions.empty()) entry["captions"] = captionTexts(picture.captions);
    entry["regions"] = Json::array();
    for (const RegionRecord& region : picture.regions) entry["regions"].push_back(regionJson(region));
    addFields(entry, ownExtra(picture.extra, kWebDataset));
    return entry.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The first caption of the picture and of each region, a line each.
std::string linesOf(const PictureRecord& picture) {
    std::string lines;
    const auto add = [&lines](const std::vector<CaptionRecord>& captions) {
        if (!captions.empty()) lines += (lines.empty() ? "" : "\n") + oneLine(captions.front().text);
    };
    add(picture.captions);
    for (const RegionRecord& region : picture.regions) add(region.captions);
    return lines;
}

/// What the members of a sample hold.
struct Members {
    std::string json, lines;
    std::optional<std::uint64_t> picture; ///< bytes, when it is written

    std::uint64_t bytesInTar() const {
        return 3 * kTarBlock + wholeBlocks(json.size()) + wholeBlocks(lines.size()) + wholeBlocks(picture.value_or(0));
    }
};

class ShardWriter {
public:
    ShardWriter(FileSink& sink, UniqueNames& names, bool withPictures)
        : m_tar(sink), m_names(names), m_withPictures(withPictures) {}

    /// `full`, and nothing is written, when the picture belongs into the next shard.
    Status add(const PictureRecord& picture, bool& full);
    Status end() { return m_tar.end(); }
    std::size_t samples() const { return m_samples; }

private:
    Status write(const PictureRecord& picture, const Members& members);

    TarWriter m_tar;
    UniqueNames& m_names;
    bool m_withPictures;
    std::size_t m_samples = 0;
    std::uint64_t m_bytes = 0;
};

Status ShardWriter::write(const PictureRecord& picture, const Members& members) {
    const std::string key = m_names.claim(withDashes("data/" + pathWithoutSuffix(picture.path), "."));
    if (members.picture)
        if (Status added = m_tar.addFile(key + suffixOf(picture.path), picture.file, *members.picture); !added.ok()) return added;
    if (Status added = m_tar.add(key + ".json", members.json); !added.ok()) return added;
    return m_tar.add(key + ".txt", members.lines);
}

Status ShardWriter::add(const PictureRecord& picture, bool& full) {
    Members members{jsonOf(picture), linesOf(picture), {}};
    if (m_withPictures && isPictureSuffix(suffixOf(picture.path))) members.picture = sizeInBytes(picture.file);
    const std::uint64_t bytes = members.bytesInTar();
    full = m_samples > 0 && (m_samples >= kMostSamples || m_bytes + bytes > kLargestShard);
    if (full) return {};
    ++m_samples;
    m_bytes += bytes;
    return write(picture, members);
}

/// Goes through the source from its beginning, for it can be asked again but not resumed, and writes
/// the pictures from number `begin` on. `full` when some are left.
Status writeShard(const RecordSource& source, ShardWriter& shard, std::size_t begin, bool& full) {
    std::size_t at = 0;
    full = false;
    const Status status = source([&](const PictureRecord& picture) -> Status {
        if (at++ < begin) return {};
        const Status added = shard.add(picture, full);
        return full ? Status(Error{ErrorCode::Cancelled, "The shard is full."}) : added;
    });
    return status.ok() || full ? shard.end() : status;
}

std::string shardName(const std::string& stem, int number) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%06d", number);
    return stem + "-" + digits.data() + ".tar";
}

} // namespace

Status writeWebDataset(const RecordSource& source, const WriteOptions&, OutputTree& output) {
    UniqueNames names;
    bool full = true;
    std::size_t begin = 0;
    for (int number = 0; full; ++number) {
        const Status written = output.file(shardName(output.stem(), number), [&](FileSink& sink) -> Status {
            ShardWriter shard(sink, names, output.keepsBytes());
            const Status status = writeShard(source, shard, begin, full);
            begin += shard.samples();
            return status;
        });
        if (!written.ok()) return written;
    }
    return {};
}

} // namespace rb::formats
