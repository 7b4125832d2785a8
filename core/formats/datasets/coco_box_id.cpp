#include "core/formats/datasets/coco_box_id.h"

#include "core/formats/record_fields.h"

#include <charconv>
#include <cmath>

namespace rb::formats {

static constexpr const char* kBox = "_box_";

std::optional<CocoBoxId> parseCocoBoxId(const std::string& id) {
    const std::size_t at = id.rfind(kBox);
    if (at == std::string::npos || at == 0) return std::nullopt;
    double numbers[4] = {};
    const char* next = id.data() + at + 5;
    const char* const end = id.data() + id.size();
    for (int i = 0; i < 4; ++i) {
        if (i > 0 && (next == end || *next++ != '_')) return std::nullopt;
        const auto [stop, error] = std::from_chars(next, end, numbers[i]);
        if (error != std::errc() || !isCoordinate(numbers[i])) return std::nullopt;
        next = stop;
    }
    if (next != end) return std::nullopt;
    return CocoBoxId{id.substr(0, at), {numbers[0], numbers[1], numbers[2], numbers[3]}};
}

std::string cocoBoxId(std::int64_t image, const geometry::Box2& box) {
    std::string id = std::to_string(image) + "_box";
    for (const double value : {box.x, box.y, box.width, box.height}) id += "_" + std::to_string(std::llrint(std::trunc(value)));
    return id;
}

} // namespace rb::formats
