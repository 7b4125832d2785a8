#pragma once

#include <string>

namespace rb {

/// Whether a file can be named so without leading out of its folder.
inline bool isPlainName(const std::string& name) {
    return !name.empty() && name.find_first_of("/\\") == std::string::npos && name != "." && name != "..";
}

} // namespace rb
