#pragma once

#include <string>
#include <string_view>

namespace rb::text {

/// U+2581, which stands for a space in SentencePiece vocabularies.
inline constexpr std::string_view kSpaceMark = "\xE2\x96\x81";

/// Appends a piece with its space marks turned into spaces.
inline void appendPiece(std::string& text, std::string_view piece) {
    for (std::size_t at = piece.find(kSpaceMark); at != std::string_view::npos; at = piece.find(kSpaceMark)) {
        text.append(piece.substr(0, at)) += ' ';
        piece.remove_prefix(at + kSpaceMark.size());
    }
    text.append(piece);
}

} // namespace rb::text
