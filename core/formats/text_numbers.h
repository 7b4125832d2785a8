#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rb::formats {

/// Without spaces, tabs and line ends around it.
std::string_view trimmed(std::string_view text);
/// A number that a file may hold as a coordinate (isCoordinate) and nothing else beside it.
std::optional<double> coordinateIn(std::string_view text);
std::optional<std::int64_t> wholeNumberIn(std::string_view text);
/// A side of a picture in pixels, 1 to 1,000,000.
std::optional<int> sideIn(std::string_view text);
/// The parts between separators, untrimmed; of an empty text none.
std::vector<std::string_view> parts(std::string_view text, char separator);
/// The shortest text that reads back the same.
std::string shortest(double value);

} // namespace rb::formats
