#pragma once

#include "core/text/tokenizer.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rb::text {

/// A token that is matched in the text as it stands, before anything else.
struct AddedToken {
    std::string content;
    TokenId id = 0;
    bool special = true; ///< left out when special tokens are skipped
};

/// The added tokens of a tokenizer.
class AddedTokens {
public:
    AddedTokens() = default;
    explicit AddedTokens(std::vector<AddedToken> tokens);

    /// A piece of the text: an added token, or text between them (`token` is null).
    struct Segment {
        std::string_view text;
        const AddedToken* token = nullptr;
    };
    /// Cuts the text at the leftmost, and of these the longest, matches.
    std::vector<Segment> split(std::string_view text) const;

    const AddedToken* byId(TokenId id) const;
    const AddedToken* byContent(std::string_view content) const;
    bool isSpecial(TokenId id) const;
    TokenId highestId() const;

private:
    const AddedToken* matchAt(std::string_view text) const;

    std::vector<AddedToken> m_tokens; ///< longest content first
    std::unordered_map<TokenId, std::size_t> m_byId;
};

} // namespace rb::text
