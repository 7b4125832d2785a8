#include "core/text/legacy_files.h"

#include "core/base/durable_file.h"
#include "core/text/byte_level_bpe_tokenizer.h"
#include "core/text/json_file.h"
#include "core/text/sentencepiece_tokenizer.h"
#include "core/text/wordpiece_tokenizer.h"

#include <algorithm>
#include <functional>

namespace rb::text {
namespace {

using nlohmann::json;
using Entries = std::vector<std::pair<std::string, std::int64_t>>;
using Opened = Result<std::shared_ptr<const Tokenizer>>;

constexpr std::uint64_t kMaxFile = 64 * 1024 * 1024;

/// The object in a side file, or an empty one when there is no such file.
json optionalJson(const std::filesystem::path& path) {
    Result<json> value = readJsonObject(path);
    return value.ok() ? std::move(*value) : json::object();
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string line = text.substr(start, end - start);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        lines.push_back(std::move(line));
        start = end + 1;
    }
    return lines;
}

/// Contents of the special tokens that the side files name.
std::vector<std::string> namedSpecialTokens(const json& config, const json& map) {
    std::vector<std::string> names;
    for (const json* source : {&config, &map}) {
        for (const char* key : {"bos_token", "eos_token", "unk_token", "pad_token", "cls_token", "sep_token", "mask_token"})
            names.push_back(contentOf(*source, key));
        for (const json& token : member(*source, "additional_special_tokens"))
            names.push_back(token.is_string() ? token.get<std::string>() : contentOf(token, "content"));
    }
    std::erase(names, std::string());
    return names;
}

/// Added tokens of a folder: `added_tokens_decoder`, `added_tokens.json`, and named special ones.
std::vector<AddedToken> addedTokens(const std::filesystem::path& folder,
                                    const std::function<std::optional<TokenId>(const std::string&)>& idOf) {
    const json config = optionalJson(folder / "tokenizer_config.json");
    const json map = optionalJson(folder / "special_tokens_map.json");
    std::vector<AddedToken> tokens;
    const auto add = [&](const std::string& content, std::optional<TokenId> id, bool special) {
        const bool known = std::any_of(tokens.begin(), tokens.end(), [&](const auto& t) { return t.content == content; });
        if (!known && id && *id >= 0 && *id < 4'000'000) tokens.push_back({content, *id, special});
    };
    for (const auto& [key, token] : member(config, "added_tokens_decoder").items())
        add(contentOf(token, "content"), std::atoi(key.c_str()), token.is_object() && token.value("special", true));
    const json more = optionalJson(folder / "added_tokens.json");
    for (const auto& [content, id] : more.items())
        if (id.is_number_unsigned()) add(content, id.get<TokenId>(), true);
    for (const std::string& name : namedSpecialTokens(config, map)) add(name, idOf(name), true);
    return tokens;
}

Error refusal(const std::filesystem::path& path, const std::string& reason) {
    return {ErrorCode::FileInvalid, path.string() + " is not a usable vocabulary: " + reason + "."};
}

Result<std::vector<std::pair<std::string, std::string>>> readMerges(const std::filesystem::path& path) {
    const Result<std::string> text = readFile(path, kMaxFile);
    if (!text.ok()) return text.error();
    std::vector<std::pair<std::string, std::string>> merges;
    std::size_t number = 0;
    for (const std::string& line : linesOf(*text)) {
        ++number;
        if (line.empty() || (number == 1 && line.rfind("#version", 0) == 0)) continue;
        const auto space = line.find(' ');
        if (space == std::string::npos || space == 0 || space + 1 == line.size() || line.find(' ', space + 1) != std::string::npos)
            return Error{ErrorCode::FileInvalid, path.string() + ", line " + std::to_string(number) +
                                                     ": expected two pieces separated by a space."};
        merges.emplace_back(line.substr(0, space), line.substr(space + 1));
        if (merges.size() > kMaxVocabulary) return refusal(path, "it has more than a million merges");
    }
    return merges;
}

Result<Vocabulary> readVocabJson(const std::filesystem::path& path) {
    const Result<json> root = readJsonObject(path);
    if (!root.ok()) return root.error();
    Entries entries;
    for (const auto& [piece, id] : root->items()) {
        if (!id.is_number_integer()) return refusal(path, "\"" + piece.substr(0, 40) + "\" has no whole number");
        entries.emplace_back(piece, id.get<std::int64_t>());
    }
    return Vocabulary::from(std::move(entries), path.string());
}

/// T5's 100 extra ids stand behind the pieces and count down.
std::vector<AddedToken> t5Tokens(std::size_t pieces, std::size_t extra) {
    std::vector<AddedToken> tokens{{"<pad>", 0, true}, {"</s>", 1, true}, {"<unk>", 2, true}};
    for (std::size_t i = 0; i < extra; ++i)
        tokens.push_back({"<extra_id_" + std::to_string(i) + ">", static_cast<TokenId>(pieces + extra - 1 - i), true});
    return tokens;
}

} // namespace

Opened openVocabTxt(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "vocab.txt";
    const Result<std::string> text = readFile(path, kMaxFile);
    if (!text.ok()) return text.error();
    Entries entries;
    for (std::string& line : linesOf(*text)) entries.emplace_back(std::move(line), static_cast<std::int64_t>(entries.size()));
    Result<Vocabulary> vocabulary = Vocabulary::from(std::move(entries), path.string());
    if (!vocabulary.ok()) return vocabulary.error();
    WordPieceParts parts{std::move(*vocabulary), {}, {}, 0, 0, 0, 100};
    std::vector<AddedToken> special;
    for (const char* name : {"[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"}) {
        const auto id = parts.vocabulary.idOf(name);
        if (id) special.push_back({name, *id, true});
        else if (std::string_view(name) != "[MASK]") return refusal(path, std::string("it lacks ") + name);
    }
    parts.unknown = *parts.vocabulary.idOf("[UNK]");
    parts.cls = *parts.vocabulary.idOf("[CLS]");
    parts.sep = *parts.vocabulary.idOf("[SEP]");
    parts.added = AddedTokens(std::move(special));
    parts.words.lowerCase = parts.words.stripAccents =
        optionalJson(folder / "tokenizer_config.json").value("do_lower_case", true);
    return std::shared_ptr<const Tokenizer>(std::make_shared<WordPieceTokenizer>(std::move(parts)));
}

Opened openVocabAndMerges(const std::filesystem::path& folder) {
    Result<Vocabulary> vocabulary = readVocabJson(folder / "vocab.json");
    if (!vocabulary.ok()) return vocabulary.error();
    auto merges = readMerges(folder / "merges.txt");
    if (!merges.ok()) return merges.error();
    ByteLevelBpeParts parts{std::move(*vocabulary), std::move(*merges), {}, {}};
    std::vector<AddedToken> added = addedTokens(folder, [&](const std::string& name) { return parts.vocabulary.idOf(name); });
    const json config = optionalJson(folder / "tokenizer_config.json");
    const auto end = parts.vocabulary.idOf("</s>");
    // Without side files the vocabulary itself tells OPT's layout from GPT-2's.
    if (added.empty())
        for (const char* name : {"</s>", "<pad>", "<|endoftext|>"})
            if (const auto id = parts.vocabulary.idOf(name)) added.push_back({name, *id, true});
    if (end && config.value("add_bos_token", config.empty())) parts.prefix = {*end};
    parts.added = AddedTokens(std::move(added));
    return std::shared_ptr<const Tokenizer>(std::make_shared<ByteLevelBpeTokenizer>(std::move(parts)));
}

Opened openSpieceModel(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "spiece.model";
    const Result<SpieceFile> file = readSpieceFile(path);
    if (!file.ok()) return file.error();
    const json config = optionalJson(folder / "tokenizer_config.json");
    const std::int64_t extra = config.contains("extra_ids") && config["extra_ids"].is_number_integer()
                                   ? config["extra_ids"].get<std::int64_t>() : 100;
    std::vector<AddedToken> tokens = t5Tokens(file->pieceCount, static_cast<std::size_t>(std::clamp<std::int64_t>(extra, 0, 4096)));
    for (AddedToken& token : addedTokens(folder, [](const std::string&) { return std::optional<TokenId>(); })) {
        const bool known = std::any_of(tokens.begin(), tokens.end(), [&](const auto& t) { return t.content == token.content; });
        if (!known) tokens.push_back(std::move(token));
    }
    return SentencePieceTokenizer::from(*file, AddedTokens(std::move(tokens)), path.string());
}

} // namespace rb::text
