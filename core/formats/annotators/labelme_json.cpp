#include "core/formats/annotators/labelme_json.h"

#include "core/formats/json_lines.h"
#include "core/formats/picture_files.h"
#include "core/formats/record_fields.h"
#include "core/formats/safe_path.h"

#include <algorithm>
#include <fstream>

namespace rb::formats {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::uintmax_t kLargest = std::uintmax_t{512} << 20;

Status checkSize(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) return Error{ErrorCode::FileUnreadable, file.string() + " cannot be read."};
    if (size <= kLargest) return {};
    return Error{ErrorCode::TooLarge,
                 file.string() + " has " + std::to_string(size) + " bytes; at most 512 MiB are read of one picture's file."};
}

} // namespace

Result<json> labelmeJson(const fs::path& file) {
    if (Status checked = checkSize(file); !checked.ok()) return checked.error();
    std::ifstream in(file, std::ios::binary);
    bool tooDeep = false;
    const auto keep = [&tooDeep](int depth, json::parse_event_t event, json& parsed) {
        tooDeep = tooDeep || depth > kDeepestJson;
        return !tooDeep && !(event == json::parse_event_t::key && depth == 1 && parsed == "imageData");
    };
    try {
        json found = json::parse(in, keep);
        if (tooDeep) return tooDeepJson(file.string());
        return found;
    } catch (const json::parse_error& error) {
        return notJson(file.string(), error.byte);
    } catch (const json::exception&) {
        return tooLargeNumber(file.string());
    }
}

std::optional<std::vector<geometry::Point2>> labelmePoints(const json& list) {
    if (!list.is_array()) return std::nullopt;
    std::vector<geometry::Point2> points;
    for (const json& each : list) {
        const bool pair = each.is_array() && each.size() == 2 && each[0].is_number() && each[1].is_number();
        if (!pair || !isCoordinate(each[0].get<double>()) || !isCoordinate(each[1].get<double>())) return std::nullopt;
        points.push_back({each[0].get<double>(), each[1].get<double>()});
    }
    return points;
}

json labelmePoints(const std::vector<geometry::Point2>& points) {
    json list = json::array();
    for (const geometry::Point2& each : points) list.push_back(json::array({each.x, each.y}));
    return list;
}

Result<LabelmePicture> labelmePicture(const fs::path& root, const fs::path& file, const std::string& imagePath) {
    std::string rest = imagePath;
    std::replace(rest.begin(), rest.end(), '\\', '/');
    std::string folder = pathBelow(root, file.parent_path());
    if (folder == ".") folder.clear();
    bool outside = false;
    while (rest.starts_with("./") || rest.starts_with("../")) {
        const bool up = rest.starts_with("../");
        // What still begins with ".." after this is refused below.
        if (up && folder.empty() && outside) break;
        if (up && folder.empty()) outside = true;
        if (up) folder = fs::path(folder).parent_path().generic_string();
        rest.erase(0, up ? 3 : 2);
    }
    const Result<std::string> safe = safeRelativePath(rest, file.string());
    if (!safe.ok()) return safe.error();
    return LabelmePicture{folder.empty() ? *safe : folder + "/" + *safe, outside ? root / ".." : root};
}

} // namespace rb::formats
