#include "core/text/tokenizer_json.h"

#include "core/text/byte_level_bpe_tokenizer.h"
#include "core/text/gpt2_words.h"
#include "core/text/json_file.h"
#include "core/text/unigram_tokenizer.h"
#include "core/text/wordpiece_tokenizer.h"

#include <QByteArray>

namespace rb::text {
namespace {

using nlohmann::json;
using Entries = std::vector<std::pair<std::string, std::int64_t>>;
using Opened = Result<std::shared_ptr<const Tokenizer>>;

class Reader {
public:
    Reader(json root, std::string name) : m_root(std::move(root)), m_name(std::move(name)) {}

    Opened byteLevelBpe() const {
        if (Status status = checkByteLevel(); !status.ok()) return status.error();
        const json& model = member(m_root, "model");
        Result<Vocabulary> vocabulary = vocabularyOf(model);
        if (!vocabulary.ok()) return vocabulary.error();
        ByteLevelBpeParts parts{std::move(*vocabulary), mergesOf(model), added(), templateIds(true)};
        if (parts.merges.empty() && !member(model, "merges").is_array()) return refusal("it has no merges");
        return std::shared_ptr<const Tokenizer>(std::make_shared<ByteLevelBpeTokenizer>(std::move(parts)));
    }

    Opened wordPiece() const {
        const json& model = member(m_root, "model");
        const json& normalizer = member(m_root, "normalizer");
        if (contentOf(normalizer, "type") != "BertNormalizer" || contentOf(model, "continuing_subword_prefix") != "##")
            return refusal("its normalizer or prefix is not BERT's");
        Result<Vocabulary> vocabulary = vocabularyOf(model);
        if (!vocabulary.ok()) return vocabulary.error();
        WordPieceParts parts{std::move(*vocabulary), added(), {}, 0, 0, 0, 100};
        parts.words.lowerCase = normalizer.value("lowercase", true);
        const json& strip = member(normalizer, "strip_accents");
        parts.words.stripAccents = strip.is_boolean() ? strip.get<bool>() : parts.words.lowerCase;
        parts.words.splitChinese = normalizer.value("handle_chinese_chars", true);
        parts.unknown = parts.vocabulary.idOf("[UNK]").value_or(0);
        parts.cls = parts.vocabulary.idOf("[CLS]").value_or(0);
        parts.sep = parts.vocabulary.idOf("[SEP]").value_or(0);
        return std::shared_ptr<const Tokenizer>(std::make_shared<WordPieceTokenizer>(std::move(parts)));
    }

    Opened unigram() const {
        const json& model = member(m_root, "model");
        const json& pieces = member(model, "vocab");
        UnigramParts parts;
        Entries entries;
        for (const json& piece : pieces.is_array() ? pieces : json::array()) {
            if (!piece.is_array() || piece.size() != 2 || !piece[0].is_string() || !piece[1].is_number())
                return refusal("piece " + std::to_string(entries.size()) + " is not a text with a score");
            entries.emplace_back(piece[0].get<std::string>(), static_cast<std::int64_t>(entries.size()));
            parts.scores.push_back(piece[1].get<float>());
        }
        Result<Vocabulary> vocabulary = Vocabulary::from(std::move(entries), m_name);
        if (!vocabulary.ok()) return vocabulary.error();
        parts.vocabulary = std::move(*vocabulary);
        const json& unknown = member(model, "unk_id");
        if (!unknown.is_number_unsigned() || unknown.get<std::uint64_t>() >= parts.scores.size())
            return refusal("it has no piece for the unknown");
        parts.unknown = unknown.get<TokenId>();
        if (Status status = readCharsmap(parts); !status.ok()) return status.error();
        parts.added = added();
        parts.suffix = templateIds(false);
        return std::shared_ptr<const Tokenizer>(std::make_shared<UnigramTokenizer>(std::move(parts)));
    }

    std::string modelType() const { return contentOf(member(m_root, "model"), "type"); }
    Error refusal(const std::string& reason) const {
        return {ErrorCode::FileInvalid, m_name + " is not a usable tokenizer: " + reason + "."};
    }

private:
    Status checkByteLevel() const {
        const json& words = member(m_root, "pre_tokenizer");
        const std::string type = contentOf(words, "type");
        if (type == "ByteLevel" && words.value("use_regex", true) && !words.value("add_prefix_space", false)) return {};
        // A pattern of the file's own is compared, never compiled.
        for (const json& step : member(words, "pretokenizers"))
            if (contentOf(member(step, "pattern"), "Regex") == kGpt2Pattern) return {};
        return refusal("its way of cutting words (" + (type.empty() ? "none" : type) + ") is not GPT-2's");
    }

    Status readCharsmap(UnigramParts& parts) const {
        const json& normalizer = member(m_root, "normalizer");
        if (normalizer.is_null()) return {};
        const std::string blob = contentOf(normalizer, "precompiled_charsmap");
        if (contentOf(normalizer, "type") != "Precompiled" || blob.empty())
            return refusal("its normalizer is not SentencePiece's");
        const QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(blob));
        parts.charsmap = PrecompiledCharsmap::from(bytes.toStdString());
        if (!parts.charsmap) return refusal("its character map reaches out of its bounds");
        return {};
    }

    Result<Vocabulary> vocabularyOf(const json& model) const {
        Entries entries;
        const json& vocabulary = member(model, "vocab");
        for (const auto& [piece, id] : vocabulary.items()) {
            if (!id.is_number_integer()) return refusal("\"" + piece.substr(0, 40) + "\" has no number");
            entries.emplace_back(piece, id.get<std::int64_t>());
        }
        return Vocabulary::from(std::move(entries), m_name);
    }

    std::vector<std::pair<std::string, std::string>> mergesOf(const json& model) const {
        std::vector<std::pair<std::string, std::string>> merges;
        for (const json& merge : member(model, "merges")) {
            if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string()) {
                merges.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
            } else if (merge.is_string()) {
                const auto text = merge.get<std::string>();
                const auto space = text.find(' ');
                if (space != std::string::npos) merges.emplace_back(text.substr(0, space), text.substr(space + 1));
            }
        }
        return merges;
    }

    AddedTokens added() const {
        std::vector<AddedToken> tokens;
        for (const json& token : member(m_root, "added_tokens")) {
            const json& id = member(token, "id");
            if (id.is_number_unsigned() && id.get<std::uint64_t>() < 4'000'000)
                tokens.push_back({contentOf(token, "content"), id.get<TokenId>(), token.value("special", true)});
        }
        return AddedTokens(std::move(tokens));
    }

    /// Ids that the post-processor's template puts before (or behind) the text.
    std::vector<TokenId> templateIds(bool before) const {
        std::vector<TokenId> ids;
        bool behind = false;
        const AddedTokens tokens = added();
        for (const json& step : member(member(m_root, "post_processor"), "single")) {
            if (step.contains("Sequence")) behind = true;
            const std::string content = contentOf(member(step, "SpecialToken"), "id");
            const AddedToken* token = tokens.byContent(content);
            if (token && behind != before) ids.push_back(token->id);
        }
        return ids;
    }

    json m_root;
    std::string m_name;
};

} // namespace

Opened openTokenizerJson(const std::filesystem::path& file, TokenizerKind kind) {
    Result<json> root = readJsonObject(file);
    if (!root.ok()) return root.error();
    const Reader reader(std::move(*root), file.string());
    const std::string type = reader.modelType();
    if (kind == TokenizerKind::ByteLevelBpe && type == "BPE") return reader.byteLevelBpe();
    if (kind == TokenizerKind::WordPiece && type == "WordPiece") return reader.wordPiece();
    if (kind == TokenizerKind::SentencePiece && type == "Unigram") return reader.unigram();
    return reader.refusal("its model is \"" + type + "\", which is not what this language model reads");
}

} // namespace rb::text
