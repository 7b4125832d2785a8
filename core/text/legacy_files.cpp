#include "core/text/legacy_files.h"

#include "core/base/durable_file.h"
#include "core/text/byte_level_bpe_tokenizer.h"
#include "core/text/sentencepiece_tokenizer.h"
#include "core/text/side_files.h"
#include "core/text/wordpiece_tokenizer.h"

#include <algorithm>

namespace rb::text {
namespace {

using nlohmann::json;
using Entries = std::vector<std::pair<std::string, std::int64_t>>;
using Opened = Result<std::shared_ptr<const Tokenizer>>;

constexpr std::uint64_t kMaxFile = 64 * 1024 * 1024;
constexpr std::size_t kT5ExtraIds = 100;

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

Error refusal(const std::filesystem::path& path, const std::string& reason) {
    return {ErrorCode::FileInvalid, path.string() + " is not a usable tokenizer file: " + reason + "."};
}

Result<std::vector<std::string>> readLines(const std::filesystem::path& path) {
    const Result<std::string> text = readFile(path, kMaxFile);
    if (!text.ok()) return text.error();
    if (static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n')) > kMaxVocabulary)
        return refusal(path, "it has more than a million lines");
    return linesOf(*text);
}

Result<std::vector<std::pair<std::string, std::string>>> readMerges(const std::filesystem::path& path) {
    const auto lines = readLines(path);
    if (!lines.ok()) return lines.error();
    std::vector<std::pair<std::string, std::string>> merges;
    for (std::size_t i = 0; i < lines->size(); ++i) {
        const std::string& line = (*lines)[i];
        if (line.empty() || (i == 0 && line.rfind("#version", 0) == 0)) continue;
        const auto space = line.find(' ');
        const bool two =
            space != std::string::npos && space > 0 && space + 1 < line.size() && space == line.rfind(' ');
        if (!two)
            return Error{ErrorCode::FileInvalid, path.string() + ", line " + std::to_string(i + 1) +
                                                     ": expected two pieces separated by a space."};
        merges.emplace_back(line.substr(0, space), line.substr(space + 1));
    }
    return merges;
}

Result<Vocabulary> readVocabJson(const std::filesystem::path& path) {
    const Result<json> root = readJsonObject(path);
    if (!root.ok()) return root.error();
    Entries entries;
    for (const auto& [piece, id] : root->items()) {
        if (!id.is_number_integer()) return refusal(path, "the id of a piece is not a whole number");
        entries.emplace_back(piece, id.get<std::int64_t>());
    }
    return Vocabulary::from(std::move(entries), path.string());
}

/// T5's special tokens as the model numbers them, and the extra ids behind the pieces, which count
/// down.
std::vector<AddedToken> t5Tokens(const SpieceFile& file, std::size_t extraIds) {
    std::vector<AddedToken> tokens{{file.unknownPiece, file.unknown}};
    if (file.end) tokens.push_back({"</s>", *file.end});
    if (file.pad) tokens.push_back({"<pad>", *file.pad});
    const TokenId last = file.pieceCount + static_cast<TokenId>(extraIds) - 1;
    for (std::size_t i = 0; i < extraIds; ++i)
        tokens.push_back({"<extra_id_" + std::to_string(i) + ">", last - static_cast<TokenId>(i)});
    return tokens;
}

/// What is put before a text, by the configuration or, without one, by OPT's layout.
Result<TokenFrame> bpeFrame(const SideFiles& side, const Vocabulary& vocabulary) {
    TokenFrame frame;
    if (!flag(side.config, "add_bos_token", side.config.empty())) return frame;
    const std::string named = contentOf(side.config, "bos_token");
    const auto id = vocabulary.idOf(named.empty() ? "</s>" : named);
    if (id)
        frame.before = {*id};
    else if (!named.empty())
        return refusal(side.folder / "vocab.json", "it lacks the beginning token " + named);
    return frame;
}

/// A folder may hold the Q-Former's vocabulary beside the language model's tokenizer; the side files
/// are then the latter's.
Result<SideFiles> bertSideFiles(const std::filesystem::path& folder) {
    Result<SideFiles> side = readSideFiles(folder);
    if (!side.ok()) return side;
    const std::string owner = contentOf(side->config, "tokenizer_class");
    if (owner.empty() || owner.find("Bert") != std::string::npos) return side;
    return SideFiles{json::object(), json::object(), json::object(), folder};
}

} // namespace

Opened openVocabTxt(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "vocab.txt";
    auto lines = readLines(path);
    if (!lines.ok()) return lines.error();
    const Result<SideFiles> side = bertSideFiles(folder);
    if (!side.ok()) return side.error();
    Entries entries;
    for (std::string& line : *lines)
        entries.emplace_back(std::move(line), static_cast<std::int64_t>(entries.size()));
    Result<Vocabulary> vocabulary = Vocabulary::from(std::move(entries), path.string());
    if (!vocabulary.ok()) return vocabulary.error();
    auto added = addedTokensOf(*side, [&](const std::string& name) { return vocabulary->idOf(name); });
    if (!added.ok()) return added.error();
    for (const char* name : {"[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"}) {
        const auto id = vocabulary->idOf(name);
        if (id)
            added->push_back({name, *id});
        else if (std::string_view(name) != "[MASK]")
            return refusal(path, std::string("it lacks ") + name);
    }
    WordPieceParts parts;
    parts.unknown = *vocabulary->idOf("[UNK]");
    parts.frame = {{*vocabulary->idOf("[CLS]")}, {*vocabulary->idOf("[SEP]")}};
    parts.words.lowerCase = flag(side->config, "do_lower_case", true);
    parts.words.stripAccents = flag(side->config, "strip_accents", parts.words.lowerCase);
    parts.words.splitChinese = flag(side->config, "tokenize_chinese_chars", true);
    parts.vocabulary = std::move(*vocabulary);
    parts.added = AddedTokens(std::move(*added));
    return std::shared_ptr<const Tokenizer>(std::make_shared<WordPieceTokenizer>(std::move(parts)));
}

Opened openVocabAndMerges(const std::filesystem::path& folder) {
    Result<Vocabulary> vocabulary = readVocabJson(folder / "vocab.json");
    if (!vocabulary.ok()) return vocabulary.error();
    auto merges = readMerges(folder / "merges.txt");
    if (!merges.ok()) return merges.error();
    const Result<SideFiles> side = readSideFiles(folder);
    if (!side.ok()) return side.error();
    if (flag(side->config, "add_prefix_space", false))
        return refusal(folder / "tokenizer_config.json", "add_prefix_space is not supported");
    auto added = addedTokensOf(*side, [&](const std::string& name) { return vocabulary->idOf(name); });
    if (!added.ok()) return added.error();
    // Without side files the vocabulary itself tells OPT's layout from GPT-2's.
    if (added->empty())
        for (const char* name : {"</s>", "<pad>", "<|endoftext|>"})
            if (const auto id = vocabulary->idOf(name)) added->push_back({name, *id});
    Result<TokenFrame> frame = bpeFrame(*side, *vocabulary);
    if (!frame.ok()) return frame.error();
    return std::shared_ptr<const Tokenizer>(std::make_shared<ByteLevelBpeTokenizer>(ByteLevelBpeParts{
        std::move(*vocabulary), std::move(*merges), AddedTokens(std::move(*added)), std::move(*frame)}));
}

Opened openSpieceModel(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "spiece.model";
    const Result<SpieceFile> file = readSpieceFile(path);
    if (!file.ok()) return file.error();
    if (!file->end) return refusal(path, "it lacks </s>");
    const Result<SideFiles> side = readSideFiles(folder);
    if (!side.ok()) return side.error();
    const json& extra = member(side->config, "extra_ids");
    const std::size_t extraIds = extra.is_number_unsigned() ? extra.get<std::size_t>() : kT5ExtraIds;
    if (extraIds > kMaxAddedTokens)
        return refusal(folder / "tokenizer_config.json", "it asks for more than 100,000 extra ids");
    auto added = addedTokensOf(*side, [](const std::string&) { return std::optional<TokenId>(); });
    if (!added.ok()) return added.error();
    std::vector<AddedToken> tokens = t5Tokens(*file, extraIds);
    tokens.insert(tokens.end(), added->begin(), added->end());
    return SentencePieceTokenizer::from(*file, AddedTokens(std::move(tokens)), *file->end, path.string());
}

} // namespace rb::text
