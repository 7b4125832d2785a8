#include "core/text/wordpiece_tokenizer.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace rb::text {

void WordPieceTokenizer::encodeWord(const std::u32string& word, std::vector<TokenId>& ids) const {
    if (word.size() > m_parts.longestWord) {
        ids.push_back(m_parts.unknown);
        return;
    }
    std::vector<TokenId> pieces;
    for (std::size_t start = 0; start < word.size();) {
        std::optional<TokenId> id;
        std::size_t end = word.size();
        for (; end > start; --end) {
            const std::string piece = toUtf8(std::u32string_view(word).substr(start, end - start));
            id = m_parts.vocabulary.idOf(start == 0 ? piece : "##" + piece);
            if (id) break;
        }
        if (!id) {
            ids.push_back(m_parts.unknown);
            return;
        }
        pieces.push_back(*id);
        start = end;
    }
    ids.insert(ids.end(), pieces.begin(), pieces.end());
}

std::vector<TokenId> WordPieceTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids = m_parts.frame.before;
    for (const AddedTokens::Segment& segment : m_parts.added.split(text)) {
        if (segment.token)
            ids.push_back(segment.token->id);
        else
            for (const std::u32string& word : bertWords(segment.text, m_parts.words))
                encodeWord(word, ids);
    }
    ids.insert(ids.end(), m_parts.frame.behind.begin(), m_parts.frame.behind.end());
    return ids;
}

std::string WordPieceTokenizer::decode(std::span<const TokenId> ids, bool skipSpecialTokens) const {
    std::string text;
    bool first = true;
    for (const TokenId id : ids) {
        if (skipSpecialTokens && m_parts.added.isSpecial(id)) continue;
        const std::string piece = pieceOf(id);
        const bool continues = !first && piece.rfind("##", 0) == 0;
        if (!first && !continues) text += ' ';
        text += continues ? piece.substr(2) : piece;
        first = false;
    }
    return text;
}

std::optional<TokenId> WordPieceTokenizer::idOf(std::string_view piece) const {
    if (const AddedToken* token = m_parts.added.byContent(piece)) return token->id;
    return m_parts.vocabulary.idOf(piece);
}

std::string WordPieceTokenizer::pieceOf(TokenId id) const {
    if (const AddedToken* token = m_parts.added.byId(id)) return token->content;
    return m_parts.vocabulary.pieceOf(id);
}

TokenId WordPieceTokenizer::size() const {
    return std::max(m_parts.vocabulary.size(), static_cast<TokenId>(m_parts.added.highestId() + 1));
}

} // namespace rb::text
