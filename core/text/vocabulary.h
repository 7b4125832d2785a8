#pragma once

#include "core/text/text_hash.h"
#include "core/text/tokenizer.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rb::text {

inline constexpr std::size_t kMaxVocabulary = 1'000'000;
inline constexpr std::size_t kMaxPieceBytes = 512;

/// Pieces and their ids.
class Vocabulary {
public:
    /// Checks the count, the lengths, and that the ids are not negative, not far beyond the count
    /// and none twice. A piece that stands twice has its last id. `name` stands in errors.
    static Result<Vocabulary> from(std::vector<std::pair<std::string, std::int64_t>> entries,
                                   const std::string& name);

    std::optional<TokenId> idOf(std::string_view piece) const;
    /// Empty when there is none.
    const std::string& pieceOf(TokenId id) const;
    /// One more than the highest id.
    TokenId size() const { return static_cast<TokenId>(m_pieces.size()); }

private:
    std::unordered_map<std::string, TokenId, TextHash, std::equal_to<>> m_ids;
    std::vector<std::string> m_pieces;
};

} // namespace rb::text
