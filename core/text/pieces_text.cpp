#include "core/text/pieces_text.h"

#include <charconv>

namespace rb::text {

void appendPiece(std::string& text, std::string_view piece) {
    for (std::size_t at = piece.find(kSpaceMark); at != std::string_view::npos; at = piece.find(kSpaceMark)) {
        text.append(piece.substr(0, at)) += ' ';
        piece.remove_prefix(at + kSpaceMark.size());
    }
    text.append(piece);
}

void appendBytePiece(std::string& text, std::string_view piece) {
    if (piece.size() != 6 || piece.substr(0, 3) != "<0x" || piece.back() != '>') return;
    unsigned char byte = 0;
    const char* const end = piece.data() + 5;
    const auto [stop, error] = std::from_chars(piece.data() + 3, end, byte, 16);
    if (error == std::errc() && stop == end) text.push_back(static_cast<char>(byte));
}

} // namespace rb::text
