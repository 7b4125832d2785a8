#include "core/text/byte_level_bpe_tokenizer.h"

#include "core/text/gpt2_words.h"
#include "core/text/shown_bytes.h"
#include "core/text/utf8.h"

#include <queue>

#include <algorithm>

namespace rb::text {
namespace {

std::uint64_t pairKey(TokenId left, TokenId right) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) |
           static_cast<std::uint32_t>(right);
}

/// A symbol of the word being merged, in a list.
struct Symbol {
    TokenId id = 0;
    int previous = -1;
    int next = -1;
};

struct PossibleMerge {
    std::uint32_t rank = 0;
    int left = 0;
    TokenId leftId = 0, rightId = 0, merged = 0;
    bool operator<(const PossibleMerge& other) const {
        return rank != other.rank ? rank > other.rank : left > other.left;
    }
};

} // namespace

ByteLevelBpeTokenizer::ByteLevelBpeTokenizer(ByteLevelBpeParts parts) : m_parts(std::move(parts)) {
    const auto shown = shownBytes();
    for (std::size_t byte = 0; byte < 256; ++byte) {
        m_byteOf.emplace(shown[byte], static_cast<char>(byte));
        m_byteIds[byte] = m_parts.vocabulary.idOf(toUtf8({&shown[byte], 1})).value_or(-1);
    }
    std::uint32_t rank = 0;
    for (const auto& [left, right] : m_parts.merges) {
        const auto leftId = m_parts.vocabulary.idOf(left), rightId = m_parts.vocabulary.idOf(right);
        const auto merged = m_parts.vocabulary.idOf(left + right);
        if (leftId && rightId && merged) m_merges.emplace(pairKey(*leftId, *rightId), Merge{rank, *merged});
        ++rank;
    }
    m_parts.merges.clear();
}

// A queue over a linked list: the work grows as n log n, however long the word.
void ByteLevelBpeTokenizer::encodeWord(std::string_view word, std::vector<TokenId>& ids) const {
    std::vector<Symbol> symbols;
    for (const char byte : word) {
        const TokenId id = m_byteIds[static_cast<unsigned char>(byte)];
        if (id < 0) continue;
        const int at = static_cast<int>(symbols.size());
        if (at > 0) symbols.back().next = at;
        symbols.push_back({id, at - 1, -1});
    }
    std::priority_queue<PossibleMerge> queue;
    const auto offer = [&](int left) {
        if (left < 0 || symbols[static_cast<std::size_t>(left)].next < 0) return;
        const Symbol& a = symbols[static_cast<std::size_t>(left)];
        const Symbol& b = symbols[static_cast<std::size_t>(a.next)];
        const auto found = m_merges.find(pairKey(a.id, b.id));
        if (found != m_merges.end()) queue.push({found->second.rank, left, a.id, b.id, found->second.merged});
    };
    for (int i = 0; i + 1 < static_cast<int>(symbols.size()); ++i)
        offer(i);
    while (!queue.empty()) {
        const PossibleMerge merge = queue.top();
        queue.pop();
        Symbol& left = symbols[static_cast<std::size_t>(merge.left)];
        if (left.id != merge.leftId || left.next < 0) continue;
        Symbol& right = symbols[static_cast<std::size_t>(left.next)];
        if (right.id != merge.rightId) continue;
        left.id = merge.merged;
        left.next = right.next;
        right.id = -1;
        if (left.next >= 0) symbols[static_cast<std::size_t>(left.next)].previous = merge.left;
        offer(left.previous);
        offer(merge.left);
    }
    for (const Symbol& symbol : symbols)
        if (symbol.id >= 0) ids.push_back(symbol.id);
}

std::vector<TokenId> ByteLevelBpeTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids = m_parts.frame.before;
    for (const AddedTokens::Segment& segment : m_parts.added.split(text)) {
        if (segment.token)
            ids.push_back(segment.token->id);
        else
            for (const std::string& word : gpt2Words(segment.text))
                encodeWord(word, ids);
    }
    ids.insert(ids.end(), m_parts.frame.behind.begin(), m_parts.frame.behind.end());
    return ids;
}

std::string ByteLevelBpeTokenizer::bytesOf(std::span<const TokenId> ids, bool skipSpecialTokens) const {
    std::string bytes;
    for (const TokenId id : ids) {
        if (const AddedToken* token = m_parts.added.byId(id)) {
            if (!(skipSpecialTokens && token->special)) bytes += token->content;
            continue;
        }
        const std::string& piece = m_parts.vocabulary.pieceOf(id);
        const std::u32string shown = toCodePoints(piece);
        const bool all =
            std::all_of(shown.begin(), shown.end(), [&](char32_t c) { return m_byteOf.contains(c); });
        if (!all)
            bytes += piece;
        else
            for (const char32_t c : shown)
                bytes.push_back(m_byteOf.at(c));
    }
    return bytes;
}

std::string ByteLevelBpeTokenizer::decode(std::span<const TokenId> ids, bool skipSpecialTokens) const {
    return repaired(bytesOf(ids, skipSpecialTokens), false);
}

std::string ByteLevelBpeTokenizer::decodePartial(std::span<const TokenId> ids) const {
    return repaired(bytesOf(ids, true), true);
}

std::optional<TokenId> ByteLevelBpeTokenizer::idOf(std::string_view piece) const {
    if (const AddedToken* token = m_parts.added.byContent(piece)) return token->id;
    return m_parts.vocabulary.idOf(piece);
}

std::string ByteLevelBpeTokenizer::pieceOf(TokenId id) const {
    if (const AddedToken* token = m_parts.added.byId(id)) return token->content;
    return m_parts.vocabulary.pieceOf(id);
}

TokenId ByteLevelBpeTokenizer::size() const {
    return std::max(m_parts.vocabulary.size(), static_cast<TokenId>(m_parts.added.highestId() + 1));
}

} // namespace rb::text
