#include "core/formats/extra_fields.h"
#include "core/formats/file_names.h"
#include "core/formats/json_lines.h"
#include "core/formats/trainers/caption_texts.h"
#include "core/formats/trainers/format_parts.h"
#include "core/formats/trainers/tar_reader.h"

#include <algorithm>

namespace rb::formats {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uint64_t kLongestText = std::uint64_t{64} << 20;

/// The name up to the first dot of its last part, which is what the members of a sample share.
std::string keyOf(const std::string& member) { return member.substr(0, member.find('.', member.find_last_of('/') + 1)); }

struct Sample {
    std::string key;
    std::string picture; ///< member's name
    std::optional<std::string> json, text;
};

class SampleReader {
public:
    SampleReader(std::string tar, const RecordSink& sink, LossTally& tally)
        : m_tar(std::move(tar)), m_sink(sink), m_tally(tally) {}

    Status take(const TarHeader& member, TarReader& tar);
    Status finish();

private:
    Status flush();
    Status fill(PictureRecord& picture) const;
    Status addRegions(RecordFields& fields, PictureRecord& picture) const;

    std::string m_tar;
    const RecordSink& m_sink;
    LossTally& m_tally;
    Sample m_sample;
};

Status SampleReader::take(const TarHeader& member, TarReader& tar) {
    const std::string key = keyOf(member.name);
    if (key != m_sample.key) {
        if (Status flushed = flush(); !flushed.ok()) return flushed;
        m_sample = {key, {}, {}, {}};
    }
    // "a.seg.png" is another member than "a.png".
    const bool isPlain = pathWithoutSuffix(member.name) == key;
    const std::string suffix = isPlain ? suffixOf(member.name) : std::string();
    if (suffix == ".json" || suffix == ".txt") {
        Result<std::string> content = tar.content(kLongestText);
        if (!content.ok()) return content.error();
        (suffix == ".json" ? m_sample.json : m_sample.text) = std::move(*content);
    } else if (isPictureSuffix(suffix) && m_sample.picture.empty()) {
        m_sample.picture = member.name;
    } else {
        m_tally.drop("other members of samples", "only the picture, .json and .txt are read", 1);
    }
    return {};
}

RegionRecord regionOf(RecordFields& fields) {
    RegionRecord region;
    region.id = fields.id("id");
    const std::vector<double> at = fields.numbers("bbox_xyxy", 4);
    region.shape = geometry::boxShape({at[0], at[1], at[2] - at[0], at[3] - at[1]});
    region.label = fields.text("category", "");
    region.score = fields.optionalNumber("score");
    region.captions = captionsIn(fields, "captions");
    region.extra = extraUnder(kWebDataset, fields.others({"id", "bbox_xyxy", "category", "score", "captions"}));
    return region;
}

Status SampleReader::addRegions(RecordFields& fields, PictureRecord& picture) const {
    if (!fields.has("regions")) return {};
    const json& list = fields.value("regions");
    if (!list.is_array()) {
        fields.refuse("regions", "a list");
        return fields.status();
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        RecordFields each(list[i], fields.place() + ", region " + std::to_string(i + 1));
        picture.regions.push_back(regionOf(each));
        if (!each.status().ok()) return each.status();
    }
    return {};
}

Status SampleReader::fill(PictureRecord& picture) const {
    const std::string place = m_tar + ", " + m_sample.key + ".json";
    const Result<json> parsed = parseJson(*m_sample.json, place);
    if (!parsed.ok()) return parsed.error();
    RecordFields fields(*parsed, place);
    picture.id = fields.id("image_id");
    picture.width = fields.side("width");
    picture.height = fields.side("height");
    picture.split = fields.text("split", "");
    picture.captions = captionsIn(fields, "captions");
    picture.extra = extraUnder(kWebDataset, fields.others({"image_id", "image", "width", "height", "split", "captions", "regions"}));
    if (m_sample.picture.empty() && fields.has("image")) picture.path = fields.path("image");
    if (!fields.status().ok()) return fields.status();
    return addRegions(fields, picture);
}

Status SampleReader::flush() {
    if (m_sample.picture.empty() && !m_sample.json && !m_sample.text) return {};
    PictureRecord picture;
    picture.path = m_sample.picture.empty() ? m_sample.key : m_sample.picture;
    if (m_sample.json)
        if (Status filled = fill(picture); !filled.ok()) return filled;
    const bool silent = picture.captions.empty() && std::all_of(picture.regions.begin(), picture.regions.end(),
                                                                [](const RegionRecord& each) { return each.captions.empty(); });
    // Beside captions in the JSON the text only repeats them.
    if (m_sample.text && silent) {
        Result<std::vector<CaptionRecord>> lines = captionLines(*m_sample.text, m_tar + ", " + m_sample.key + ".txt");
        if (!lines.ok()) return lines.error();
        picture.captions = std::move(*lines);
    }
    return m_sink(std::move(picture));
}

Status SampleReader::finish() { return flush(); }

Status readTar(const fs::path& path, const RecordSink& sink, LossTally& tally) {
    Result<TarReader> tar = TarReader::open(path);
    if (!tar.ok()) return tar.error();
    SampleReader reader(path.string(), sink, tally);
    for (;;) {
        const Result<std::optional<TarHeader>> member = tar->next();
        if (!member.ok()) return member.error();
        if (!*member) return reader.finish();
        if (Status taken = reader.take(**member, *tar); !taken.ok()) return taken;
    }
}

} // namespace

Status readWebDataset(const fs::path& path, const ReadOptions&, const RecordSink& sink, LossTally& tally) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return readTar(path, sink, tally);
    std::vector<fs::path> shards;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".tar") shards.push_back(at->path());
    if (shards.empty())
        return Error{ErrorCode::FileInvalid, path.string() + " must hold shards that end with .tar, but holds none."};
    std::sort(shards.begin(), shards.end());
    for (const fs::path& shard : shards)
        if (Status done = readTar(shard, sink, tally); !done.ok()) return done;
    return {};
}

} // namespace rb::formats
