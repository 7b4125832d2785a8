#include "core/vlm/source/generation_block.h"

#include <algorithm>

namespace rb::vlm {
namespace {

constexpr int kPublishedMaxLength = 30;
constexpr int kPublishedMinLength = 8;
constexpr std::int64_t kMostTokens = 4096;

/// How many ids that are not new tokens the file's limits include.
struct CountedIds {
    int inMaximum = 0;
    int inMinimum = 0;
};

CountedIds countedIds(const std::string& type, ScoringConvention convention) {
    if (convention == ScoringConvention::HuggingFace) return {0, 0};
    return {type == "opt" ? 1 : 0, 1};
}

struct LimitKeys {
    const char* maximum;
    const char* minimum;
};

LimitKeys limitKeys(ScoringConvention convention) {
    if (convention == ScoringConvention::HuggingFace) return {"max_new_tokens", "min_new_tokens"};
    return {"max_length", "min_length"};
}

} // namespace

GenerationOptions publishedDecoding(const std::string& languageModelType, ScoringConvention convention) {
    const CountedIds counted = countedIds(languageModelType, convention);
    GenerationOptions options;
    options.maxNewTokens = kPublishedMaxLength - counted.inMaximum;
    options.minNewTokens = kPublishedMinLength - counted.inMinimum;
    return options;
}

GenerationOptions readGeneration(JsonFields& fields, const std::string& languageModelType,
                                 ScoringConvention convention) {
    const CountedIds counted = countedIds(languageModelType, convention);
    const LimitKeys keys = limitKeys(convention);
    GenerationOptions options;
    const auto whole = [&fields](const char* key, std::int64_t least, std::int64_t most, std::int64_t fallback) {
        return static_cast<int>(fields.integer(key, {least, most}, fallback));
    };
    options.numBeams = whole("num_beams", 1, 256, options.numBeams);
    options.maxNewTokens =
        whole(keys.maximum, 1 + counted.inMaximum, kMostTokens, kPublishedMaxLength) - counted.inMaximum;
    options.minNewTokens =
        std::max(0, whole(keys.minimum, 0, kMostTokens, kPublishedMinLength) - counted.inMinimum);
    options.lengthPenalty = fields.number("length_penalty", {-100, 100}, options.lengthPenalty);
    options.repetitionPenalty = fields.number("repetition_penalty", {0, 100}, options.repetitionPenalty);
    options.noRepeatNgram = whole("no_repeat_ngram_size", 0, kMostTokens, 0);
    options.numCaptions = whole("num_captions", 1, 256, 1);
    options.sample = fields.boolean("use_nucleus_sampling", false);
    options.topP = fields.number("top_p", {0, 1.0000001}, options.topP);
    options.temperature = fields.number("temperature", {0, 1000}, options.temperature);
    options.seed = static_cast<std::uint64_t>(fields.integer("seed", {0, INT64_MAX}, 0));
    return options;
}

nlohmann::ordered_json generationToJson(const GenerationOptions& options, const std::string& languageModelType,
                                        ScoringConvention convention) {
    const CountedIds counted = countedIds(languageModelType, convention);
    const LimitKeys keys = limitKeys(convention);
    nlohmann::ordered_json block;
    block["num_beams"] = options.numBeams;
    block[keys.maximum] = options.maxNewTokens + counted.inMaximum;
    block[keys.minimum] = options.minNewTokens + counted.inMinimum;
    block["length_penalty"] = options.lengthPenalty;
    block["repetition_penalty"] = options.repetitionPenalty;
    if (options.noRepeatNgram > 0) block["no_repeat_ngram_size"] = options.noRepeatNgram;
    if (options.numCaptions > 1) block["num_captions"] = options.numCaptions;
    if (options.sample) block["use_nucleus_sampling"] = true;
    block["top_p"] = options.topP;
    block["temperature"] = options.temperature;
    if (options.seed > 0) block["seed"] = options.seed;
    return block;
}

} // namespace rb::vlm
