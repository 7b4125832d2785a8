#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rb::text {

/// Code points of UTF-8; each maximal bad part becomes U+FFFD.
std::u32string toCodePoints(std::string_view utf8);
std::string toUtf8(std::u32string_view codePoints);
void appendUtf8(std::string& out, char32_t codePoint);

/// Valid UTF-8 from any bytes; each maximal bad part becomes U+FFFD. With `holdBackTail`, the
/// beginning of a character at the very end is left out instead.
std::string repaired(std::string_view bytes, bool holdBackTail);

bool isWhiteSpace(char32_t c);  ///< Unicode's White_Space property
bool isLetter(char32_t c);      ///< \p{L}
bool isNumber(char32_t c);      ///< \p{N}
bool isPunctuation(char32_t c); ///< \p{P}
bool isMark(char32_t c);        ///< \p{Mn}
bool isOther(char32_t c);       ///< \p{C}

/// Bytes of white space that a text begins (or ends) with.
std::size_t whiteSpaceAtStart(std::string_view utf8);
std::size_t whiteSpaceAtEnd(std::string_view utf8);

std::u32string decomposed(std::u32string_view text); ///< NFD
char32_t lowerCase(char32_t c);                      ///< of the character alone
/// Unicode's full rule, which looks at the neighbours: as Python's `str.lower`.
std::u32string lowerCased(std::u32string_view text);
/// Ends of the grapheme clusters of `text`, as indices one past the last code point.
std::vector<std::size_t> graphemeEnds(std::u32string_view text);

} // namespace rb::text
