#include "core/exchange/clouds/cloud_export.h"

#include "core/exchange/clouds/cloud_readers.h"
#include "core/exchange/clouds/region_ply.h"

#include <algorithm>
#include <cmath>
#include <cctype>
#include <cstdio>
#include <numbers>

#include <nlohmann/json.hpp>

namespace rb::exchange {
namespace {

using formats::LossTally;
using formats::OutputTree;
using nlohmann::ordered_json;
using Output = formats::Format::Output;

std::string dumped(const ordered_json& json) { return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n"; }

double degrees(double radians) { return radians * 180 / std::numbers::pi; }

ordered_json vector(const char* x, double a, const char* y, double b, const char* z, double c) { return {{x, a}, {y, b}, {z, c}}; }

std::string replaced(std::string text, char from, char to) {
    std::replace(text.begin(), text.end(), from, to);
    return text;
}

/// RFC 4180: quoted where it has to be.
std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

/// Words and marks, lower case, as ScanRefer's `token` has them.
ordered_json tokensOf(const std::string& caption) {
    ordered_json tokens = ordered_json::array();
    std::string word;
    const auto end = [&] {
        if (!word.empty()) tokens.push_back(word);
        word.clear();
    };
    for (const char c : caption) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isspace(byte)) end();
        else if (byte < 128 && std::ispunct(byte) && c != '\'' && c != '-') {
            end();
            tokens.push_back(std::string(1, c));
        } else word += byte < 128 ? static_cast<char>(std::tolower(byte)) : c;
    }
    end();
    return tokens;
}

/// github.com/daveredrum/ScanRefer: one row a description. It has no place for boxes; `box` is ours: centre, size and yaw in
/// the cloud's units, as RegionBLIP's loader gets them from `<scene>_aligned_bbox.npy`.
Status writeScanRefer(const std::vector<CloudRecord>& clouds, OutputTree& output, LossTally& tally) {
    ordered_json rows = ordered_json::array();
    for (const CloudRecord& cloud : clouds) {
        tally.drop("cloud captions", "the format is one of regions", static_cast<int>(cloud.captions.size()));
        for (const CloudRegionRecord& region : cloud.regions) {
            const geometry::Box3& box = region.shape.box;
            tally.keepOrDrop("regions", !region.captions.empty(), "the format has a row for each caption");
            if (!region.shape.points.isEmpty()) tally.drop("marked points", "the format has boxes alone");
            for (std::size_t i = 0; i < region.captions.size(); ++i) {
                tally.keep("captions");
                rows.push_back({{"scene_id", cloud.name}, {"object_id", region.id}, {"object_name", replaced(region.label, ' ', '_')}, {"ann_id", std::to_string(i)},
                                {"description", region.captions[i]}, {"token", tokensOf(region.captions[i])},
                                {"box", {box.center[0], box.center[1], box.center[2], box.size[0], box.size[1], box.size[2], box.yaw}}});
            }
        }
    }
    return output.file(output.stem(), dumped(rows));
}

/// huggingface Cap3D: `uid,caption` without a head, quoted as RFC 4180 says.
Status writeCap3d(const std::vector<CloudRecord>& clouds, OutputTree& output, LossTally& tally) {
    std::string text;
    for (const CloudRecord& cloud : clouds) {
        tally.drop("regions", "the format captions whole clouds", static_cast<int>(cloud.regions.size()));
        if (cloud.captions.empty()) continue;
        tally.keep("captions");
        tally.drop("captions", "one a cloud is kept", static_cast<int>(cloud.captions.size()) - 1);
        text += cloud.name + "," + csvField(cloud.captions.front()) + "\n";
    }
    return output.file(output.stem(), text);
}

/// labelCloud's `centroid_abs`: degrees in [0, 360), counter-clockwise about z. `caption` is ours: labelCloud loses it when
/// it saves the file again.
Status writeLabelCloud(const std::vector<CloudRecord>& clouds, OutputTree& output, LossTally& tally) {
    for (const CloudRecord& cloud : clouds) {
        ordered_json objects = ordered_json::array();
        for (const CloudRegionRecord& region : cloud.regions) {
            const geometry::Box3& b = region.shape.box;
            const double turn = std::fmod(degrees(b.yaw) + 720, 360);
            ordered_json object{{"name", region.label.empty() ? "region" : region.label},
                                {"centroid", vector("x", b.center[0], "y", b.center[1], "z", b.center[2])},
                                {"dimensions", vector("length", b.size[0], "width", b.size[1], "height", b.size[2])},
                                {"rotations", vector("x", 0, "y", 0, "z", turn)}};
            tally.keep("regions");
            if (!region.shape.points.isEmpty()) tally.drop("marked points", "the format has boxes alone");
            if (!region.captions.empty()) object["caption"] = region.captions.front();
            tally.keep("captions", region.captions.empty() ? 0 : 1);
            tally.drop("captions", "one a region is kept", std::max(0, static_cast<int>(region.captions.size()) - 1));
            objects.push_back(std::move(object));
        }
        tally.drop("cloud captions", "the format is one of regions", static_cast<int>(cloud.captions.size()));
        const ordered_json whole{{"folder", cloud.file.parent_path().filename().string()}, {"filename", cloud.file.filename().string()},
                                 {"path", cloud.file.string()}, {"objects", objects}};
        if (Status written = output.file(cloud.name + ".json", dumped(whole)); !written.ok()) return written;
    }
    return {};
}

/// KITTI's 15 columns in its camera's frame (x right, y down, z ahead): the place is the middle of the box's bottom. The cloud
/// is taken for a Velodyne's, so `calib` turns axes and nothing else. A side-car holds the captions, line by line.
Status writeKitti(const std::vector<CloudRecord>& clouds, OutputTree& output, LossTally& tally) {
    static const char* const kCalibration = "P2: 1 0 0 0 0 1 0 0 0 0 1 0\nR0_rect: 1 0 0 0 1 0 0 0 1\nTr_velo_to_cam: 0 -1 0 0 0 0 -1 0 1 0 0 0\n";
    for (const CloudRecord& cloud : clouds) {
        std::string labels, captions;
        for (const CloudRegionRecord& region : cloud.regions) {
            const geometry::Box3& b = region.shape.box;
            const double turn = std::remainder(-b.yaw - std::numbers::pi / 2, 2 * std::numbers::pi);
            char line[256];
            std::snprintf(line, sizeof line, " -1 -1 -10 -1 -1 -1 -1 %.4f %.4f %.4f %.4f %.4f %.4f %.6f\n", b.size[2], b.size[1], b.size[0], -b.center[1],
                          -(b.center[2] - b.size[2] / 2), b.center[0], turn);
            labels += replaced(region.label.empty() ? "Region" : region.label, ' ', '_') + line;
            captions += (region.captions.empty() ? std::string() : replaced(region.captions.front(), '\n', ' ')) + "\n";
            tally.change("regions", "coordinates have four digits");
            if (!region.shape.points.isEmpty()) tally.drop("marked points", "the format has boxes alone");
            tally.keep("captions", region.captions.empty() ? 0 : 1);
            tally.drop("captions", "one a region is kept", std::max(0, static_cast<int>(region.captions.size()) - 1));
        }
        tally.drop("cloud captions", "the format is one of regions", static_cast<int>(cloud.captions.size()));
        for (const auto& [folder, text] : {std::pair("label_2/", labels), std::pair("caption/", captions), std::pair("calib/", std::string(kCalibration))})
            if (Status written = output.file(folder + cloud.name + ".txt", text); !written.ok()) return written;
    }
    return {};
}

/// A file for each region with its points, and `captions.csv` with their captions.
Status writePoints(const std::vector<CloudRecord>& clouds, OutputTree& output, LossTally& tally) {
    std::string captions = "file,label,caption\n";
    for (const CloudRecord& cloud : clouds) {
        tally.drop("cloud captions", "the format is one of regions", static_cast<int>(cloud.captions.size()));
        const auto written = writeRegionPoints(cloud, output);
        if (!written.ok()) return written.error();
        for (std::size_t i = 0; i < cloud.regions.size(); ++i) {
            const CloudRegionRecord& region = cloud.regions[i];
            tally.keepOrDrop("regions", !(*written)[i].empty(), "no point lies in the region");
            for (const std::string& caption : region.captions) {
                tally.keep("captions");
                captions += (*written)[i] + "," + csvField(region.label) + "," + csvField(caption) + "\n";
            }
        }
    }
    return output.file("captions.csv", captions);
}

constexpr CloudFormat kFormats[] = {
    {"scanrefer", "ScanRefer with boxes", ".json", Output::File, writeScanRefer, isScanRefer, readScanRefer},
    {"cap3d", "Cap3D captions", ".csv", Output::File, writeCap3d, isCap3d, readCap3d},
    {"labelcloud", "labelCloud", "", Output::Folder, writeLabelCloud, isLabelCloud, readLabelCloud},
    {"kitti", "KITTI labels", "", Output::Folder, writeKitti, isKitti, readKitti},
    {"ply", "PLY files of regions' points", "", Output::Folder, writePoints, nullptr, nullptr},
};

} // namespace

std::span<const CloudFormat> cloudFormats() { return kFormats; }

} // namespace rb::exchange
