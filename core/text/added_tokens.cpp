#include "core/text/added_tokens.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <set>

namespace rb::text {

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : m_tokens(std::move(tokens)) {
    std::erase_if(m_tokens, [](const AddedToken& token) { return token.content.empty(); });
    std::set<std::size_t, std::greater<>> lengths;
    std::set<char> firstBytes;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        m_byContent.emplace(m_tokens[i].content, i);
        m_byId.emplace(m_tokens[i].id, i);
        lengths.insert(m_tokens[i].content.size());
        firstBytes.insert(m_tokens[i].content.front());
    }
    m_lengths.assign(lengths.begin(), lengths.end());
    m_firstBytes.assign(firstBytes.begin(), firstBytes.end());
}

const AddedToken* AddedTokens::matchAt(std::string_view text) const {
    for (const std::size_t length : m_lengths)
        if (length <= text.size())
            if (const AddedToken* token = byContent(text.substr(0, length))) return token;
    return nullptr;
}

std::vector<AddedTokens::Segment> AddedTokens::split(std::string_view text) const {
    std::vector<Segment> segments;
    std::size_t plain = 0;
    const auto addPlain = [&](std::size_t end, bool stripEnd) {
        std::string_view part = text.substr(plain, end - plain);
        if (stripEnd) part.remove_suffix(whiteSpaceAtEnd(part));
        if (!part.empty()) segments.push_back({part, nullptr});
    };
    // Only places where some token's first byte stands are looked at.
    for (std::size_t i = text.find_first_of(m_firstBytes); i != std::string_view::npos;
         i = text.find_first_of(m_firstBytes, i)) {
        const AddedToken* token = matchAt(text.substr(i));
        if (!token) {
            ++i;
            continue;
        }
        addPlain(i, token->stripsLeft);
        segments.push_back({text.substr(i, token->content.size()), token});
        i += token->content.size();
        if (token->stripsRight) i += whiteSpaceAtStart(text.substr(i));
        plain = i;
    }
    addPlain(text.size(), false);
    return segments;
}

const AddedToken* AddedTokens::byId(TokenId id) const {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_tokens[found->second];
}

const AddedToken* AddedTokens::byContent(std::string_view content) const {
    const auto found = m_byContent.find(content);
    return found == m_byContent.end() ? nullptr : &m_tokens[found->second];
}

bool AddedTokens::isSpecial(TokenId id) const {
    const AddedToken* token = byId(id);
    return token && token->special;
}

TokenId AddedTokens::highestId() const {
    TokenId highest = -1;
    for (const AddedToken& token : m_tokens)
        highest = std::max(highest, token.id);
    return highest;
}

} // namespace rb::text
