#pragma once

#include "core/formats/datasets/caption_json.h"
#include "core/formats/datasets/datasets.h"
#include "core/formats/staged_output.h"
#include "tests/core/formats/golden_records.h"

#include <QTemporaryDir>

namespace rb::formats::test {

/// The list at a key of a JSON file; the list on top without one.
inline std::vector<nlohmann::json> listOf(const std::filesystem::path& file, const char* key = "") {
    const nlohmann::json json = readJson(file);
    return *key ? json.at(key) : json;
}

/// A picture of which nothing else is known.
inline PictureRecord barePicture(const std::string& path, int width = 0, int height = 0) {
    PictureRecord picture;
    picture.path = path;
    picture.width = width;
    picture.height = height;
    return picture;
}

/// tests/data/formats/expected.json as records, with its ids and splits.
inline std::vector<PictureRecord> goldenPictures() {
    std::vector<PictureRecord> pictures;
    for (const auto& image : listOf(dataFile("expected.json"), "images")) {
        PictureRecord picture = barePicture(image["file_name"], image["width"], image["height"]);
        picture.id = std::to_string(image["id"].get<int>());
        picture.split = image["split"];
        pictures.push_back(std::move(picture));
    }
    for (const GoldenRegion& golden : goldenRegions())
        for (PictureRecord& picture : pictures) {
            if (picture.path != golden.image) continue;
            RegionRecord region;
            region.id = golden.id;
            region.label = golden.label;
            const auto [left, top, right, bottom] = golden.corners;
            region.shape = geometry::boxShape({left, top, right - left, bottom - top});
            if (golden.polygon.is_array()) {
                std::vector<geometry::Point2> points;
                for (const auto& point : golden.polygon) points.push_back({point[0], point[1]});
                region.shape = geometry::polygon(std::move(points));
            }
            for (const std::string& text : golden.captions) region.captions.push_back(textCaption(text));
            picture.regions.push_back(std::move(region));
        }
    return pictures;
}

inline std::filesystem::path pathOf(const QTemporaryDir& folder) { return folder.path().toStdString(); }

/// Writes `pictures` into `folder` under the stem "set".
inline Status writeAll(const Format& format, const std::vector<PictureRecord>& pictures, const QTemporaryDir& folder) {
    StagedOutput output(pathOf(folder), "set");
    Status written = format.write(sourceOf(pictures), {}, output);
    return written.ok() ? output.commit() : written;
}

inline std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::filesystem::path writeFile(const QTemporaryDir& folder, const std::string& name, const std::string& bytes) {
    const std::filesystem::path file = pathOf(folder) / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

inline std::vector<std::string> textsOf(const std::vector<CaptionRecord>& captions) {
    std::vector<std::string> texts;
    for (const CaptionRecord& each : captions) texts.push_back(each.text);
    return texts;
}

inline const RegionRecord* regionOf(const std::vector<PictureRecord>& pictures, const std::string& id) {
    for (const PictureRecord& picture : pictures)
        for (const RegionRecord& region : picture.regions)
            if (region.id == id) return &region;
    return nullptr;
}

/// A refusal is one sentence that names the file.
inline void compareRefusal(const Status& status, const std::filesystem::path& file, const std::string& part = {}) {
    QVERIFY(!status.ok());
    const std::string& message = status.error().message;
    QVERIFY2(message.find(file.filename().string()) != std::string::npos, message.c_str());
    QVERIFY2(message.find(part) != std::string::npos, message.c_str());
    QVERIFY2(message.find('\n') == std::string::npos && message.size() < 600, message.c_str());
}

inline std::filesystem::path hostileFile(const std::string& name) {
    return std::filesystem::path(RB_TEST_DATA) / "hostile/json" / name;
}

/// All files of tests/data/hostile/json.
inline std::vector<std::string> hostileJson() {
    std::vector<std::string> names;
    for (const auto& each : std::filesystem::directory_iterator(hostileFile("")))
        names.push_back(each.path().filename().string());
    return names;
}

} // namespace rb::formats::test
