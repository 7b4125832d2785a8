#pragma once

#include "core/formats/annotators/annotators.h"
#include "core/formats/staged_output.h"
#include "tests/core/formats/golden_records.h"

#include <QTemporaryDir>

namespace rb::formats::test {

/// The truth of tests/data/formats as records, with the pictures' own splits.
inline std::vector<PictureRecord> goldenPictures() {
    std::vector<PictureRecord> pictures;
    const nlohmann::json truth = readJson(dataFile("expected.json"));
    for (const auto& image : truth["images"]) {
        PictureRecord picture;
        picture.path = image["file_name"];
        picture.width = image["width"];
        picture.height = image["height"];
        picture.split = image["split"];
        picture.file = dataFile("images") / picture.path;
        pictures.push_back(picture);
    }
    for (const GoldenRegion& each : goldenRegions()) {
        RegionRecord region;
        region.label = each.label;
        const auto& [x1, y1, x2, y2] = each.corners;
        region.shape = geometry::boxShape({x1, y1, x2 - x1, y2 - y1});
        std::vector<geometry::Point2> points;
        for (const auto& point : each.polygon) points.push_back({point[0], point[1]});
        if (!points.empty()) region.shape = geometry::polygon(points);
        for (const std::string& text : each.captions) region.captions.emplace_back().text = text;
        const auto picture =
            std::find_if(pictures.begin(), pictures.end(), [&](const PictureRecord& one) { return one.path == each.image; });
        picture->regions.push_back(region);
    }
    return pictures;
}

inline std::filesystem::path pathOf(const QTemporaryDir& folder) { return folder.path().toStdString(); }

/// Writes the records as files in `folder`; they are called "out" where the format has one file.
inline Status writeAll(const Format& format, const std::vector<PictureRecord>& pictures, const QTemporaryDir& folder,
                       const WriteOptions& options = {}) {
    StagedOutput output(pathOf(folder), "out");
    if (Status written = format.write(sourceOf(pictures), options, output); !written.ok()) return written;
    return output.commit();
}

inline void putFile(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string fileText(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// One sentence that names the file.
inline bool isOneSentence(const Status& status, const std::string& name) {
    if (status.ok()) return false;
    const std::string& message = status.error().message;
    return message.find(name) != std::string::npos && message.find('\n') == std::string::npos && message.size() < 400;
}

inline std::vector<std::string> captionTexts(const std::vector<CaptionRecord>& captions) {
    std::vector<std::string> texts;
    for (const CaptionRecord& each : captions) texts.push_back(each.text);
    return texts;
}

inline int countOf(const LossTally& tally, const std::string& what, int LossReport::Line::*count) {
    for (const LossReport::Line& line : tally.report().lines)
        if (line.what == what) return line.*count;
    return 0;
}

/// What of one region is not as `holds` promises; empty when all of it is.
inline std::string regionDifference(const RegionRecord& is, const RegionRecord& was, const Holds& holds) {
    if (distance(cornersOf(is), cornersOf(was)) > (holds.exactBoxes ? 1e-9 : 1.0)) return "bounds";
    const bool flattened = (was.shape.kind == geometry::Shape2::Kind::Polygon && !holds.polygons) ||
                           (was.shape.kind == geometry::Shape2::Kind::RotatedBox && !holds.rotation);
    if (is.shape.kind != (flattened ? geometry::Shape2::Kind::Box : was.shape.kind)) return "kind of shape";
    if (!flattened && std::abs(is.shape.angle - was.shape.angle) > 1e-9) return "angle";
    if (!flattened && holds.exactBoxes && is.shape.points != was.shape.points) return "points";
    if (holds.labels && is.label != was.label) return "label";
    if (holds.scores && is.score != was.score) return "score";
    std::vector<std::string> texts = captionTexts(was.captions);
    if (!holds.severalCaptions && texts.size() > 1) texts.resize(1);
    if (captionTexts(is.captions) != (holds.captions ? texts : std::vector<std::string>())) return "captions";
    return {};
}

/// The first thing that a round trip lost although `holds` promises it; empty when there is none.
inline std::string firstDifference(const Reading& reading, const std::vector<PictureRecord>& pictures, const Holds& holds) {
    if (reading.pictures.size() != pictures.size()) return "number of pictures";
    for (const PictureRecord& was : pictures) {
        const PictureRecord* is = reading.picture(was.path);
        if (!is) return was.path;
        if (is->width != was.width || is->height != was.height) return was.path + ": size";
        if (holds.splits && is->split != was.split) return was.path + ": split " + is->split;
        if (captionTexts(is->captions) != (holds.pictureCaptions ? captionTexts(was.captions) : std::vector<std::string>()))
            return was.path + ": captions";
        if (is->regions.size() != was.regions.size()) return was.path + ": number of regions";
        for (std::size_t i = 0; i < was.regions.size(); ++i)
            if (std::string different = regionDifference(is->regions[i], was.regions[i], holds); !different.empty())
                return was.path + ", region " + std::to_string(i) + ": " + different;
    }
    return {};
}

} // namespace rb::formats::test
