#include "core/train/json_samples.h"

#include "core/base/durable_file.h"
#include "core/formats/json_records.h"
#include "core/train/scan_refer.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

namespace rb::train {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string textOf(const json& record, const char* key) {
    const auto found = record.find(key);
    if (found == record.end()) return {};
    return found->is_string() ? found->get<std::string>() : found->is_number_integer() ? found->dump() : std::string();
}

bool isNumbers(const json& values, std::size_t count) {
    return values.is_array() && values.size() == count && std::all_of(values.begin(), values.end(), [](const json& each) { return each.is_number(); });
}

std::optional<geometry::Box2> boxOf(const json& values) {
    if (!isNumbers(values, 4)) return std::nullopt;
    return geometry::Box2{values[0], values[1], values[2], values[3]};
}

std::optional<geometry::Box3> box3Of(const json& values) {
    if (!isNumbers(values, 7)) return std::nullopt;
    return geometry::Box3{{values[0], values[1], values[2]}, {values[3], values[4], values[5]}, values[6]};
}

/// Reads the records of one file into samples; its kind shows in their fields.
class JsonSampleReader {
public:
    explicit JsonSampleReader(const fs::path& file) : m_file(file), m_scenes(file.parent_path()) {}

    Status take(const std::string& list, const json& record) {
        if (record.contains("scene_id") && record.contains("object_id")) return takeScanRefer(record);
        if (list == "images") return takeCocoImage(record);
        if (list == "annotations") return takeCocoAnnotation(record);
        if (list.empty() && record.contains("image") && record.contains("caption")) return takeRegion(record);
        if (list.empty() && record.contains("cloud") && record.contains("caption")) return takeCloud(record);
        return {};
    }

    std::vector<Sample> samples() {
        resolveCoco();
        return std::move(m_samples);
    }

private:
    struct CocoImage {
        std::string file;
        int width = 0, height = 0;
    };

    Sample next() const {
        Sample sample;
        sample.id = m_file.stem().string() + ":" + std::to_string(m_samples.size() + m_waiting.size() + 1);
        return sample;
    }

    fs::path mediaAt(const std::string& name) const {
        const fs::path direct = m_file.parent_path() / name, inside = m_file.parent_path() / "images" / name;
        std::error_code ignored;
        return !fs::exists(direct, ignored) && fs::exists(inside, ignored) ? inside : direct;
    }

    Sample regionIn(const std::string& medium, const json& record) const {
        Sample sample = next();
        sample.media = mediaAt(medium);
        sample.caption = textOf(record, "caption");
        sample.name = textOf(record, "name");
        return sample;
    }

    Status takeCloud(const json& record) {
        Sample sample = regionIn(textOf(record, "cloud"), record);
        sample.modality = "pointcloud";
        if (const auto box = record.find("bbox3"); box != record.end() && !box->is_null()) {
            sample.box3 = box3Of(*box);
            if (!sample.box3) return Error{ErrorCode::FileInvalid, "entry " + sample.id + " has a bbox3 that is not [x, y, z, dx, dy, dz, yaw]."};
            sample.modality = "pointcloud_region";
        }
        m_samples.push_back(std::move(sample));
        return {};
    }

    Status takeRegion(const json& record) {
        Sample sample = regionIn(textOf(record, "image"), record);
        sample.modality = "image";
        if (const auto box = record.find("bbox"); box != record.end() && !box->is_null()) {
            sample.box = boxOf(*box);
            if (!sample.box) return Error{ErrorCode::FileInvalid, "entry " + sample.id + " has a bbox that is not [x, y, w, h]."};
            sample.modality = "image_region";
        }
        m_samples.push_back(std::move(sample));
        return {};
    }

    Status takeCocoImage(const json& record) {
        CocoImage image{textOf(record, "file_name"), 0, 0};
        if (const auto width = record.find("width"); width != record.end() && width->is_number_integer()) image.width = *width;
        if (const auto height = record.find("height"); height != record.end() && height->is_number_integer()) image.height = *height;
        m_images[textOf(record, "id")] = std::move(image);
        return {};
    }

    // COCO's annotations may stand in front of its images.
    Status takeCocoAnnotation(const json& record) {
        if (!record.contains("caption")) return {};
        Sample sample = next();
        sample.caption = textOf(record, "caption");
        sample.modality = "image";
        if (const auto box = record.find("bbox"); box != record.end() && (sample.box = boxOf(*box))) sample.modality = "image_region";
        m_waiting.emplace_back(textOf(record, "image_id"), std::move(sample));
        return {};
    }

    void resolveCoco() {
        for (auto& [image, sample] : m_waiting) {
            const CocoImage& found = m_images[image];
            sample.media = mediaAt(found.file.empty() ? "image " + image : found.file);
            sample.declaredWidth = found.width;
            sample.declaredHeight = found.height;
            m_samples.push_back(std::move(sample));
        }
        m_waiting.clear();
    }

    Status takeScanRefer(const json& record) {
        Sample sample = next();
        sample.modality = "pointcloud_region";
        sample.caption = textOf(record, "description");
        sample.name = textOf(record, "object_name");
        for (char& c : sample.name) c = c == '_' ? ' ' : c;
        const Result<ScanReferObject> object = m_scenes.object(textOf(record, "scene_id"), textOf(record, "object_id"));
        if (!object.ok()) return object.error();
        sample.media = object->cloud;
        sample.box3 = object->box;
        m_samples.push_back(std::move(sample));
        return {};
    }

    fs::path m_file;
    ScanReferScenes m_scenes;
    std::vector<Sample> m_samples;
    std::map<std::string, CocoImage> m_images;
    std::vector<std::pair<std::string, Sample>> m_waiting; ///< with their image ids
};

} // namespace

std::vector<std::string> readNameList(const fs::path& file) {
    const Result<std::string> text = readFile(file, 1'000'000'000);
    const json list = text.ok() ? json::parse(*text, nullptr, false) : json();
    std::vector<std::string> names;
    if (!list.is_array()) return names;
    for (const json& name : list) names.push_back(name.is_string() ? name.get<std::string>() : std::string());
    return names;
}

Result<std::vector<Sample>> readJsonSamples(const fs::path& file) {
    JsonSampleReader reader(file);
    const Status read = formats::readJsonRecords(file, [&](const std::string& list, const json& record) { return reader.take(list, record); });
    if (!read.ok()) return read.error();
    return reader.samples();
}

} // namespace rb::train
