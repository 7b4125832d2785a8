#include "core/text/side_files.h"

#include "core/text/vocabulary.h"

#include <charconv>

namespace rb::text {

using nlohmann::json;

Result<SideFiles> readSideFiles(const std::filesystem::path& folder) {
    SideFiles files;
    files.folder = folder;
    for (const auto& [place, name] : {std::pair(&files.config, "tokenizer_config.json"),
                                      std::pair(&files.specialMap, "special_tokens_map.json"),
                                      std::pair(&files.added, "added_tokens.json")}) {
        Result<json> value = readOptionalJsonObject(folder / name);
        if (!value.ok()) return value.error();
        *place = std::move(*value);
    }
    return files;
}

Result<AddedToken> addedTokenFrom(const json& token, std::int64_t id, const std::string& name) {
    const auto refused = [&](const std::string& reason) {
        return Error{ErrorCode::FileInvalid,
                     name + ": the added token with the id " + std::to_string(id) + " " + reason + "."};
    };
    const json& text = member(token, "content");
    if (!text.is_string() || text.get_ref<const std::string&>().empty()) return refused("has no content");
    AddedToken result{text.get<std::string>(), 0, flag(token, "special", true), flag(token, "lstrip", false),
                      flag(token, "rstrip", false)};
    if (id < 0 || id >= kMaxTokenId) return refused("is outside 0 to 4,000,000");
    if (result.content.size() > kMaxPieceBytes) return refused("is longer than 512 bytes");
    if (flag(token, "single_word", false))
        return refused("asks to be matched as a whole word, which is not supported");
    result.id = static_cast<TokenId>(id);
    return result;
}

namespace {

/// The special tokens that the side files name by their role.
std::vector<std::string> namedSpecialTokens(const SideFiles& files) {
    std::vector<std::string> names;
    for (const json* source : {&files.config, &files.specialMap}) {
        for (const char* role :
             {"bos_token", "eos_token", "unk_token", "pad_token", "cls_token", "sep_token", "mask_token"})
            names.push_back(contentOf(*source, role));
        const json& more = member(*source, "additional_special_tokens");
        for (const json& token : more.is_array() ? more : json::array())
            names.push_back(token.is_string() ? token.get<std::string>() : contentOf(token, "content"));
    }
    std::erase(names, std::string());
    return names;
}

/// Ids written as object keys are decimal numbers and nothing else.
std::int64_t idFromKey(const std::string& key) {
    std::int64_t id = -1;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    return error == std::errc() && end == key.data() + key.size() ? id : -1;
}

} // namespace

Result<std::vector<AddedToken>> addedTokensOf(const SideFiles& files, const IdLookup& idOf) {
    std::vector<AddedToken> tokens;
    const json& decoder = member(files.config, "added_tokens_decoder");
    if (decoder.size() + files.added.size() > kMaxAddedTokens)
        return Error{ErrorCode::TooLarge,
                     files.folder.string() + ": its side files add more than 100,000 tokens."};
    if (decoder.is_object())
        for (const auto& [key, token] : decoder.items()) {
            Result<AddedToken> added =
                addedTokenFrom(token, idFromKey(key), (files.folder / "tokenizer_config.json").string());
            if (!added.ok()) return added.error();
            tokens.push_back(std::move(*added));
        }
    for (const auto& [content, id] : files.added.items()) {
        Result<AddedToken> added =
            addedTokenFrom(json{{"content", content}}, id.is_number_integer() ? id.get<std::int64_t>() : -1,
                           (files.folder / "added_tokens.json").string());
        if (!added.ok()) return added.error();
        tokens.push_back(std::move(*added));
    }
    for (const std::string& name : namedSpecialTokens(files))
        if (const auto id = idOf(name)) tokens.push_back({name, *id});
    return tokens;
}

} // namespace rb::text
