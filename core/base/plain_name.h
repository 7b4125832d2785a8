#pragma once

#include <string>

namespace rb {

/// Whether a file can be named so without leading out of its folder or being hidden there.
inline bool isPlainName(const std::string& name) {
    return !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string::npos;
}

} // namespace rb
