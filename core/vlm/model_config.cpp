#include "core/vlm/model_config.h"

#include "core/vlm/source/config_bounds.h"
#include "core/vlm/source/config_check.h"
#include "core/vlm/source/generation_block.h"
#include "core/vlm/source/json_fields.h"
#include "core/vlm/source/modalities_json.h"

#include <algorithm>

namespace rb::vlm {
namespace {

using namespace bounds;

VisionConfig readVision(JsonFields fields) {
    VisionConfig vision;
    vision.imageSize = fields.integer("image_size", kImageSize);
    vision.patchSize = fields.integer("patch_size", kPatchSize);
    vision.hiddenSize = fields.integer("hidden_size", kWidth);
    vision.numLayers = fields.integer("num_layers", kLayers);
    vision.numHeads = fields.integer("num_heads", kHeads);
    vision.mlpSize = fields.integer("mlp_size", kInnerWidth);
    vision.layerNormEps = fields.number("layer_norm_eps", kEpsilon, vision.layerNormEps);
    vision.outputNormEps = fields.number("output_norm_eps", kEpsilon, vision.outputNormEps);
    requireDivisible(fields, {"hidden_size", vision.hiddenSize}, {"num_heads", vision.numHeads});
    requireDivisible(fields, {"image_size", vision.imageSize}, {"patch_size", vision.patchSize});
    return vision;
}

void readGroupChannels(JsonFields& fields, PointConfig& point) {
    const std::vector<double> channels = fields.numbers("group_channels", 4, {128, 256, 512, 256});
    for (std::size_t i = 0; i < channels.size(); ++i) {
        point.groupChannels[i] = static_cast<std::int64_t>(channels[i]);
        const bool whole = static_cast<double>(point.groupChannels[i]) == channels[i];
        if (!whole || channels[i] < 1 || channels[i] > static_cast<double>(kWidth.most))
            fields.refuse("group_channels", "four whole numbers from 1 to " + std::to_string(kWidth.most),
                          "another array");
    }
}

PointConfig readPoint(JsonFields fields) {
    PointConfig point;
    point.hiddenSize = fields.integer("hidden_size", kWidth);
    point.numLayers = fields.integer("num_layers", kLayers);
    point.numHeads = fields.integer("num_heads", kHeads);
    point.mlpSize = fields.integer("mlp_size", kInnerWidth);
    point.numGroups = fields.integer("num_groups", kGroups);
    point.groupSize = fields.integer("group_size", kGroups);
    readGroupChannels(fields, point);
    point.positionHiddenSize = fields.integer("position_hidden_size", kWidth, point.positionHiddenSize);
    point.layerNormEps = fields.number("layer_norm_eps", kEpsilon, point.layerNormEps);
    const IntegerRange points{std::max(point.numGroups, point.groupSize), kPoints.most};
    point.objectPoints = fields.integer("object_points", points, std::max(points.least, point.objectPoints));
    point.scenePoints = fields.integer("scene_points", points, std::max(points.least, point.scenePoints));
    requireDivisible(fields, {"hidden_size", point.hiddenSize}, {"num_heads", point.numHeads});
    return point;
}

QFormerConfig readQFormer(JsonFields fields) {
    QFormerConfig qformer;
    qformer.hiddenSize = fields.integer("hidden_size", kWidth);
    qformer.numLayers = fields.integer("num_layers", kLayers);
    qformer.numHeads = fields.integer("num_heads", kHeads);
    qformer.intermediateSize = fields.integer("intermediate_size", kInnerWidth);
    qformer.crossAttentionFrequency = fields.integer("cross_attention_frequency", kLayers, 2);
    qformer.vocabSize = fields.integer("vocab_size", kVocabulary);
    qformer.maxPositionEmbeddings = fields.integer("max_position_embeddings", kPositions);
    qformer.layerNormEps = fields.number("layer_norm_eps", kEpsilon, qformer.layerNormEps);
    qformer.encoderHiddenSize = fields.integer("encoder_hidden_size", kWidth);
    qformer.numQueryTokens = fields.integer("num_query_tokens", kQueries);
    const IntegerRange ids{0, qformer.vocabSize - 1};
    qformer.bosTokenId = fields.integer("bos_token_id", ids, qformer.vocabSize - 1);
    qformer.padTokenId = fields.integer("pad_token_id", ids, 0);
    qformer.clsTokenId = fields.integer("cls_token_id", ids, std::min(qformer.clsTokenId, ids.most));
    requireDivisible(fields, {"hidden_size", qformer.hiddenSize}, {"num_heads", qformer.numHeads});
    return qformer;
}

std::map<std::string, ModalityConfig> readModalities(JsonFields fields) {
    std::map<std::string, ModalityConfig> modalities;
    for (const std::string& name : fields.keys()) {
        if (name.empty() || name.size() > 64) fields.refuse("", "an object of names of 1 to 64 letters", "another");
        JsonFields entry = fields.object(name.c_str());
        ModalityConfig modality;
        modality.encoder = entry.choice("encoder", {"vision", "point", "point_color"});
        modality.region = entry.boolean("region");
        modality.qformer = entry.choice("qformer", {"Qformer", "Qformer_pc"});
        modality.suffix = entry.text("suffix");
        if (entry.has("lora_scale")) modality.loraScale = entry.number("lora_scale", {0, 1e6});
        if (!isModalitySuffix(modality.suffix)) entry.refuse("suffix", "1 to 32 of a-z, 0-9 and _", "\"" + modality.suffix + "\"");
        modalities[name] = modality;
    }
    if (modalities.empty()) fields.refuse("image", "an object (or another modality given)", "missing");
    return modalities;
}

// The release says of the whole model that its clouds have colour.
void giveColor(std::map<std::string, ModalityConfig>& modalities) {
    for (auto& [name, modality] : modalities)
        if (seesPoints(modality)) modality.encoder = "point_color";
}

void readT5(JsonFields& fields, LanguageModelConfig& model) {
    model.numDecoderLayers = fields.integer("num_decoder_layers", kLayers, model.numLayers);
    model.headSize = fields.integer("head_size", kWidth);
    model.relativeAttentionNumBuckets = fields.integer("relative_attention_num_buckets", kBuckets, 32);
    model.relativeAttentionMaxDistance = fields.integer("relative_attention_max_distance", kPositions, 128);
    model.activation = fields.choice("activation", {"gelu", "gelu_new"}, "gelu");
    if (model.relativeAttentionMaxDistance <= model.relativeAttentionNumBuckets / 2)
        fields.refuse("relative_attention_max_distance", "more than half the buckets",
                      std::to_string(model.relativeAttentionMaxDistance));
}

LanguageModelConfig readLanguageModel(JsonFields fields) {
    LanguageModelConfig model;
    model.type = fields.choice("type", {"opt", "t5"});
    const bool t5 = model.type == "t5";
    model.vocabSize = fields.integer("vocab_size", kVocabulary);
    model.hiddenSize = fields.integer("hidden_size", kWidth);
    model.numLayers = fields.integer("num_layers", kLayers);
    model.numHeads = fields.integer("num_heads", kHeads);
    model.ffnSize = fields.integer("ffn_size", kInnerWidth);
    if (t5) readT5(fields, model);
    else model.maxPositionEmbeddings = fields.integer("max_position_embeddings", kPositions);
    model.layerNormEps = fields.number("layer_norm_eps", kEpsilon, t5 ? 1e-6 : 1e-5);
    model.tiedHead = fields.boolean("tied_head", !t5);
    model.scaleDecoderOutputs = fields.boolean("scale_decoder_outputs", false);
    const IntegerRange ids{0, model.vocabSize - 1};
    if (!t5) model.bosTokenId = fields.integer("bos_token_id", ids, model.bosTokenId);
    model.padTokenId = fields.integer("pad_token_id", ids, t5 ? 0 : 1);
    model.eosTokenId = fields.integer("eos_token_id", ids);
    model.decoderStartTokenId = fields.integer("decoder_start_token_id", ids, 0);
    if (fields.has("image_token_id")) model.imageTokenId = fields.integer("image_token_id", ids);
    if (!t5) requireDivisible(fields, {"hidden_size", model.hiddenSize}, {"num_heads", model.numHeads});
    if (fields.has("prompt")) {
        JsonFields prompts = fields.object("prompt");
        for (const std::string& modality : prompts.keys()) model.prompt[modality] = prompts.text(modality.c_str());
    }
    return model;
}

void readNormalisation(JsonFields& fields, ModelConfig& config) {
    const std::vector<double> mean =
        fields.numbers("image_mean", 3, {config.imageMean.begin(), config.imageMean.end()});
    const std::vector<double> deviation =
        fields.numbers("image_std", 3, {config.imageStd.begin(), config.imageStd.end()});
    for (std::size_t i = 0; i < 3; ++i) {
        config.imageMean[i] = static_cast<float>(mean[i]);
        config.imageStd[i] = static_cast<float>(deviation[i]);
        if (!(config.imageStd[i] > 0)) fields.refuse("image_std", "three positive numbers", "another array");
    }
}

/// What several sections have to agree on.
void checkTogether(JsonFields& fields, const ModelConfig& config) {
    bool point = false;
    for (const auto& [name, modality] : config.modalities) point = point || seesPoints(modality);
    if (point && !config.point) fields.refuse("point", "an object, as a modality uses the point encoder", "missing");
    if (config.vision.hiddenSize != config.qformer.encoderHiddenSize)
        fields.refuse("qformer.encoder_hidden_size",
                      "vision.hidden_size, " + std::to_string(config.vision.hiddenSize),
                      std::to_string(config.qformer.encoderHiddenSize));
}

ModelConfig readFields(JsonFields& fields) {
    ModelConfig config;
    fields.choice("format", {"regionblip"});
    fields.integer("version", {1, 1}, 1);
    config.vision = readVision(fields.object("vision"));
    if (fields.has("point")) config.point = readPoint(fields.object("point"));
    config.qformer = readQFormer(fields.object("qformer"));
    if (fields.has("lora")) {
        JsonFields lora = fields.object("lora");
        config.loraRank = lora.integer("rank", kRank);
        config.loraAlpha = lora.number("alpha", {0, 1e6}, 1.0);
    }
    config.embedDim = fields.integer("embed_dim", kWidth, config.embedDim);
    config.regionHiddenSize = fields.integer("region_hidden_size", kWidth, config.regionHiddenSize);
    config.maxTextLength = fields.integer("max_text_length", kPositions, config.maxTextLength);
    config.modalities = readModalities(fields.object("modalities"));
    if (fields.has("point") && fields.object("point").boolean("with_color", false)) giveColor(config.modalities);
    config.boxCorners = fields.choice("box_corners", {"released", "geometric"}, "released");
    readNormalisation(fields, config);
    config.languageModel = readLanguageModel(fields.object("language_model"));
    const std::string convention = fields.choice("convention", {"reference", "huggingface"}, "reference");
    config.convention =
        convention == "huggingface" ? ScoringConvention::HuggingFace : ScoringConvention::Reference;
    config.generation = publishedDecoding(config.languageModel.type, config.convention);
    if (fields.has("generation")) {
        JsonFields generation = fields.object("generation");
        config.generation = readGeneration(generation, config.languageModel.type, config.convention);
    }
    checkTogether(fields, config);
    return config;
}

} // namespace

Result<ModelConfig> readModelConfig(const std::filesystem::path& file) {
    const Result<nlohmann::json> json = readJsonObject(file);
    if (!json) return json.error();
    JsonFields fields(*json, file);
    ModelConfig config = readFields(fields);
    if (!fields.status()) return fields.status().error();
    return config;
}

bool isModalitySuffix(const std::string& text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), allowed);
}

Result<std::map<std::string, ModalityConfig>> readModalitiesText(const std::string& text, const std::filesystem::path& file) {
    const nlohmann::json whole{{"modalities", nlohmann::json::parse(text, nullptr, false)}};
    JsonFields fields(whole, file);
    auto modalities = readModalities(fields.object("modalities"));
    if (!fields.status()) return fields.status().error();
    return modalities;
}

Status checkModelConfig(const ModelConfig& config, const std::filesystem::path& describedBy) {
    const nlohmann::json json = nlohmann::json::parse(toJson(config), nullptr, false);
    JsonFields fields(json, describedBy);
    readFields(fields);
    return fields.status();
}

} // namespace rb::vlm
