#include "core/exchange/clouds/cloud_readers.h"
#include "core/exchange/clouds/matrix3.h"
#include "core/exchange/clouds/record_files.h"

#include "core/formats/file_bytes.h"
#include "core/formats/text_numbers.h"

#include <algorithm>
#include <numbers>
#include <optional>
#include <sstream>

namespace rb::exchange {
namespace {

namespace fs = std::filesystem;
using formats::LossTally;

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
    const auto lines = linesIfThere(calibration);
    if (!lines.ok()) return lines.error();
    KittiFrame frame;
    for (const std::string& line : *lines) {
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
    const auto captions = linesIfThere(root / "caption" / (name.string() + ".txt")), lines = linesOf(labels);
    if (!captions.ok()) return captions.error();
    if (!lines.ok()) return lines.error();
    CloudRecord record;
    record.name = name.string();
    record.file = name.string() + ".bin";
    for (const char* ending : {".png", ".jpg"})
        if (const fs::path picture = root / "image_2" / (name.string() + ending); !frame->lens.empty() && formats::sizeInBytes(picture)) {
            record.picture = picture;
            record.camera = frame->camera();
        }
    std::size_t number = 0;
    for (const std::string& line : *lines) {
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
        if (at < captions->size() && !formats::trimmed((*captions)[at]).empty()) (*region)->captions.push_back((*captions)[at]);
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

} // namespace

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
