#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rb::media {

/// What is wrong with the header of a PNG file (ISO/IEC 15948, 11.2.2), as the end of a sentence; nothing when it is good, or
/// the file is none. Its library would say so on the terminal. `start`: the file's first 33 bytes.
std::optional<std::string> faultOfPngHeader(std::string_view start);

} // namespace rb::media
