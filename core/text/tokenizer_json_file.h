#pragma once

#include "core/text/added_tokens.h"
#include "core/text/json_file.h"
#include "core/text/vocabulary.h"

#include <initializer_list>

namespace rb::text {

/// A `tokenizer.json` that was read, and the parts that all kinds share. Its steps are recognised by
/// their known values; one that is not known is refused by name.
class TokenizerJson {
public:
    static Result<TokenizerJson> read(const std::filesystem::path& path);

    const nlohmann::json& part(const char* key) const { return member(m_root, key); }
    std::filesystem::path folder() const { return m_path.parent_path(); }
    std::string name() const { return m_path.string(); }
    /// "<file> is not a usable tokenizer: <reason>."
    Error refusal(const std::string& reason) const;
    /// Fails unless the part is null or its `type` is among `known`.
    Status expectType(const char* key, std::initializer_list<std::string_view> known) const;

    /// `model.vocab` written as an object of pieces and ids.
    Result<Vocabulary> vocabulary() const;
    Result<AddedTokens> addedTokens() const;
    /// What `post_processor` puts around every text.
    Result<TokenFrame> frame() const;

private:
    TokenizerJson(nlohmann::json root, std::filesystem::path path)
        : m_root(std::move(root)), m_path(std::move(path)) {}

    Status addSteps(const nlohmann::json& processor, TokenFrame& frame) const;
    Status addTemplate(const nlohmann::json& processor, TokenFrame& frame) const;
    Result<TokenId> idOf(const nlohmann::json& value) const;

    nlohmann::json m_root;
    std::filesystem::path m_path;
};

} // namespace rb::text
