#pragma once

#include <string>
#include <string_view>

namespace rb::text {

/// A training caption as RegionBLIP normalises it: lower case, `. ! " ( ) * # : ; ~` become spaces,
/// runs of spaces one, outer spaces and newlines gone, at most `maxWords` words.
std::string normalisedCaption(std::string_view caption, std::size_t maxWords = 50);

} // namespace rb::text
