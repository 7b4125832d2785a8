#include "core/formats/datasets/caption_json.h"
#include "core/formats/datasets/gathered_pictures.h"
#include "core/formats/datasets/visual_genome.h"
#include "core/formats/datasets/visual_genome_pictures.h"
#include "core/formats/extra_fields.h"
#include "core/formats/json_head.h"
#include "core/formats/json_records.h"
#include "core/formats/record_fields.h"

namespace rb::formats {
namespace {

using nlohmann::json;

class GenomeReader {
public:
    GenomeReader(const GenomePictures& known, const RecordSink& sink, LossTally& tally)
        : m_known(known), m_pictures(sink), m_tally(tally) {}

    Status takeEntry(const json& entry);
    Status finish() { return m_pictures.flush(); }
    bool sawAny() const { return m_count > 0; }

private:
    Status takeRegion(const json& entry, const std::string& place, const std::string& outerId);
    Status add(const std::string& id, const std::string& place, std::vector<RegionRecord> regions);

    const GenomePictures& m_known;
    GatheredPictures m_pictures;
    LossTally& m_tally;
    std::size_t m_count = 0;
};

Status GenomeReader::takeEntry(const json& entry) {
    RecordFields fields(entry, "entry " + std::to_string(++m_count));
    const std::string id = fields.id("image_id", fields.id("id"));
    const json& regions = fields.value("regions");
    if (!regions.is_array()) fields.refuse("regions", "a list");
    if (fields.status().ok() && regions.empty() && id.empty()) fields.refuse("image_id", "a number or a text");
    if (!fields.status().ok()) return fields.status();
    // The id of an entry is wrong in some files: only without regions there is nothing better.
    if (regions.empty()) return add(id, fields.place(), {});
    std::size_t number = 0;
    for (const json& region : regions) {
        const std::string place = fields.place() + ", region " + std::to_string(++number);
        if (Status taken = takeRegion(region, place, id); !taken.ok()) return taken;
    }
    return {};
}

Status GenomeReader::takeRegion(const json& entry, const std::string& place, const std::string& outerId) {
    RecordFields fields(entry, place);
    const std::string image = fields.id("image_id", outerId);
    if (image.empty()) fields.refuse("image_id", "a number or a text");
    RegionRecord region;
    region.id = fields.id("region_id", fields.id("id"));
    region.shape = geometry::boxShape({fields.number("x"), fields.number("y"), fields.number("width"), fields.number("height")});
    std::string phrase = fields.text("phrase");
    if (!phrase.empty()) region.captions.push_back(textCaption(std::move(phrase)));
    std::vector<std::string> known{"region_id", "id", "image_id", "x", "y", "width", "height", "phrase"};
    if (const json& synsets = fields.value("synsets"); synsets.is_array() && synsets.empty()) known.emplace_back("synsets");
    region.extra = extraUnder(kVisualGenome, fields.others(known));
    if (!fields.status().ok()) return fields.status();
    m_tally.keep("regions");
    m_tally.keep("captions", static_cast<int>(region.captions.size()));
    std::vector<RegionRecord> regions;
    regions.push_back(std::move(region));
    return add(image, place, std::move(regions));
}

Status GenomeReader::add(const std::string& id, const std::string& place, std::vector<RegionRecord> regions) {
    Result<PictureRecord> picture = m_known.picture(id, place);
    if (!picture.ok()) return picture.error();
    picture->regions = std::move(regions);
    return m_pictures.add(std::move(*picture));
}

} // namespace

Status readVisualGenome(const std::filesystem::path& path, const ReadOptions&, const RecordSink& sink, LossTally& tally) {
    std::error_code ignored;
    const std::filesystem::path file = std::filesystem::is_directory(path, ignored) ? path / kGenomeRegions : path;
    const Result<GenomePictures> known = GenomePictures::read(file.parent_path() / kGenomePictures);
    if (!known.ok()) return known.error();
    GenomeReader reader(*known, sink, tally);
    const Status read = readJsonRecords(file, [&](const std::string& list, const json& entry) -> Status {
        if (list.empty()) return reader.takeEntry(entry);
        return Error{ErrorCode::FileInvalid, "a list was expected, but it is an object with " + list.substr(0, 40) + "."};
    });
    if (!read.ok()) return read;
    if (!reader.sawAny() && jsonHead(file).top != JsonHead::Top::List)
        return Error{ErrorCode::FileInvalid, file.string() + ": a list of pictures was expected, but it is none."};
    return reader.finish();
}

} // namespace rb::formats
