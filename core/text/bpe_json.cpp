#include "core/text/byte_level_bpe_tokenizer.h"
#include "core/text/gpt2_words.h"
#include "core/text/side_files.h"
#include "core/text/tokenizer_json.h"
#include "core/text/tokenizer_json_file.h"

namespace rb::text {
namespace {

using nlohmann::json;
using Merges = std::vector<std::pair<std::string, std::string>>;

/// GPT-2's words are cut by `ByteLevel` itself, or by a `Split` with its pattern and then `ByteLevel`.
Status checkWords(const TokenizerJson& file) {
    const json& words = file.part("pre_tokenizer");
    const json* last = &words;
    bool split = false;
    if (contentOf(words, "type") == "Sequence") {
        const json& steps = member(words, "pretokenizers");
        if (!steps.is_array() || steps.size() != 2 || contentOf(steps[0], "type") != "Split")
            return file.refusal("its pre_tokenizer is a sequence other than Split and ByteLevel");
        // The pattern is compared with the known one, never compiled.
        if (contentOf(member(steps[0], "pattern"), "Regex") != kGpt2Pattern ||
            flag(steps[0], "invert", false) || contentOf(steps[0], "behavior") != "Isolated")
            return file.refusal("its pre_tokenizer splits by a pattern other than GPT-2's");
        split = true;
        last = &steps[1];
    }
    if (contentOf(*last, "type") != "ByteLevel")
        return file.refusal("its pre_tokenizer is of the unknown kind \"" +
                            contentOf(*last, "type").substr(0, 40) + "\"");
    if (flag(*last, "add_prefix_space", true)) return file.refusal("add_prefix_space is not supported");
    if (flag(*last, "use_regex", true) == split)
        return file.refusal("its pre_tokenizer does not cut words as GPT-2's does");
    return {};
}

/// Variants of BPE that other models use.
Status checkModel(const TokenizerJson& file) {
    const json& model = file.part("model");
    for (const char* key : {"byte_fallback", "ignore_merges"})
        if (flag(model, key, false)) return file.refusal(std::string(key) + " is not supported");
    for (const char* key : {"continuing_subword_prefix", "end_of_word_suffix"})
        if (!contentOf(model, key).empty()) return file.refusal(std::string(key) + " is not supported");
    return {};
}

Result<Merges> mergesOf(const TokenizerJson& file) {
    const json& list = member(file.part("model"), "merges");
    if (!list.is_array()) return file.refusal("its model has no merges");
    if (list.size() > kMaxVocabulary) return file.refusal("it has more than a million merges");
    Merges merges;
    for (const json& merge : list) {
        if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string()) {
            merges.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
            continue;
        }
        const std::string text = merge.is_string() ? merge.get<std::string>() : std::string();
        const auto space = text.find(' ');
        if (space == std::string::npos)
            return file.refusal("merge " + std::to_string(merges.size()) + " is not a pair of pieces");
        merges.emplace_back(text.substr(0, space), text.substr(space + 1));
    }
    return merges;
}

/// The frame of the file, or the beginning token that `tokenizer_config.json` asks for.
Result<TokenFrame> frameOf(const TokenizerJson& file, const Vocabulary& vocabulary) {
    Result<TokenFrame> frame = file.frame();
    if (!frame.ok() || !frame->before.empty()) return frame;
    const Result<json> config = readOptionalJsonObject(file.folder() / "tokenizer_config.json");
    if (!config.ok()) return config.error();
    const auto begin = vocabulary.idOf(contentOf(*config, "bos_token"));
    if (flag(*config, "add_bos_token", false) && begin) frame->before = {*begin};
    return frame;
}

} // namespace

Result<std::shared_ptr<const Tokenizer>> openBpeJson(const TokenizerJson& file) {
    for (const Status& status : {checkModel(file), file.expectType("normalizer", {}), checkWords(file),
                                 file.expectType("decoder", {"ByteLevel"})})
        if (!status.ok()) return status.error();
    Result<Vocabulary> vocabulary = file.vocabulary();
    if (!vocabulary.ok()) return vocabulary.error();
    Result<Merges> merges = mergesOf(file);
    if (!merges.ok()) return merges.error();
    Result<AddedTokens> added = file.addedTokens();
    if (!added.ok()) return added.error();
    Result<TokenFrame> frame = frameOf(file, *vocabulary);
    if (!frame.ok()) return frame.error();
    return std::shared_ptr<const Tokenizer>(std::make_shared<ByteLevelBpeTokenizer>(
        ByteLevelBpeParts{std::move(*vocabulary), std::move(*merges), std::move(*added), std::move(*frame)}));
}

} // namespace rb::text
