#include "core/formats/annotators/yolo_line.h"

#include "core/formats/annotators/yolo.h"
#include "core/formats/text_numbers.h"

#include <array>
#include <charconv>

namespace rb::formats {
namespace {

constexpr std::size_t kBox = 4;

std::vector<std::string_view> words(std::string_view line) {
    std::vector<std::string_view> found;
    for (std::size_t start = line.find_first_not_of(" \t\r"); start != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(" \t\r", start), line.size());
        found.push_back(line.substr(start, end - start));
        start = line.find_first_not_of(" \t\r", end);
    }
    return found;
}

Error refusal(const std::string& place, const std::string& sentence) { return {ErrorCode::FileInvalid, place + ": " + sentence}; }

Result<std::string> labelOf(std::string_view word, const YoloNames& names, const std::string& place) {
    const std::optional<std::int64_t> number = wholeNumberIn(word);
    if (!number || *number < 0)
        return refusal(place, "a class number was expected, but it is \"" + std::string(word.substr(0, 40)) + "\".");
    if (names.empty()) return std::to_string(*number);
    const auto found = names.find(*number);
    if (found != names.end()) return found->second;
    return refusal(place, "class " + std::to_string(*number) + " has no name among the " + std::to_string(names.size()) +
                              " of the data set.");
}

Result<std::vector<double>> numbersOf(const std::vector<std::string_view>& found, const std::string& place) {
    std::vector<double> numbers;
    for (std::size_t i = 1; i < found.size(); ++i) {
        const std::optional<double> number = coordinateIn(found[i]);
        if (!number) return refusal(place, "a number was expected, but it is \"" + std::string(found[i].substr(0, 40)) + "\".");
        numbers.push_back(*number);
    }
    return numbers;
}

geometry::Shape2 boxOf(const std::vector<double>& n, const YoloPage& page) {
    const double width = n[2] * page.width, height = n[3] * page.height;
    return geometry::boxShape({n[0] * page.width - width / 2, n[1] * page.height - height / 2, width, height});
}

geometry::Shape2 outlineOf(const std::vector<double>& n, const YoloPage& page) {
    std::vector<geometry::Point2> points;
    for (std::size_t i = 0; i + 1 < n.size(); i += 2) points.push_back({n[i] * page.width, n[i + 1] * page.height});
    // Six decimals move each corner by up to half a millionth of the side.
    const double tolerance = 1e-3 + 4e-6 * std::max(page.width, page.height);
    return points.size() == 4 ? geometry::fromFourCorners(points, tolerance) : geometry::polygon(points);
}

void append(std::string& line, double value) {
    std::array<char, 64> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 6);
    line += " " + (error == std::errc() ? std::string(digits.data(), end) : std::string("0"));
}

} // namespace

Result<RegionRecord> yoloRegion(std::string_view line, const YoloPage& page, const std::string& place) {
    const std::vector<std::string_view> found = words(line);
    RegionRecord region;
    const Result<std::string> label = labelOf(found.empty() ? std::string_view() : found[0], page.names, place);
    if (!label.ok()) return label.error();
    region.label = *label;
    Result<std::vector<double>> numbers = numbersOf(found, place);
    if (!numbers.ok()) return numbers.error();
    if (numbers->size() < kBox)
        return refusal(place,
                       "a class and 4 or more numbers were expected, but there are " + std::to_string(numbers->size()) + ".");
    if (page.hasKeypoints) numbers->resize(kBox);
    if (numbers->size() % 2 == 1) {
        region.score = numbers->back();
        numbers->pop_back();
        if (*region.score < 0 || *region.score > 1)
            return refusal(place, "a score from 0 to 1 was expected at the end, but it is " + shortest(*region.score) + ".");
    }
    region.shape = numbers->size() == kBox ? boxOf(*numbers, page) : outlineOf(*numbers, page);
    return region;
}

std::string yoloLine(std::int64_t classNumber, const geometry::Shape2& shape, const std::string& dialect, int width, int height) {
    std::string line = std::to_string(classNumber);
    const bool isObb = dialect == kYoloObb, isPolygon = shape.kind == geometry::Shape2::Kind::Polygon;
    const geometry::Box2 box = geometry::boundsOf(shape);
    if (!isObb && dialect != kYoloSegment) {
        for (double value :
             {(box.x + box.width / 2) / width, (box.y + box.height / 2) / height, box.width / width, box.height / height})
            append(line, value);
        return line;
    }
    for (const geometry::Point2& each : geometry::cornersOf(isObb && isPolygon ? geometry::boxShape(box) : shape)) {
        append(line, each.x / width);
        append(line, each.y / height);
    }
    return line;
}

} // namespace rb::formats
