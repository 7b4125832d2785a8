#include "core/formats/datasets/visual_genome_pictures.h"

#include "core/formats/datasets/record_ids.h"
#include "core/formats/datasets/visual_genome.h"
#include "core/formats/extra_fields.h"
#include "core/formats/json_records.h"
#include "core/formats/record_fields.h"
#include "core/formats/safe_path.h"

namespace rb::formats {

std::string pathInGenomeUrl(const std::string& url) {
    if (url.find("://") == std::string::npos) return url;
    const std::size_t last = url.rfind('/');
    return url.substr(url.rfind('/', last - 1) + 1);
}

Status GenomePictures::take(const nlohmann::json& record) {
    RecordFields fields(record, "picture " + std::to_string(m_entries.size() + 1));
    const std::string id = fields.id("image_id", fields.id("id"));
    if (id.empty()) fields.refuse("image_id", "a number or a text");
    Entry entry;
    entry.width = fields.side("width");
    entry.height = fields.side("height");
    entry.extra = extraUnder(kVisualGenome, fields.others({"image_id", "id", "width", "height"}));
    const std::string url = fields.text("url", {});
    if (!fields.status().ok()) return fields.status();
    const std::string& place = fields.place();
    Result<std::string> path = url.empty() ? pathOfPictureId(id, place) : safeRelativePath(pathInGenomeUrl(url), place);
    if (!path.ok()) return path.error();
    entry.path = std::move(*path);
    m_entries.emplace(id, std::move(entry));
    return {};
}

Result<GenomePictures> GenomePictures::read(const std::filesystem::path& file) {
    GenomePictures pictures;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return pictures;
    const auto take = [&](const std::string&, const nlohmann::json& record) { return pictures.take(record); };
    if (Status read = readJsonRecords(file, take); !read.ok()) return read.error();
    return pictures;
}

Result<PictureRecord> GenomePictures::picture(const std::string& id, const std::string& place) const {
    PictureRecord picture;
    picture.id = id;
    if (const auto found = m_entries.find(id); found != m_entries.end()) {
        picture.path = found->second.path;
        picture.width = found->second.width;
        picture.height = found->second.height;
        picture.extra = found->second.extra;
        return picture;
    }
    Result<std::string> path = pathOfPictureId(id, place);
    if (!path.ok()) return path.error();
    picture.path = std::move(*path);
    return picture;
}

} // namespace rb::formats
