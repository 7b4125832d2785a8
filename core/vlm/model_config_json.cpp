#include "core/vlm/model_config.h"

#include "core/vlm/source/generation_block.h"

namespace rb::vlm {
namespace {

using nlohmann::ordered_json;

ordered_json visionToJson(const VisionConfig& vision) {
    return {{"image_size", vision.imageSize},          {"patch_size", vision.patchSize},
            {"hidden_size", vision.hiddenSize},        {"num_layers", vision.numLayers},
            {"num_heads", vision.numHeads},            {"mlp_size", vision.mlpSize},
            {"layer_norm_eps", vision.layerNormEps},   {"output_norm_eps", vision.outputNormEps}};
}

ordered_json pointToJson(const PointConfig& point) {
    return {{"hidden_size", point.hiddenSize},
            {"num_layers", point.numLayers},
            {"num_heads", point.numHeads},
            {"mlp_size", point.mlpSize},
            {"num_groups", point.numGroups},
            {"group_size", point.groupSize},
            {"group_channels", point.groupChannels},
            {"position_hidden_size", point.positionHiddenSize},
            {"layer_norm_eps", point.layerNormEps},
            {"object_points", point.objectPoints},
            {"scene_points", point.scenePoints}};
}

ordered_json qformerToJson(const QFormerConfig& qformer) {
    return {{"hidden_size", qformer.hiddenSize},
            {"num_layers", qformer.numLayers},
            {"num_heads", qformer.numHeads},
            {"intermediate_size", qformer.intermediateSize},
            {"cross_attention_frequency", qformer.crossAttentionFrequency},
            {"vocab_size", qformer.vocabSize},
            {"max_position_embeddings", qformer.maxPositionEmbeddings},
            {"layer_norm_eps", qformer.layerNormEps},
            {"encoder_hidden_size", qformer.encoderHiddenSize},
            {"num_query_tokens", qformer.numQueryTokens},
            {"bos_token_id", qformer.bosTokenId},
            {"pad_token_id", qformer.padTokenId},
            {"cls_token_id", qformer.clsTokenId}};
}

ordered_json languageModelToJson(const LanguageModelConfig& model) {
    const bool t5 = model.type == "t5";
    ordered_json json = {{"type", model.type},
                         {"vocab_size", model.vocabSize},
                         {"hidden_size", model.hiddenSize},
                         {"num_layers", model.numLayers},
                         {"num_heads", model.numHeads},
                         {"ffn_size", model.ffnSize}};
    if (t5) {
        json["num_decoder_layers"] = model.numDecoderLayers;
        json["head_size"] = model.headSize;
        json["relative_attention_num_buckets"] = model.relativeAttentionNumBuckets;
        json["relative_attention_max_distance"] = model.relativeAttentionMaxDistance;
        json["activation"] = model.activation;
    } else {
        json["max_position_embeddings"] = model.maxPositionEmbeddings;
        json["bos_token_id"] = model.bosTokenId;
    }
    json["layer_norm_eps"] = model.layerNormEps;
    json["tied_head"] = model.tiedHead;
    json["scale_decoder_outputs"] = model.scaleDecoderOutputs;
    json["pad_token_id"] = model.padTokenId;
    json["eos_token_id"] = model.eosTokenId;
    json["decoder_start_token_id"] = model.decoderStartTokenId;
    if (model.imageTokenId) json["image_token_id"] = *model.imageTokenId;
    json["prompt"] = model.prompt;
    return json;
}

} // namespace

nlohmann::ordered_json modalitiesToJson(const std::map<std::string, ModalityConfig>& modalities) {
    ordered_json json = ordered_json::object();
    for (const auto& [name, modality] : modalities) {
        json[name] = {{"encoder", modality.encoder},
                      {"region", modality.region},
                      {"qformer", modality.qformer},
                      {"suffix", modality.suffix}};
        if (modality.loraScale) json[name]["lora_scale"] = *modality.loraScale;
    }
    return json;
}

std::string toJson(const ModelConfig& config) {
    const bool huggingFace = config.convention == ScoringConvention::HuggingFace;
    ordered_json json;
    json["format"] = "regionblip";
    json["version"] = 1;
    json["vision"] = visionToJson(config.vision);
    if (config.point) json["point"] = pointToJson(*config.point);
    json["qformer"] = qformerToJson(config.qformer);
    json["lora"] = {{"rank", config.loraRank}, {"alpha", config.loraAlpha}};
    json["embed_dim"] = config.embedDim;
    json["region_hidden_size"] = config.regionHiddenSize;
    json["max_text_length"] = config.maxTextLength;
    json["modalities"] = modalitiesToJson(config.modalities);
    json["box_corners"] = config.boxCorners;
    json["image_mean"] = config.imageMean;
    json["image_std"] = config.imageStd;
    json["language_model"] = languageModelToJson(config.languageModel);
    json["convention"] = huggingFace ? "huggingface" : "reference";
    json["generation"] = generationToJson(config.generation, config.languageModel.type, config.convention);
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace rb::vlm
