#include "core/exchange/clouds/cloud_readers.h"

#include "core/base/plain_name.h"
#include "core/clouds/scene_files.h"
#include "core/formats/file_bytes.h"
#include "core/formats/json_records.h"
#include "core/formats/record_fields.h"
#include "core/formats/text_numbers.h"
#include "core/formats/trainers/csv_rows.h"

#include <algorithm>
#include <map>

namespace rb::exchange {
namespace {

namespace fs = std::filesystem;
using formats::LossTally;
using formats::RecordFields;

/// A scene as it comes together.
struct Scene {
    CloudRecord record;
    std::map<std::string, std::size_t> places; ///< of objects in the record, by object id
};

const char* const kVertices = "_aligned_vert.npy";

/// Boxes by object id; none where the scene's files are not there.
std::map<std::string, geometry::Box3> boxesOf(const fs::path& media, const std::string& scene) {
    std::map<std::string, geometry::Box3> boxes;
    for (const fs::path& folder : {media, media / scene}) {
        const auto objects = clouds::readSceneObjects(folder / (scene + kVertices));
        if (!objects.ok()) continue;
        for (const clouds::SceneObject& object : *objects) boxes.emplace(std::to_string(object.id), object.box);
        break;
    }
    return boxes;
}

class ScanReferReader {
public:
    ScanReferReader(fs::path media, LossTally& tally) : m_media(std::move(media)), m_tally(tally) {}

    Status take(RecordFields fields) {
        const std::string name = fields.text("scene_id"), object = fields.id("object_id"), label = fields.text("object_name", {}), caption = fields.text("description");
        const std::vector<double> own = fields.has("box") ? fields.numbers("box", 7) : std::vector<double>{};
        if (!fields.status().ok()) return fields.status();
        if (!isPlainName(name))
            return Error{ErrorCode::FileInvalid, fields.place() + ": scene_id must be the name of a scene, but is \"" + name + "\"."};
        Scene& scene = sceneOf(name);
        auto place = scene.places.find(object);
        if (place == scene.places.end()) {
            const auto box = own.empty() ? m_boxes.contains(object) ? std::optional(m_boxes.at(object)) : std::nullopt
                                         : std::optional(geometry::Box3{{own[0], own[1], own[2]}, {own[3], own[4], own[5]}, own[6]});
            if (!box) {
                m_tally.drop("captions", "the box of their object is in no file");
                return {};
            }
            place = scene.places.emplace(object, scene.record.regions.size()).first;
            std::string words = label;
            std::replace(words.begin(), words.end(), '_', ' ');
            scene.record.regions.push_back({object, {*box, {}}, words, {}});
        }
        scene.record.regions[place->second].captions.push_back(caption);
        return {};
    }

    Status give(const TakeCloud& take) {
        for (const std::string& name : m_order)
            if (Status taken = take(std::move(m_scenes[name].record)); !taken.ok()) return taken;
        return {};
    }

private:
    Scene& sceneOf(const std::string& name) {
        if (name != m_current) m_boxes = boxesOf(m_media, name);
        m_current = name;
        const auto [scene, isNew] = m_scenes.try_emplace(name);
        if (isNew) {
            m_order.push_back(name);
            scene->second.record.file = name + kVertices;
            scene->second.record.name = name;
        }
        return scene->second;
    }

    fs::path m_media;
    LossTally& m_tally;
    std::map<std::string, Scene> m_scenes;
    std::vector<std::string> m_order;
    std::string m_current;
    std::map<std::string, geometry::Box3> m_boxes; ///< of the current scene
};

} // namespace

bool isScanRefer(const fs::path& path) {
    if (path.extension() != ".json") return false;
    const std::string text = formats::headOf(path);
    return text.find("\"scene_id\"") != std::string::npos && text.find("\"object_id\"") != std::string::npos;
}

Status readScanRefer(const fs::path& path, const fs::path& media, const TakeCloud& take, LossTally& tally) {
    ScanReferReader reader(media, tally);
    std::size_t number = 0;
    const Status read = formats::readJsonRecords(path, [&](const std::string&, const nlohmann::json& record) {
        return reader.take(RecordFields(record, path.string() + ", row " + std::to_string(++number)));
    });
    return read.ok() ? reader.give(take) : read;
}

/// An id, a comma and a caption: ids of Cap3D are 32 or more letters and digits.
bool isCap3d(const fs::path& path) {
    if (path.extension() != ".csv" && path.extension() != ".txt") return false;
    const std::string text = formats::headOf(path);
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '-'; };
    const std::size_t first = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::size_t end = first;
    while (end < text.size() && isDigit(text[end])) ++end;
    return end - first >= 32 && end < text.size() && text[end] == ',';
}

Status readCap3d(const fs::path& path, const fs::path&, const TakeCloud& take, LossTally& tally) {
    formats::CsvRows rows(path);
    while (true) {
        auto cells = rows.next();
        if (!cells.ok()) return cells.error();
        if (cells->empty()) return {};
        if (cells->size() < 2 || cells->front().empty()) return Error{ErrorCode::FileInvalid, rows.place() + ": a row must be an id, a comma and a caption."};
        const std::string name = cells->front();
        if (!isPlainName(name))
            return Error{ErrorCode::FileInvalid, rows.place() + ": \"" + name + "\" is no id of an object."};
        std::string caption = (*cells)[1]; // where it is not quoted its commas are the caption's own
        for (std::size_t i = 2; i < cells->size(); ++i) caption += "," + (*cells)[i];
        CloudRecord record;
        record.file = record.name = name;
        if (formats::trimmed(caption).empty()) tally.drop("captions", "they are empty");
        else record.captions.push_back(caption);
        if (Status taken = take(std::move(record)); !taken.ok()) return taken;
    }
}

} // namespace rb::exchange
