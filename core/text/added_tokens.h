#pragma once

#include "core/text/text_hash.h"
#include "core/text/tokenizer.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rb::text {

/// A token that is matched in the text as it stands, before anything else.
struct AddedToken {
    std::string content;
    TokenId id = 0;
    bool special = true;      ///< left out when special tokens are skipped
    bool stripsLeft = false;  ///< white space before it belongs to it
    bool stripsRight = false; ///< white space behind it belongs to it
};

inline constexpr std::size_t kMaxAddedTokens = 100'000;
inline constexpr TokenId kMaxTokenId = 4'000'000;

/// Ids that a tokenizer puts around every text.
struct TokenFrame {
    std::vector<TokenId> before; ///< `[CLS]`, OPT's `</s>`
    std::vector<TokenId> behind; ///< `[SEP]`, T5's `</s>`
};

/// The added tokens of a tokenizer. Where two have the same content or id, the first counts.
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
    TokenId highestId() const; ///< −1 when there are none

private:
    const AddedToken* matchAt(std::string_view text) const;

    std::vector<AddedToken> m_tokens;
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> m_byContent;
    std::unordered_map<TokenId, std::size_t> m_byId;
    std::vector<std::size_t> m_lengths; ///< of the contents, each once, longest first
    std::string m_firstBytes;           ///< of the contents, each once
};

} // namespace rb::text
