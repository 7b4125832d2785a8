#pragma once

#include "core/formats/record_fields.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace rb::formats {

/// A place in a text that only moves over what it was asked for.
struct TextCursor {
    std::string_view text;
    std::size_t at = 0;

    bool skip(std::string_view literal) {
        if (!text.substr(at).starts_with(literal)) return false;
        at += literal.size();
        return true;
    }
    void skipSpaces() {
        while (at < text.size() && text[at] == ' ') ++at;
    }
    std::optional<double> number() {
        double value = 0;
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data() + at, end, value);
        if (error != std::errc() || !isCoordinate(value)) return std::nullopt;
        at = static_cast<std::size_t>(stop - text.data());
        return value;
    }
    /// Digits only.
    std::optional<int> digits() {
        if (at >= text.size() || text[at] < '0' || text[at] > '9') return std::nullopt;
        int value = 0;
        const auto [stop, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (error != std::errc()) return std::nullopt;
        at = static_cast<std::size_t>(stop - text.data());
        return value;
    }
};

} // namespace rb::formats
