#include "core/vlm/source/huggingface_config.h"

#include "core/vlm/source/config_bounds.h"
#include "core/vlm/source/generation_block.h"
#include "core/vlm/source/language_model_config.h"

#include <algorithm>

namespace rb::vlm {
namespace {

using namespace bounds;

VisionConfig readVision(JsonFields fields) {
    VisionConfig vision;
    vision.imageSize = fields.integer("image_size", kImageSize, 224);
    vision.patchSize = fields.integer("patch_size", kPatchSize, 14);
    vision.hiddenSize = fields.integer("hidden_size", kWidth, 1408);
    vision.numLayers = fields.integer("num_hidden_layers", kLayers, 39);
    vision.numHeads = fields.integer("num_attention_heads", kHeads, 16);
    vision.mlpSize = fields.integer("intermediate_size", kInnerWidth, 6144);
    vision.layerNormEps = fields.number("layer_norm_eps", kEpsilon, 1e-6);
    vision.outputNormEps = vision.layerNormEps;
    fields.choice("hidden_act", {"gelu"}, "gelu");
    requireDivisible(fields, {"hidden_size", vision.hiddenSize}, {"num_attention_heads", vision.numHeads});
    return vision;
}

QFormerConfig readQFormer(JsonFields fields) {
    QFormerConfig qformer;
    qformer.hiddenSize = fields.integer("hidden_size", kWidth, 768);
    qformer.numLayers = fields.integer("num_hidden_layers", kLayers, 12);
    qformer.numHeads = fields.integer("num_attention_heads", kHeads, 12);
    qformer.intermediateSize = fields.integer("intermediate_size", kInnerWidth, 3072);
    qformer.crossAttentionFrequency = fields.integer("cross_attention_frequency", kLayers, 2);
    qformer.encoderHiddenSize = fields.integer("encoder_hidden_size", kWidth, 1408);
    qformer.layerNormEps = fields.number("layer_norm_eps", kEpsilon, 1e-12);
    fields.choice("hidden_act", {"gelu"}, "gelu");
    // No tensor of the text side is in such a folder; these only have to be consistent.
    qformer.vocabSize = fields.integer("vocab_size", kVocabulary, 30522);
    qformer.maxPositionEmbeddings = fields.integer("max_position_embeddings", kPositions, 512);
    qformer.bosTokenId = qformer.vocabSize - 1;
    qformer.clsTokenId = std::min(qformer.clsTokenId, qformer.vocabSize - 1);
    requireDivisible(fields, {"hidden_size", qformer.hiddenSize}, {"num_attention_heads", qformer.numHeads});
    return qformer;
}

ModelConfig readFields(JsonFields& fields) {
    ModelConfig config;
    config.convention = ScoringConvention::HuggingFace;
    config.vision = readVision(fields.object("vision_config"));
    config.qformer = readQFormer(fields.object("qformer_config"));
    config.qformer.numQueryTokens = fields.integer("num_query_tokens", kQueries, 32);
    JsonFields text = fields.object("text_config");
    config.languageModel = readLanguageModelConfig(text);
    const char* imageToken = fields.has("image_token_index") ? "image_token_index" : "image_token_id";
    if (fields.has(imageToken))
        config.languageModel.imageTokenId = fields.integer(imageToken, {0, config.languageModel.vocabSize - 1});
    config.modalities["image"] = {"vision", false, "Qformer", "img"};
    if (config.vision.hiddenSize != config.qformer.encoderHiddenSize)
        fields.refuse("qformer_config.encoder_hidden_size",
                      "vision_config.hidden_size, " + std::to_string(config.vision.hiddenSize),
                      std::to_string(config.qformer.encoderHiddenSize));
    return config;
}

/// The end token may be a list; the first is the one that ends captions.
std::int64_t readEndToken(JsonFields& fields, const nlohmann::json& json, const LanguageModelConfig& model) {
    const auto found = json.find("eos_token_id");
    const bool list = found != json.end() && found->is_array() && !found->empty() && found->front().is_number();
    if (!list) return fields.integer("eos_token_id", {0, model.vocabSize - 1}, model.eosTokenId);
    nlohmann::json first;
    first["eos_token_id"] = found->front();
    JsonFields alone(first, "generation_config.json");
    const std::int64_t id = alone.integer("eos_token_id", {0, model.vocabSize - 1});
    if (!alone.status()) fields.refuse("eos_token_id", "ids of the vocabulary", "another array");
    return id;
}

Status readGenerationFile(const std::filesystem::path& folder, ModelConfig& config) {
    LanguageModelConfig& model = config.languageModel;
    config.generation = publishedDecoding(model.type, config.convention);
    const std::filesystem::path file = folder / "generation_config.json";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return {};
    const Result<nlohmann::json> json = readJsonObject(file);
    if (!json) return json.error();
    JsonFields fields(*json, file);
    config.generation = readGeneration(fields, model.type, config.convention);
    config.generation.sample = fields.boolean("do_sample", false);
    const IntegerRange ids{0, model.vocabSize - 1};
    if (model.type == "opt") model.bosTokenId = fields.integer("bos_token_id", ids, model.bosTokenId);
    else model.decoderStartTokenId = fields.integer("decoder_start_token_id", ids, model.decoderStartTokenId);
    model.padTokenId = fields.integer("pad_token_id", ids, model.padTokenId);
    model.eosTokenId = readEndToken(fields, *json, model);
    return fields.status();
}

std::int64_t readPictureSize(JsonFields& fields, std::int64_t fallback) {
    if (!fields.has("size")) return fallback;
    JsonFields size = fields.object("size");
    const std::int64_t height = size.integer("height", kImageSize);
    const std::int64_t width = size.integer("width", kImageSize);
    if (height != width)
        size.refuse("width", "the height, " + std::to_string(height), std::to_string(width), ErrorCode::Unsupported);
    return height;
}

void readPicture(JsonFields& fields, ModelConfig& config) {
    config.vision.imageSize = readPictureSize(fields, config.vision.imageSize);
    const std::vector<double> mean =
        fields.numbers("image_mean", 3, {config.imageMean.begin(), config.imageMean.end()});
    const std::vector<double> deviation =
        fields.numbers("image_std", 3, {config.imageStd.begin(), config.imageStd.end()});
    for (std::size_t i = 0; i < 3; ++i) {
        config.imageMean[i] = static_cast<float>(mean[i]);
        config.imageStd[i] = static_cast<float>(deviation[i]);
        if (!(config.imageStd[i] > 0)) fields.refuse("image_std", "three positive numbers", "another array");
    }
    requireDivisible(fields, {"size", config.vision.imageSize}, {"patch_size", config.vision.patchSize});
}

/// Version 4 has the values at the top of one file, version 5 inside another. Without either, CLIP's
/// values stay, which every published BLIP-2 has.
Status readProcessorFile(const std::filesystem::path& folder, ModelConfig& config) {
    for (const char* name : {"preprocessor_config.json", "processor_config.json"}) {
        const std::filesystem::path file = folder / name;
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored)) continue;
        const Result<nlohmann::json> json = readJsonObject(file);
        if (!json) return json.error();
        JsonFields fields(*json, file);
        const bool inside = fields.has("image_processor");
        if (!inside && !fields.has("image_mean")) continue;
        if (!inside) readPicture(fields, config);
        if (!inside) return fields.status();
        JsonFields pictures = fields.object("image_processor");
        readPicture(pictures, config);
        return fields.status();
    }
    return {};
}

} // namespace

Result<ModelConfig> readHuggingFaceConfig(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "config.json";
    const Result<nlohmann::json> json = readJsonObject(file);
    if (!json) return json.error();
    JsonFields fields(*json, file);
    ModelConfig config = readFields(fields);
    if (!fields.status()) return fields.status().error();
    if (Status read = readGenerationFile(folder, config); !read) return read.error();
    if (Status read = readProcessorFile(folder, config); !read) return read.error();
    return config;
}

} // namespace rb::vlm
