#pragma once

#include "core/text/added_tokens.h"
#include "core/text/json_file.h"

#include <functional>

namespace rb::text {

/// The small JSON files beside a vocabulary; each is an empty object when the folder lacks it.
struct SideFiles {
    nlohmann::json config;     ///< `tokenizer_config.json`
    nlohmann::json specialMap; ///< `special_tokens_map.json`
    nlohmann::json added;      ///< `added_tokens.json`
    std::filesystem::path folder;
};

Result<SideFiles> readSideFiles(const std::filesystem::path& folder);

/// Asks the vocabulary for the id of a token that the side files only name.
using IdLookup = std::function<std::optional<TokenId>(const std::string&)>;

/// The added tokens that the side files state: `added_tokens_decoder`, then `added_tokens.json`,
/// then the special tokens named by role, where the vocabulary knows them. Some may stand twice.
Result<std::vector<AddedToken>> addedTokensOf(const SideFiles& files, const IdLookup& idOf);

/// An added token from its JSON description; ids outside 0 … 4,000,000, contents longer than 512
/// bytes and whole-word matching are refused. `name` is the file's.
Result<AddedToken> addedTokenFrom(const nlohmann::json& token, std::int64_t id, const std::string& name);

} // namespace rb::text
