#include "core/text/vocabulary.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace rb::text {

static Error refusal(const std::string& name, const std::string& reason) {
    return {ErrorCode::FileInvalid, name + " is not a usable vocabulary: " + reason + "."};
}

Result<Vocabulary> Vocabulary::from(std::vector<std::pair<std::string, std::int64_t>> entries,
                                    const std::string& name) {
    if (entries.empty()) return refusal(name, "it is empty");
    if (entries.size() > kMaxVocabulary)
        return refusal(name,
                       "it has " + std::to_string(entries.size()) + " entries; at most a million are read");
    std::int64_t highest = 0;
    for (const auto& [piece, id] : entries) {
        if (piece.size() > kMaxPieceBytes)
            return refusal(name, "the piece of id " + std::to_string(id) + " is longer than 512 bytes");
        // Ids far beyond the count would make the table of pieces large for nothing.
        const auto limit = static_cast<std::int64_t>(2 * entries.size() + 4096);
        if (id < 0 || id > limit)
            return refusal(name, "\"" + repaired(piece.substr(0, 40), true) + "\" has the id " +
                                     std::to_string(id) + "; 0 to " + std::to_string(limit) + " are allowed");
        highest = std::max(highest, id);
    }
    Vocabulary vocabulary;
    vocabulary.m_pieces.resize(static_cast<std::size_t>(highest) + 1);
    for (auto& [piece, id] : entries) {
        std::string& place = vocabulary.m_pieces[static_cast<std::size_t>(id)];
        if (!place.empty()) return refusal(name, "the id " + std::to_string(id) + " stands twice");
        place = piece;
        vocabulary.m_ids.insert_or_assign(std::move(piece), static_cast<TokenId>(id));
    }
    return vocabulary;
}

std::optional<TokenId> Vocabulary::idOf(std::string_view piece) const {
    const auto found = m_ids.find(piece);
    if (found == m_ids.end()) return std::nullopt;
    return found->second;
}

const std::string& Vocabulary::pieceOf(TokenId id) const {
    static const std::string none;
    return id >= 0 && id < size() ? m_pieces[static_cast<std::size_t>(id)] : none;
}

} // namespace rb::text
