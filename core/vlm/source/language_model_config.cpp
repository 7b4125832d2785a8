#include "core/vlm/source/language_model_config.h"

#include "core/vlm/source/config_bounds.h"

namespace rb::vlm {
namespace {

using namespace bounds;

void requireOptKind(JsonFields& fields, const LanguageModelConfig& model) {
    fields.choice("activation_function", {"relu"}, "relu");
    const auto require = [&fields](const char* key, bool wanted) {
        if (fields.boolean(key, wanted) != wanted)
            fields.refuse(key, wanted ? "true" : "false", wanted ? "false" : "true", ErrorCode::Unsupported);
    };
    require("do_layer_norm_before", true);
    require("_remove_final_layer_norm", false);
    require("enable_bias", true);
    require("layer_norm_elementwise_affine", true);
    const std::int64_t embedding = fields.integer("word_embed_proj_dim", kWidth, model.hiddenSize);
    if (embedding != model.hiddenSize)
        fields.refuse("word_embed_proj_dim", "hidden_size, " + std::to_string(model.hiddenSize),
                      std::to_string(embedding), ErrorCode::Unsupported);
    requireDivisible(fields, {"hidden_size", model.hiddenSize}, {"num_attention_heads", model.numHeads});
}

LanguageModelConfig readOpt(JsonFields& fields) {
    LanguageModelConfig model;
    model.type = "opt";
    model.vocabSize = fields.integer("vocab_size", kVocabulary, 50272);
    model.hiddenSize = fields.integer("hidden_size", kWidth, 768);
    model.numLayers = fields.integer("num_hidden_layers", kLayers, 12);
    model.numHeads = fields.integer("num_attention_heads", kHeads, 12);
    model.ffnSize = fields.integer("ffn_dim", kInnerWidth, 3072);
    model.maxPositionEmbeddings = fields.integer("max_position_embeddings", kPositions, 2048);
    model.tiedHead = fields.boolean("tie_word_embeddings", true);
    const IntegerRange ids{0, model.vocabSize - 1};
    model.bosTokenId = fields.integer("bos_token_id", ids, 2);
    model.padTokenId = fields.integer("pad_token_id", ids, 1);
    model.eosTokenId = fields.integer("eos_token_id", ids, 2);
    requireOptKind(fields, model);
    return model;
}

LanguageModelConfig readT5(JsonFields& fields) {
    LanguageModelConfig model;
    model.type = "t5";
    model.vocabSize = fields.integer("vocab_size", kVocabulary, 32128);
    model.hiddenSize = fields.integer("d_model", kWidth, 512);
    model.numLayers = fields.integer("num_layers", kLayers, 6);
    model.numDecoderLayers = fields.integer("num_decoder_layers", kLayers, model.numLayers);
    model.numHeads = fields.integer("num_heads", kHeads, 8);
    model.headSize = fields.integer("d_kv", kWidth, 64);
    model.ffnSize = fields.integer("d_ff", kInnerWidth, 2048);
    model.relativeAttentionNumBuckets = fields.integer("relative_attention_num_buckets", kBuckets, 32);
    model.relativeAttentionMaxDistance = fields.integer(
        "relative_attention_max_distance", {model.relativeAttentionNumBuckets / 2 + 1, kPositions.most}, 128);
    model.layerNormEps = fields.number("layer_norm_epsilon", kEpsilon, 1e-6);
    const std::string feedForward = fields.choice("feed_forward_proj", {"gated-gelu"});
    model.activation = fields.choice("dense_act_fn", {"gelu", "gelu_new"}, "gelu_new");
    model.tiedHead = fields.boolean("tie_word_embeddings", true);
    // Files of version 4 lack the key: there the factor came with the tie.
    model.scaleDecoderOutputs = fields.boolean("scale_decoder_outputs", model.tiedHead);
    const IntegerRange ids{0, model.vocabSize - 1};
    model.padTokenId = fields.integer("pad_token_id", ids, 0);
    model.eosTokenId = fields.integer("eos_token_id", ids, 1);
    model.decoderStartTokenId = fields.integer("decoder_start_token_id", ids, model.padTokenId);
    return model;
}

std::optional<std::int64_t> idOfNewline(const nlohmann::json& vocabulary) {
    if (!vocabulary.is_object()) return std::nullopt;
    const auto found = vocabulary.find("Ċ");
    if (found == vocabulary.end() || !found->is_number_unsigned()) return std::nullopt;
    const auto id = found->get<std::uint64_t>();
    return id < static_cast<std::uint64_t>(kVocabulary.most) ? std::optional(static_cast<std::int64_t>(id))
                                                             : std::nullopt;
}

} // namespace

LanguageModelConfig readLanguageModelConfig(JsonFields& fields) {
    const std::string type = fields.choice("model_type", {"opt", "t5"});
    return type == "t5" ? readT5(fields) : readOpt(fields);
}

Result<bool> headIsTied(const TensorCollection& tensors, const LanguageModelConfig& model) {
    const bool opt = model.type == "opt";
    const std::string head = model.type + "_model.lm_head.weight";
    const std::string embedding = opt ? "opt_model.model.decoder.embed_tokens.weight" : "t5_model.shared.weight";
    // OPT's flag can be believed; that of T5 says "tied" for every T5 that transformers 5 saved.
    if (!tensors.contains(head) || (opt && model.tiedHead)) return model.tiedHead;
    return tensors.sameContent(head, embedding);
}

Result<std::int64_t> newlineToken(const std::filesystem::path& folder) {
    std::error_code ignored;
    const bool single = !std::filesystem::exists(folder / "vocab.json", ignored);
    const std::filesystem::path file = folder / (single ? "tokenizer.json" : "vocab.json");
    const Result<nlohmann::json> json = readJsonObject(file);
    if (!json) return json.error();
    static const nlohmann::json kNone;
    const nlohmann::json* vocabulary = &*json;
    if (single) {
        const auto model = json->find("model");
        const bool holds = model != json->end() && model->is_object() && model->contains("vocab");
        vocabulary = holds ? &*model->find("vocab") : &kNone;
    }
    if (const std::optional<std::int64_t> id = idOfNewline(*vocabulary)) return *id;
    return Error{ErrorCode::FileInvalid,
                 file.string() + " has no piece \"Ċ\" (a new line), by which RegionBLIP ends its captions."};
}

} // namespace rb::vlm
