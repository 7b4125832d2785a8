#pragma once

#include <string>
#include <string_view>

/// What formats do to the texts of captions.
namespace rb::formats {

/// Nothing but spaces and line ends.
bool isBlank(std::string_view text);
/// Each line end becomes one space.
std::string oneLine(std::string_view text);

} // namespace rb::formats
