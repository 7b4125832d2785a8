#include "core/text/unigram_tokenizer.h"

#include "core/text/pieces_text.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <limits>

namespace rb::text {

// An unknown character costs this much more than the least probable piece.
static constexpr float kUnknownPenalty = 10.0f;

UnigramTokenizer::UnigramTokenizer(UnigramParts parts) : m_parts(std::move(parts)) {
    m_unknownScore = *std::min_element(m_parts.scores.begin(), m_parts.scores.end()) - kUnknownPenalty;
    for (TokenId id = 0; id < m_parts.vocabulary.size(); ++id)
        m_longestPiece = std::max(m_longestPiece, m_parts.vocabulary.pieceOf(id).size());
}

void UnigramTokenizer::encodeWord(std::string_view word, std::vector<TokenId>& ids) const {
    struct Best {
        double score = -std::numeric_limits<double>::infinity();
        std::size_t start = 0;
        TokenId id = -1;
    };
    const auto characterLength = [&](std::size_t at) {
        const auto byte = static_cast<unsigned char>(word[at]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        return std::min(length, word.size() - at);
    };
    std::vector<Best> best(word.size() + 1);
    best[0].score = 0;
    for (std::size_t start = 0; start < word.size(); start += characterLength(start)) {
        const std::size_t single = characterLength(start), reach = std::min(word.size() - start, m_longestPiece);
        const auto offer = [&](std::size_t length, TokenId id, double score) {
            if (Best& place = best[start + length]; best[start].score + score > place.score)
                place = {best[start].score + score, start, id};
        };
        bool singleKnown = false;
        for (std::size_t length = 1; length <= reach; ++length) {
            const auto id = m_parts.vocabulary.idOf(word.substr(start, length));
            if (!id) continue;
            offer(length, *id, static_cast<double>(m_parts.scores[static_cast<std::size_t>(*id)]));
            singleKnown = singleKnown || length == single;
        }
        if (!singleKnown) offer(single, m_parts.unknown, static_cast<double>(m_unknownScore));
    }
    std::vector<TokenId> pieces;
    for (std::size_t at = word.size(); at > 0; at = best[at].start) {
        // Unknown characters in a row are one unknown piece.
        const bool joins = best[at].id == m_parts.unknown && !pieces.empty() && pieces.back() == m_parts.unknown;
        if (!joins) pieces.push_back(best[at].id);
    }
    ids.insert(ids.end(), pieces.rbegin(), pieces.rend());
}

std::vector<TokenId> UnigramTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids;
    for (const AddedTokens::Segment& segment : m_parts.added.split(text)) {
        if (segment.token) {
            ids.push_back(segment.token->id);
            continue;
        }
        const std::string normal = m_parts.charsmap ? m_parts.charsmap->normalised(segment.text) : std::string(segment.text);
        std::string word;
        const auto finish = [&] {
            if (!word.empty()) encodeWord(std::string(kSpaceMark) + word, ids);
            word.clear();
        };
        for (const char32_t c : toCodePoints(normal)) {
            if (isWhiteSpace(c)) finish();
            else appendUtf8(word, c);
        }
        finish();
    }
    ids.insert(ids.end(), m_parts.suffix.begin(), m_parts.suffix.end());
    return ids;
}

std::string UnigramTokenizer::decode(std::span<const TokenId> ids, bool skipSpecialTokens) const {
    std::string text;
    for (const TokenId id : ids) {
        if (skipSpecialTokens && m_parts.added.isSpecial(id)) continue;
        appendPiece(text, pieceOf(id));
    }
    return !text.empty() && text.front() == ' ' ? text.substr(1) : text;
}

std::optional<TokenId> UnigramTokenizer::idOf(std::string_view piece) const {
    if (const AddedToken* token = m_parts.added.byContent(piece)) return token->id;
    return m_parts.vocabulary.idOf(piece);
}

std::string UnigramTokenizer::pieceOf(TokenId id) const {
    if (const AddedToken* token = m_parts.added.byId(id)) return token->content;
    return m_parts.vocabulary.pieceOf(id);
}

TokenId UnigramTokenizer::size() const {
    return std::max(m_parts.vocabulary.size(), static_cast<TokenId>(m_parts.added.highestId() + 1));
}

} // namespace rb::text
