#include "core/vlm/source/expected_parts.h"

namespace rb::vlm {
namespace {

/// The rows OPT's position table has in front of position 0.
constexpr std::int64_t kPositionOffset = 2;

void addMatrix(TensorList& list, const std::string& name, std::int64_t rows, std::int64_t columns) {
    list.add(name + ".weight", {rows, columns});
}

void addT5Attention(TensorList& list, const std::string& name, const ModelConfig& config) {
    const LanguageModelConfig& model = config.languageModel;
    const std::int64_t inner = model.numHeads * model.headSize;
    for (const char* part : {".q", ".k", ".v"}) addMatrix(list, name + part, inner, model.hiddenSize);
    addMatrix(list, name + ".o", model.hiddenSize, inner);
    for (const char* part : {".q", ".k", ".v"}) list.addLora(name + part, inner, model.hiddenSize, config);
    list.addLora(name + ".o", model.hiddenSize, inner, config);
}

void addT5Block(TensorList& list, const std::string& block, const ModelConfig& config, bool decoder) {
    const LanguageModelConfig& model = config.languageModel;
    addT5Attention(list, block + ".layer.0.SelfAttention", config);
    list.add(block + ".layer.0.layer_norm.weight", {model.hiddenSize});
    if (decoder) {
        addT5Attention(list, block + ".layer.1.EncDecAttention", config);
        list.add(block + ".layer.1.layer_norm.weight", {model.hiddenSize});
    }
    const std::string feedForward = block + (decoder ? ".layer.2" : ".layer.1");
    const auto add = [&](const char* part, std::int64_t rows, std::int64_t columns) {
        addMatrix(list, feedForward + ".DenseReluDense" + part, rows, columns);
        list.addLora(feedForward + ".DenseReluDense" + part, rows, columns, config);
    };
    add(".wi_0", model.ffnSize, model.hiddenSize);
    add(".wi_1", model.ffnSize, model.hiddenSize);
    add(".wo", model.hiddenSize, model.ffnSize);
    list.add(feedForward + ".layer_norm.weight", {model.hiddenSize});
}

void addT5Stack(TensorList& list, const std::string& stack, const ModelConfig& config) {
    const LanguageModelConfig& model = config.languageModel;
    const bool decoder = stack == "t5_model.decoder";
    const std::int64_t blocks = decoder ? model.numDecoderLayers : model.numLayers;
    for (std::int64_t i = 0; i < blocks; ++i) addT5Block(list, stack + ".block." + std::to_string(i), config, decoder);
    addMatrix(list, stack + ".block.0.layer.0.SelfAttention.relative_attention_bias",
              model.relativeAttentionNumBuckets, model.numHeads);
    list.add(stack + ".final_layer_norm.weight", {model.hiddenSize});
}

} // namespace

void addOpt(TensorList& list, const ModelConfig& config) {
    const LanguageModelConfig& model = config.languageModel;
    const std::int64_t width = model.hiddenSize;
    const std::string decoder = "opt_model.model.decoder.";
    addMatrix(list, decoder + "embed_tokens", model.vocabSize, width);
    addMatrix(list, decoder + "embed_positions", model.maxPositionEmbeddings + kPositionOffset, width);
    for (std::int64_t i = 0; i < model.numLayers; ++i) {
        const std::string layer = decoder + "layers." + std::to_string(i);
        const auto add = [&](const std::string& part, std::int64_t rows, std::int64_t columns) {
            list.addLinear(layer + part, rows, columns);
            list.addLora(layer + part, rows, columns, config);
        };
        for (const char* part : {".q_proj", ".k_proj", ".v_proj", ".out_proj"}) add(std::string(".self_attn") + part, width, width);
        list.addNorm(layer + ".self_attn_layer_norm", width);
        add(".fc1", model.ffnSize, width);
        add(".fc2", width, model.ffnSize);
        list.addNorm(layer + ".final_layer_norm", width);
    }
    list.addNorm(decoder + "final_layer_norm", width);
    if (!model.tiedHead) addMatrix(list, "opt_model.lm_head", model.vocabSize, width);
}

void addT5(TensorList& list, const ModelConfig& config) {
    const LanguageModelConfig& model = config.languageModel;
    addMatrix(list, "t5_model.shared", model.vocabSize, model.hiddenSize);
    addT5Stack(list, "t5_model.encoder", config);
    addT5Stack(list, "t5_model.decoder", config);
    if (!model.tiedHead) addMatrix(list, "t5_model.lm_head", model.vocabSize, model.hiddenSize);
}

} // namespace rb::vlm
