#pragma once

#include <functional>
#include <string_view>

namespace rb::text {

/// Lets maps keyed by std::string be searched by std::string_view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

} // namespace rb::text
