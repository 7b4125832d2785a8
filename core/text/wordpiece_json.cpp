#include "core/text/tokenizer_json.h"
#include "core/text/tokenizer_json_file.h"
#include "core/text/wordpiece_tokenizer.h"

namespace rb::text {
namespace {

using nlohmann::json;

Result<BertWordOptions> wordOptions(const TokenizerJson& file) {
    const json& normalizer = file.part("normalizer");
    if (contentOf(normalizer, "type") != "BertNormalizer" ||
        contentOf(file.part("pre_tokenizer"), "type") != "BertPreTokenizer")
        return file.refusal("its normalizer and pre_tokenizer are not BERT's");
    if (!flag(normalizer, "clean_text", true)) return file.refusal("clean_text false is not supported");
    BertWordOptions options;
    options.lowerCase = flag(normalizer, "lowercase", true);
    options.stripAccents = flag(normalizer, "strip_accents", options.lowerCase);
    options.splitChinese = flag(normalizer, "handle_chinese_chars", true);
    return options;
}

Status readModel(const TokenizerJson& file, WordPieceParts& parts) {
    const json& model = file.part("model");
    if (contentOf(model, "continuing_subword_prefix") != "##")
        return file.refusal("its pieces inside words do not begin with ##");
    const std::string name = contentOf(model, "unk_token");
    const auto unknown = parts.vocabulary.idOf(name);
    if (!unknown)
        return file.refusal("its vocabulary lacks the unknown token \"" + name.substr(0, 40) + "\"");
    parts.unknown = *unknown;
    const json& longest = member(model, "max_input_chars_per_word");
    if (longest.is_null()) return {};
    if (!longest.is_number_unsigned() || longest.get<std::uint64_t>() > 1000)
        return file.refusal("max_input_chars_per_word is no number from 0 to 1000");
    parts.longestWord = longest.get<std::size_t>();
    return {};
}

} // namespace

Result<std::shared_ptr<const Tokenizer>> openWordPieceJson(const TokenizerJson& file) {
    const Result<BertWordOptions> words = wordOptions(file);
    if (!words.ok()) return words.error();
    if (Status status = file.expectType("decoder", {"WordPiece"}); !status.ok()) return status.error();
    Result<Vocabulary> vocabulary = file.vocabulary();
    if (!vocabulary.ok()) return vocabulary.error();
    Result<AddedTokens> added = file.addedTokens();
    if (!added.ok()) return added.error();
    Result<TokenFrame> frame = file.frame();
    if (!frame.ok()) return frame.error();
    WordPieceParts parts;
    parts.vocabulary = std::move(*vocabulary);
    parts.added = std::move(*added);
    parts.words = *words;
    parts.frame = std::move(*frame);
    if (Status status = readModel(file, parts); !status.ok()) return status.error();
    return std::shared_ptr<const Tokenizer>(std::make_shared<WordPieceTokenizer>(std::move(parts)));
}

} // namespace rb::text
