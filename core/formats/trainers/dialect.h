#pragma once

#include "core/formats/format.h"

#include <algorithm>
#include <string_view>

namespace rb::formats {

/// The dialect that is asked for, or the format's first one; a refusal when it has no such dialect.
inline Result<std::string> dialectOf(const Format& format, const WriteOptions& options) {
    if (options.dialect.empty()) return std::string(format.dialects.front());
    const auto known = [&options](std::string_view each) { return each == options.dialect; };
    if (std::any_of(format.dialects.begin(), format.dialects.end(), known)) return options.dialect;
    return Error{ErrorCode::InvalidArgument, std::string(format.name) + " has no dialect \"" + options.dialect + "\"."};
}

} // namespace rb::formats
