#include "core/media/text_cloud.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace rb::media {
namespace {

/// Numbers of one line, or fewer than were there when one cannot be read.
std::vector<double> numbersOf(std::string_view line, bool& good) {
    std::vector<double> numbers;
    constexpr std::string_view separators = " \t,;\r";
    while (good) {
        const auto begin = line.find_first_not_of(separators);
        if (begin == std::string_view::npos) break;
        line.remove_prefix(begin);
        double value = 0;
        const auto read = std::from_chars(line.data(), line.data() + line.size(), value);
        good = read.ec == std::errc() && std::fabs(value) <= std::numeric_limits<float>::max();
        numbers.push_back(value);
        line.remove_prefix(static_cast<std::size_t>(read.ptr - line.data()));
    }
    return numbers;
}

} // namespace

Result<geometry::PointCloud> cloudFromText(std::string_view text, const std::string& name, std::uint64_t maxPoints) {
    geometry::PointCloud cloud;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos || line.front() == '#') continue;
        bool good = true;
        const std::vector<double> values = numbersOf(line, good);
        if (!good || values.size() < 3)
            return Error{ErrorCode::FileInvalid, name + ", line " + std::to_string(number) + ": expected x y z as finite numbers."};
        if (cloud.size() >= maxPoints)
            return Error{ErrorCode::TooLarge, name + " has more than " + std::to_string(maxPoints) + " points."};
        for (std::size_t i = 0; i < 3; ++i) cloud.positions.push_back(static_cast<float>(values[i]));
        if (values.size() >= 6)
            for (std::size_t i = 3; i < 6; ++i)
                cloud.colors.push_back(static_cast<std::uint8_t>(std::clamp(values[i], 0.0, 255.0)));
    }
    if (cloud.size() == 0) return Error{ErrorCode::FileInvalid, name + " holds no points."};
    if (cloud.colors.size() != cloud.positions.size()) cloud.colors.clear();
    return cloud;
}

} // namespace rb::media
