#include "core/text/unigram_tokenizer.h"

#include "core/text/pieces_text.h"

#include <algorithm>
#include <limits>

namespace rb::text {
namespace {

// An unknown character costs this much more than the least probable piece.
constexpr double kUnknownPenalty = 10.0;

std::size_t characterLength(char firstByte) {
    const auto byte = static_cast<unsigned char>(firstByte);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

} // namespace

struct UnigramTokenizer::Arrival {
    double score = -std::numeric_limits<double>::infinity();
    std::size_t start = 0; ///< where the piece that arrives here begins
    TokenId id = -1;
};

UnigramTokenizer::UnigramTokenizer(UnigramParts parts) : m_parts(std::move(parts)) {
    m_unknownScore = *std::min_element(m_parts.scores.begin(), m_parts.scores.end()) - kUnknownPenalty;
    for (TokenId id = 0; id < m_parts.vocabulary.size(); ++id)
        m_longestPiece = std::max(m_longestPiece, m_parts.vocabulary.pieceOf(id).size());
}

std::vector<UnigramTokenizer::Arrival> UnigramTokenizer::bestArrivals(std::string_view word) const {
    std::vector<Arrival> arrivals(word.size() + 1);
    arrivals[0].score = 0;
    for (std::size_t start = 0, single = 0; start < word.size(); start += single) {
        single = characterLength(word[start]);
        const auto offer = [&](std::size_t length, TokenId id, double score) {
            Arrival& place = arrivals[start + length];
            if (arrivals[start].score + score > place.score)
                place = {arrivals[start].score + score, start, id};
        };
        bool singleKnown = false;
        const std::size_t reach = std::min(word.size() - start, m_longestPiece);
        for (std::size_t length = 1; length <= reach; ++length) {
            const auto id = m_parts.vocabulary.idOf(word.substr(start, length));
            if (!id) continue;
            offer(length, *id, m_parts.scores[static_cast<std::size_t>(*id)]);
            singleKnown = singleKnown || length == single;
        }
        if (!singleKnown) offer(single, m_parts.unknown, m_unknownScore);
    }
    return arrivals;
}

void UnigramTokenizer::encodeWord(std::string_view word, std::vector<TokenId>& ids) const {
    const std::vector<Arrival> arrivals = bestArrivals(word);
    std::vector<TokenId> pieces;
    for (std::size_t at = word.size(); at > 0; at = arrivals[at].start) {
        // Unknown characters in a row are one unknown piece.
        const bool joins =
            arrivals[at].id == m_parts.unknown && !pieces.empty() && pieces.back() == m_parts.unknown;
        if (!joins) pieces.push_back(arrivals[at].id);
    }
    ids.insert(ids.end(), pieces.rbegin(), pieces.rend());
}

std::vector<TokenId> UnigramTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids = m_parts.frame.before;
    for (const AddedTokens::Segment& segment : m_parts.added.split(text)) {
        if (segment.token) {
            ids.push_back(segment.token->id);
            continue;
        }
        std::string normal(segment.text);
        for (const NormalisingStep& step : m_parts.normalising)
            normal = step(normal);
        for (const std::string& word : metaspaceWords(normal, m_parts.cut))
            encodeWord(word, ids);
    }
    ids.insert(ids.end(), m_parts.frame.behind.begin(), m_parts.frame.behind.end());
    return ids;
}

std::string UnigramTokenizer::decode(std::span<const TokenId> ids, bool skipSpecialTokens) const {
    std::string text;
    for (const TokenId id : ids) {
        const AddedToken* token = m_parts.added.byId(id);
        if (token && skipSpecialTokens && token->special) continue;
        if (token)
            text += token->content;
        else
            appendPiece(text, m_parts.vocabulary.pieceOf(id));
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
