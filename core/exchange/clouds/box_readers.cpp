// Formats whose boxes are turned: labelCloud and KITTI.
#include "core/exchange/clouds/cloud_readers.h"

#include "core/base/durable_file.h"
#include "core/formats/file_bytes.h"
#include "core/formats/record_fields.h"
#include "core/formats/text_numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <sstream>

namespace rb::exchange {
namespace {

namespace fs = std::filesystem;
using formats::LossTally;
using formats::RecordFields;
using geometry::Box3;
using Point = std::array<double, 3>;
using Matrix = std::array<Point, 3>; ///< rows

constexpr std::uint64_t kLargestFile = 64 << 20;

Point product(const Matrix& m, const Point& p) {
    Point out{};
    for (std::size_t row = 0; row < 3; ++row) out[row] = m[row][0] * p[0] + m[row][1] * p[1] + m[row][2] * p[2];
    return out;
}

Matrix product(const Matrix& a, const Matrix& b) {
    Matrix out{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            for (std::size_t k = 0; k < 3; ++k) out[row][column] += a[row][k] * b[k][column];
    return out;
}

Matrix transposed(const Matrix& m) {
    Matrix out{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) out[row][column] = m[column][row];
    return out;
}

/// A turn by `angle` that takes axis `first` towards axis `second`.
Matrix turn(std::size_t first, std::size_t second, double angle) {
    Matrix m{Point{1, 0, 0}, Point{0, 1, 0}, Point{0, 0, 1}};
    m[first][first] = m[second][second] = std::cos(angle);
    m[second][first] = std::sin(angle);
    m[first][second] = -m[second][first];
    return m;
}

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
    const auto text = readFile(path, kLargestFile);
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

bool isFolder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

std::vector<fs::path> filesIn(const fs::path& folder, const char* ending) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ending) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> linesOf(const fs::path& path) {
    std::vector<std::string> lines;
    const auto text = readFile(path, kLargestFile);
    if (!text.ok()) return lines;
    std::istringstream in(*text);
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with('\r')) line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

/// From the rectified camera's frame into the Velodyne's: the matrices of `calib` are turns, so their inverses are their transposes.
struct KittiFrame {
    Matrix back{Point{0, 0, 1}, Point{-1, 0, 0}, Point{0, -1, 0}};
    Point offset{}; ///< of Tr_velo_to_cam, in the camera's frame
    Matrix rectified{Point{1, 0, 0}, Point{0, 1, 0}, Point{0, 0, 1}};
    std::vector<double> lens; ///< P2, of the left colour camera; empty: unknown

    /// That of `image_2`.
    geometry::Camera camera() const {
        geometry::Camera camera;
        camera.fx = lens[0];
        camera.fy = lens[5];
        camera.cx = lens[2];
        camera.cy = lens[6];
        // The camera stands beside the one whose frame is rectified.
        const double z = lens[11], shift[3] = {(lens[3] - lens[2] * z) / lens[0], (lens[7] - lens[6] * z) / lens[5], z};
        const Matrix turned = product(rectified, transposed(back));
        const Point moved = product(rectified, offset);
        for (std::size_t row = 0; row < 3; ++row) {
            for (std::size_t column = 0; column < 3; ++column) camera.toCamera[4 * row + column] = turned[row][column];
            camera.toCamera[4 * row + 3] = moved[row] + shift[row];
        }
        return camera;
    }
    Point toCloud(const Point& camera) const {
        Point p = product(transposed(rectified), camera);
        for (std::size_t axis = 0; axis < 3; ++axis) p[axis] -= offset[axis];
        return product(back, p);
    }
};

Result<KittiFrame> frameAt(const fs::path& calibration) {
    KittiFrame frame;
    for (const std::string& line : linesOf(calibration)) {
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) continue;
        const std::string key = line.substr(0, colon);
        const std::size_t wanted = key == "P2" ? 12 : key == "R0_rect" || key == "R_rect" ? 9 : key == "Tr_velo_to_cam" || key == "Tr_velo_cam" ? 12 : 0;
        if (wanted == 0) continue;
        std::vector<double> numbers;
        for (const std::string_view part : formats::parts(formats::trimmed(std::string_view(line).substr(colon + 1)), ' '))
            if (const auto number = formats::coordinateIn(part)) numbers.push_back(*number);
        if (numbers.size() != wanted) return Error{ErrorCode::FileInvalid, calibration.string() + ": " + key + " must have " + std::to_string(wanted) + " numbers."};
        if (key == "P2") {
            if (numbers[0] > 0 && numbers[5] > 0) frame.lens = numbers;
            continue;
        }
        const std::size_t columns = wanted / 3;
        Matrix m{};
        for (std::size_t row = 0; row < 3; ++row)
            for (std::size_t column = 0; column < 3; ++column) m[row][column] = numbers[row * columns + column];
        if (wanted == 9) frame.rectified = m;
        else {
            frame.back = transposed(m);
            frame.offset = {numbers[3], numbers[7], numbers[11]};
        }
    }
    return frame;
}

/// Nothing: a DontCare.
Result<std::optional<CloudRegionRecord>> kittiRegion(const std::string& line, const std::string& place, const KittiFrame& frame) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    if (words.size() < 15) return Error{ErrorCode::FileInvalid, place + ": a label must have 15 columns, but has " + std::to_string(words.size()) + "."};
    if (words[0] == "DontCare") return std::optional<CloudRegionRecord>();
    std::array<double, 11> all{}; // left top right bottom, height width length, x y z, turn
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto number = formats::coordinateIn(words[4 + i]);
        if (!number) return Error{ErrorCode::FileInvalid, place + ": column " + std::to_string(5 + i) + " must be a number, but is \"" + words[4 + i] + "\"."};
        all[i] = *number;
    }
    const double* n = all.data() + 4;
    CloudRegionRecord region;
    region.label = words[0];
    std::replace(region.label.begin(), region.label.end(), '_', ' ');
    region.shape.box.center = frame.toCloud({n[3], n[4] - n[0] / 2, n[5]}); // y points down, the place is the bottom's middle
    region.shape.box.size = {n[2], n[1], n[0]};
    if (all[2] > all[0] && all[3] > all[1]) region.inPicture = geometry::Box2{all[0], all[1], all[2] - all[0], all[3] - all[1]};
    region.shape.box.yaw = std::remainder(-n[6] - std::numbers::pi / 2, 2 * std::numbers::pi);
    return std::optional(region);
}

Status readKittiFile(const fs::path& labels, const fs::path& root, const TakeCloud& take, LossTally& tally) {
    const fs::path name = labels.stem();
    const auto frame = frameAt(root / "calib" / (name.string() + ".txt"));
    if (!frame.ok()) return frame.error();
    const std::vector<std::string> captions = linesOf(root / "caption" / (name.string() + ".txt"));
    CloudRecord record;
    record.name = name.string();
    record.file = name.string() + ".bin";
    for (const char* ending : {".png", ".jpg"})
        if (const fs::path picture = root / "image_2" / (name.string() + ending); !frame->lens.empty() && formats::sizeInBytes(picture)) {
            record.picture = picture;
            record.camera = frame->camera();
        }
    std::size_t number = 0;
    for (const std::string& line : linesOf(labels)) {
        ++number;
        if (formats::trimmed(line).empty()) continue;
        auto region = kittiRegion(line, labels.string() + ", line " + std::to_string(number), *frame);
        if (!region.ok()) return region.error();
        if (!*region) {
            tally.drop("regions", "KITTI says DontCare");
            continue;
        }
        const std::size_t at = record.regions.size();
        (*region)->id = std::to_string(at);
        if (at < captions.size() && !formats::trimmed(captions[at]).empty()) (*region)->captions.push_back(captions[at]);
        record.regions.push_back(std::move(**region));
    }
    return take(std::move(record));
}

/// The folder that holds `label_2`, for that folder, for one in it, and for a file.
fs::path kittiRoot(const fs::path& path) {
    if (isFolder(path / "label_2")) return path;
    if (path.filename() == "label_2") return path.parent_path();
    return path.parent_path().filename() == "label_2" ? path.parent_path().parent_path() : fs::path();
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

bool isKitti(const fs::path& path) { return !kittiRoot(path).empty(); }

Status readKitti(const fs::path& path, const fs::path&, const TakeCloud& take, LossTally& tally) {
    const fs::path root = kittiRoot(path);
    if (root.empty()) return Error{ErrorCode::FileInvalid, path.string() + " is no KITTI data set: there is no folder label_2."};
    if (!isFolder(path)) return readKittiFile(path, root, take, tally);
    for (const fs::path& file : filesIn(root / "label_2", ".txt"))
        if (Status read = readKittiFile(file, root, take, tally); !read.ok()) return read;
    return {};
}

} // namespace rb::exchange
