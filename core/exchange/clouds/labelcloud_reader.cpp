#include "core/exchange/clouds/cloud_readers.h"
#include "core/exchange/clouds/matrix3.h"
#include "core/exchange/clouds/record_files.h"

#include "core/base/durable_file.h"
#include "core/formats/file_bytes.h"
#include "core/formats/record_fields.h"
#include "core/formats/text_numbers.h"

#include <algorithm>
#include <limits>
#include <numbers>

namespace rb::exchange {
namespace {

namespace fs = std::filesystem;
using formats::LossTally;
using formats::RecordFields;
using geometry::Box3;

/// The upright box with this yaw around some points.
Box3 boxAround(const std::vector<Point>& points, double yaw) {
    const Matrix back = turn(0, 1, -yaw);
    Point low, high;
    low.fill(std::numeric_limits<double>::infinity());
    high.fill(-std::numeric_limits<double>::infinity());
    for (const Point& point : points) {
        const Point own = product(back, point);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            low[axis] = std::min(low[axis], own[axis]);
            high[axis] = std::max(high[axis], own[axis]);
        }
    }
    Box3 box;
    box.yaw = yaw;
    Point middle{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        box.size[axis] = high[axis] - low[axis];
        middle[axis] = (low[axis] + high[axis]) / 2;
    }
    box.center = product(turn(0, 1, yaw), middle);
    return box;
}

Point vectorOf(RecordFields& fields, const char* key, const char* x, const char* y, const char* z, const Point& absent = {}) {
    if (!fields.has(key)) return absent;
    RecordFields own(fields.value(key), fields.place() + ", " + key);
    const Point point{own.number(x), own.number(y), own.number(z)};
    if (!own.status().ok()) fields.refuse(key, std::string("an object of numbers ") + x + ", " + y + " and " + z);
    return point;
}

/// `centroid`, `dimensions` and `rotations`; turned as Rz·Ry·Rx.
Box3 centeredBox(RecordFields& fields, LossTally& tally) {
    constexpr double unit = std::numbers::pi / 180;
    const Point center = vectorOf(fields, "centroid", "x", "y", "z"), size = vectorOf(fields, "dimensions", "length", "width", "height"),
                turns = vectorOf(fields, "rotations", "x", "y", "z");
    const double yaw = std::remainder(turns[2] * unit, 2 * std::numbers::pi);
    if (turns[0] == 0 && turns[1] == 0) return {center, size, yaw};
    tally.change("regions", "turns about x and y become the upright box around them");
    const Matrix turned = product(turn(0, 1, turns[2] * unit), product(turn(2, 0, turns[1] * unit), turn(1, 2, turns[0] * unit)));
    std::vector<Point> corners;
    for (unsigned int corner = 0; corner < 8; ++corner) {
        Point at;
        for (std::size_t axis = 0; axis < 3; ++axis) at[axis] = size[axis] / 2 * (corner >> axis & 1 ? 1 : -1);
        at = product(turned, at);
        for (std::size_t axis = 0; axis < 3; ++axis) at[axis] += center[axis];
        corners.push_back(at);
    }
    return boxAround(corners, yaw);
}

/// Eight corners, of which the first and the fourth lie along the length.
Box3 boxOfVertices(RecordFields& fields, LossTally& tally) {
    std::vector<Point> corners;
    for (const auto& each : fields.value("vertices")) {
        if (!each.is_array() || each.size() != 3 || !std::ranges::all_of(each, [](const auto& v) { return v.is_number() && formats::isCoordinate(v.template get<double>()); })) break;
        corners.push_back({each[0].get<double>(), each[1].get<double>(), each[2].get<double>()});
    }
    if (corners.size() != 8) {
        fields.refuse("vertices", "eight corners of three numbers");
        return {};
    }
    const Point along{corners[3][0] - corners[0][0], corners[3][1] - corners[0][1], corners[3][2] - corners[0][2]};
    if (std::abs(along[2]) > 1e-6 * std::hypot(along[0], along[1]) || std::abs(corners[1][2] - corners[0][2]) > 1e-6 * std::hypot(along[0], along[1]))
        tally.change("regions", "turns about x and y become the upright box around them");
    return boxAround(corners, std::atan2(along[1], along[0]));
}

Result<CloudRegionRecord> labelCloudRegion(const nlohmann::json& object, const std::string& place, LossTally& tally) {
    RecordFields fields(object, place);
    CloudRegionRecord region;
    region.label = fields.text("name");
    region.shape.box = fields.has("vertices") ? boxOfVertices(fields, tally) : centeredBox(fields, tally);
    const std::string caption = fields.text("caption", {});
    if (!caption.empty()) region.captions.push_back(caption);
    for (const double side : region.shape.box.size)
        if (fields.status().ok() && !(side >= 0)) fields.refuse("dimensions", "sizes of zero or more");
    if (!fields.status().ok()) return fields.status().error();
    return region;
}

Status readLabelCloudFile(const fs::path& path, const TakeCloud& take, LossTally& tally) {
    const auto text = readFile(path, kLargestRecordFile);
    if (!text.ok()) return text.error();
    const auto whole = nlohmann::json::parse(*text, nullptr, false);
    if (!whole.is_object() || !whole.contains("objects") || !whole["objects"].is_array())
        return Error{ErrorCode::FileInvalid, path.string() + " is no labelCloud file: it must be an object with a list \"objects\"."};
    RecordFields fields(whole, path.string());
    CloudRecord record;
    record.file = fs::path(fields.text("filename", path.stem().string())).filename();
    if (!fields.status().ok()) return fields.status();
    record.name = record.file.stem().string();
    std::size_t number = 0;
    for (const auto& object : whole["objects"]) {
        auto region = labelCloudRegion(object, path.string() + ", object " + std::to_string(++number), tally);
        if (!region.ok()) return region.error();
        region->id = std::to_string(number - 1);
        record.regions.push_back(std::move(*region));
    }
    return take(std::move(record));
}

bool isLabelCloudFile(const fs::path& path) {
    if (path.extension() != ".json") return false;
    const std::string text = formats::headOf(path);
    return text.find("\"objects\"") != std::string::npos && (text.find("\"centroid\"") != std::string::npos || text.find("\"vertices\"") != std::string::npos);
}

} // namespace

bool isLabelCloud(const fs::path& path) {
    if (!isFolder(path)) return isLabelCloudFile(path);
    const std::vector<fs::path> files = filesIn(path, ".json");
    return !files.empty() && std::ranges::all_of(files, isLabelCloudFile);
}

Status readLabelCloud(const fs::path& path, const fs::path&, const TakeCloud& take, LossTally& tally) {
    if (!isFolder(path)) return readLabelCloudFile(path, take, tally);
    for (const fs::path& file : filesIn(path, ".json"))
        if (Status read = readLabelCloudFile(file, take, tally); !read.ok()) return read;
    return {};
}

} // namespace rb::exchange
