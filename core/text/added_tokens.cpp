#include "core/text/added_tokens.h"

#include <algorithm>

namespace rb::text {

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : m_tokens(std::move(tokens)) {
    std::erase_if(m_tokens, [](const AddedToken& token) { return token.content.empty(); });
    std::stable_sort(m_tokens.begin(), m_tokens.end(),
                     [](const auto& a, const auto& b) { return a.content.size() > b.content.size(); });
    for (std::size_t i = 0; i < m_tokens.size(); ++i) m_byId.emplace(m_tokens[i].id, i);
}

const AddedToken* AddedTokens::matchAt(std::string_view text) const {
    for (const AddedToken& token : m_tokens)
        if (text.substr(0, token.content.size()) == token.content) return &token;
    return nullptr;
}

std::vector<AddedTokens::Segment> AddedTokens::split(std::string_view text) const {
    // Only places where some token's first byte stands are looked at.
    std::string firstBytes;
    for (const AddedToken& token : m_tokens) firstBytes.push_back(token.content.front());
    std::vector<Segment> segments;
    std::size_t plain = 0;
    for (std::size_t i = text.find_first_of(firstBytes); i != std::string_view::npos;
         i = text.find_first_of(firstBytes, i)) {
        const AddedToken* token = matchAt(text.substr(i));
        if (!token) {
            ++i;
            continue;
        }
        if (i > plain) segments.push_back({text.substr(plain, i - plain), nullptr});
        segments.push_back({text.substr(i, token->content.size()), token});
        i += token->content.size();
        plain = i;
    }
    if (plain < text.size()) segments.push_back({text.substr(plain), nullptr});
    return segments;
}

const AddedToken* AddedTokens::byId(TokenId id) const {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_tokens[found->second];
}

const AddedToken* AddedTokens::byContent(std::string_view content) const {
    const auto found = std::find_if(m_tokens.begin(), m_tokens.end(), [&](const auto& t) { return t.content == content; });
    return found == m_tokens.end() ? nullptr : &*found;
}

bool AddedTokens::isSpecial(TokenId id) const {
    const AddedToken* token = byId(id);
    return token && token->special;
}

TokenId AddedTokens::highestId() const {
    TokenId highest = -1;
    for (const AddedToken& token : m_tokens) highest = std::max(highest, token.id);
    return highest;
}

} // namespace rb::text
