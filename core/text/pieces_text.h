#pragma once

#include <string>
#include <string_view>

namespace rb::text {

/// U+2581, which stands for a space in SentencePiece vocabularies.
inline constexpr std::string_view kSpaceMark = "\xE2\x96\x81";

/// Appends a piece with its space marks turned into spaces.
void appendPiece(std::string& text, std::string_view piece);

/// Appends the byte that a piece such as `<0x0A>` stands for; nothing for any other piece.
void appendBytePiece(std::string& text, std::string_view piece);

} // namespace rb::text
