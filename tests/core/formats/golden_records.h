#pragma once

#include "core/formats/format.h"

#include <QString>
#include <QTest>

#include <fstream>
#include <map>

#include <nlohmann/json.hpp>

namespace rb::formats::test {

inline std::filesystem::path dataFile(const std::string& name) { return std::filesystem::path(RB_TEST_DATA) / "formats" / name; }

inline nlohmann::json readJson(const std::filesystem::path& file) {
    std::ifstream in(file);
    return nlohmann::json::parse(in);
}

/// A region of tests/data/formats/expected.json.
struct GoldenRegion {
    std::string id, image, label;
    std::array<double, 4> corners; ///< x1 y1 x2 y2
    std::vector<std::string> captions;
    nlohmann::json polygon;        ///< null or a list of pairs
    nlohmann::json readBack;       ///< what formats that lose precision give back
};

/// In the order of the file.
inline std::vector<GoldenRegion> goldenRegions() {
    const nlohmann::json truth = readJson(dataFile("expected.json"));
    std::map<int, std::string> names;
    for (const auto& image : truth["images"]) names[image["id"]] = image["file_name"];
    std::vector<GoldenRegion> regions;
    for (const auto& each : truth["regions"])
        regions.push_back({std::to_string(each["region_id"].get<int>()), names.at(each["image_id"]), each["category"], each["bbox_xyxy"],
                           each["captions"], each["polygon"], each["read_back"]});
    return regions;
}

/// All that a format reads from a file, records of the same picture joined, in the order of first mention.
struct Reading {
    Status status;
    std::vector<PictureRecord> pictures;
    LossTally tally;

    const PictureRecord* picture(const std::string& endOfPath) const {
        for (const PictureRecord& each : pictures)
            if (each.path.ends_with(endOfPath)) return &each;
        return nullptr;
    }
    std::size_t regionCount() const {
        std::size_t count = 0;
        for (const PictureRecord& each : pictures) count += each.regions.size();
        return count;
    }
};

inline Reading readAll(const Format& format, const std::filesystem::path& path, const ReadOptions& options = {}) {
    Reading reading;
    std::map<std::string, std::size_t> known;
    const auto take = [&](PictureRecord record) -> Status {
        const auto [at, isNew] = known.emplace(record.path, reading.pictures.size());
        if (isNew) {
            reading.pictures.push_back(std::move(record));
            return {};
        }
        PictureRecord& joined = reading.pictures[at->second];
        std::move(record.regions.begin(), record.regions.end(), std::back_inserter(joined.regions));
        std::move(record.captions.begin(), record.captions.end(), std::back_inserter(joined.captions));
        return {};
    };
    reading.status = format.read(path, options, take, reading.tally);
    return reading;
}

inline std::array<double, 4> cornersOf(const RegionRecord& region) {
    const geometry::Box2 box = geometry::boundsOf(region.shape);
    return {box.x, box.y, box.x + box.width, box.y + box.height};
}

/// How far the corners are from the expected ones, at most.
inline double distance(const std::array<double, 4>& a, const std::array<double, 4>& b) {
    double most = 0;
    for (std::size_t i = 0; i < 4; ++i) most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

inline RecordSource sourceOf(const std::vector<PictureRecord>& pictures) {
    return [&pictures](const std::function<Status(const PictureRecord&)>& take) -> Status {
        for (const PictureRecord& picture : pictures)
            if (Status taken = take(picture); !taken.ok()) return taken;
        return {};
    };
}

} // namespace rb::formats::test
