#include "core/formats/datasets/coco_tables.h"

#include "core/formats/datasets/coco_box_id.h"
#include "core/formats/extra_fields.h"
#include "core/formats/json_records.h"

namespace rb::formats {

using nlohmann::json;

Result<std::optional<PictureRecord>> CocoTables::takeImage(const json& entry) {
    RecordFields fields(entry, "image " + std::to_string(m_images.size() + 1));
    const std::string id = fields.id("id");
    if (id.empty()) fields.refuse("id", "a number or a text");
    const std::optional<CocoBoxId> box = parseCocoBoxId(id);
    Image image{box ? box->image : id, fields.path("file_name"), fields.side("width"), fields.side("height")};
    if (!fields.status().ok()) return fields.status().error();
    const auto [known, isNew] = m_images.emplace(id, image);
    if (!isNew && known->second.path != image.path)
        return Error{ErrorCode::FileInvalid,
                     fields.place() + ": the id " + id.substr(0, 40) + " is that of another picture already."};
    if (!isNew || (box && !m_images.emplace(image.id, image).second)) return std::optional<PictureRecord>();
    PictureRecord picture = pictureOf(image);
    if (!box) picture.extra = extraUnder(kCoco, fields.others({"id", "file_name", "width", "height"}));
    return std::optional(std::move(picture));
}

Status CocoTables::takeCategory(const json& entry) {
    RecordFields fields(entry, "category " + std::to_string(m_categories.size() + 1));
    const std::string id = fields.id("id");
    std::string name = fields.id("name");
    if (fields.status().ok()) m_categories.emplace(id, std::move(name));
    return fields.status();
}

const CocoTables::Image* CocoTables::image(const std::string& id) const {
    const auto found = m_images.find(id);
    return found == m_images.end() ? nullptr : &found->second;
}

const std::string* CocoTables::category(const std::string& id) const {
    const auto found = m_categories.find(id);
    return found == m_categories.end() ? nullptr : &found->second;
}

PictureRecord pictureOf(const CocoTables::Image& image) {
    PictureRecord picture;
    picture.path = image.path;
    picture.id = image.id;
    picture.width = image.width;
    picture.height = image.height;
    return picture;
}

Result<CocoTables> readCocoTables(const std::filesystem::path& path, const std::function<Status(PictureRecord)>& take) {
    CocoTables tables;
    const Status read = readJsonRecords(path, [&](const std::string& list, const json& entry) -> Status {
        if (list == "categories") return tables.takeCategory(entry);
        if (list != "images") return {};
        Result<std::optional<PictureRecord>> picture = tables.takeImage(entry);
        if (!picture.ok()) return picture.error();
        return *picture ? take(std::move(**picture)) : Status();
    });
    if (!read.ok()) return read.error();
    return tables;
}

} // namespace rb::formats
