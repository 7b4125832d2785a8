#include "core/vlm/source/expected_parts.h"

namespace rb::vlm {

void TensorList::addLinear(const std::string& name, std::int64_t rows, std::int64_t columns) {
    add(name + ".weight", {rows, columns});
    add(name + ".bias", {rows});
}

void TensorList::addNorm(const std::string& name, std::int64_t width) {
    add(name + ".weight", {width});
    add(name + ".bias", {width});
}

std::set<std::string> loraSuffixes(const ModelConfig& config) {
    std::set<std::string> suffixes{"img", "img_region", "pc", "pc_region"};
    for (const auto& [name, modality] : config.modalities) suffixes.insert(modality.suffix);
    return suffixes;
}

void TensorList::addLora(const std::string& name, std::int64_t rows, std::int64_t columns, const ModelConfig& config) {
    for (const std::string& suffix : loraSuffixes(config)) {
        m_tensors[name + ".lora_A_" + suffix] = {{config.loraRank, columns}, false};
        m_tensors[name + ".lora_B_" + suffix] = {{rows, config.loraRank}, false};
    }
}

void TensorList::addOptional(TensorList& other) {
    for (auto& [name, tensor] : other.m_tensors) {
        tensor.required = false;
        m_tensors[name] = tensor;
    }
}

void addVision(TensorList& list, const VisionConfig& vision) {
    const std::int64_t width = vision.hiddenSize;
    const std::int64_t side = vision.imageSize / vision.patchSize;
    list.add("visual_encoder.cls_token", {1, 1, width});
    list.add("visual_encoder.pos_embed", {1, 1 + side * side, width});
    list.add("visual_encoder.patch_embed.proj.weight", {width, 3, vision.patchSize, vision.patchSize});
    list.add("visual_encoder.patch_embed.proj.bias", {width});
    for (std::int64_t i = 0; i < vision.numLayers; ++i) {
        const std::string block = "visual_encoder.blocks." + std::to_string(i);
        list.addNorm(block + ".norm1", width);
        list.add(block + ".attn.qkv.weight", {3 * width, width});
        list.add(block + ".attn.q_bias", {width});
        list.add(block + ".attn.v_bias", {width});
        list.addLinear(block + ".attn.proj", width, width);
        list.addNorm(block + ".norm2", width);
        list.addLinear(block + ".mlp.fc1", vision.mlpSize, width);
        list.addLinear(block + ".mlp.fc2", width, vision.mlpSize);
    }
    list.addNorm("ln_vision", width);
}

namespace {

void addConvolution(TensorList& list, const std::string& name, std::int64_t rows, std::int64_t columns) {
    list.add(name + ".weight", {rows, columns, 1});
    list.add(name + ".bias", {rows});
}

void addBatchNorm(TensorList& list, const std::string& name, std::int64_t width) {
    list.addNorm(name, width);
    list.add(name + ".running_mean", {width});
    list.add(name + ".running_var", {width});
}

void addGroupEncoder(TensorList& list, const PointConfig& point, const std::string& name, std::int64_t columns) {
    const auto& channels = point.groupChannels;
    addConvolution(list, name + ".first_conv.0", channels[0], columns);
    addBatchNorm(list, name + ".first_conv.1", channels[0]);
    addConvolution(list, name + ".first_conv.3", channels[1], channels[0]);
    addConvolution(list, name + ".second_conv.0", channels[2], 2 * channels[1]);
    addBatchNorm(list, name + ".second_conv.1", channels[2]);
    addConvolution(list, name + ".second_conv.3", channels[3], channels[2]);
}

void addAttention(TensorList& list, const std::string& name, const ModelConfig& config, std::int64_t keyWidth) {
    const std::int64_t width = config.qformer.hiddenSize;
    list.addLinear(name + ".self.query", width, width);
    list.addLinear(name + ".self.key", width, keyWidth);
    list.addLinear(name + ".self.value", width, keyWidth);
    list.addLora(name + ".self.query", width, width, config);
    list.addLora(name + ".self.key", width, keyWidth, config);
    list.addLora(name + ".self.value", width, keyWidth, config);
    list.addLinear(name + ".output.dense", width, width);
    list.addLora(name + ".output.dense", width, width, config);
    list.addNorm(name + ".output.LayerNorm", width);
}

void addFeedForward(TensorList& list, const std::string& layer, const ModelConfig& config, const std::string& ending) {
    const std::int64_t width = config.qformer.hiddenSize, inner = config.qformer.intermediateSize;
    const std::string in = layer + ".intermediate" + ending + ".dense", out = layer + ".output" + ending;
    list.addLinear(in, inner, width);
    list.addLora(in, inner, width, config);
    list.addLinear(out + ".dense", width, inner);
    list.addLora(out + ".dense", width, inner, config);
    list.addNorm(out + ".LayerNorm", width);
}

void addTextSide(TensorList& list, const std::string& name, const ModelConfig& config) {
    const QFormerConfig& qformer = config.qformer;
    const std::int64_t width = qformer.hiddenSize;
    TensorList text;
    text.add(name + ".bert.embeddings.word_embeddings.weight", {qformer.vocabSize, width});
    text.add(name + ".bert.embeddings.position_embeddings.weight", {qformer.maxPositionEmbeddings, width});
    for (std::int64_t i = 0; i < qformer.numLayers; ++i)
        addFeedForward(text, name + ".bert.encoder.layer." + std::to_string(i), config, "");
    text.add(name + ".cls.predictions.bias", {qformer.vocabSize});
    text.add(name + ".cls.predictions.decoder.bias", {qformer.vocabSize});
    text.addLinear(name + ".cls.predictions.transform.dense", width, width);
    text.addNorm(name + ".cls.predictions.transform.LayerNorm", width);
    list.addOptional(text);
}

} // namespace

void addPointEncoder(TensorList& list, const PointConfig& point, std::int64_t encoderHiddenSize,
                     const std::set<std::string>& encoders) {
    if (encoders.contains("point")) addGroupEncoder(list, point, "point_encoder.encoder", 3);
    if (encoders.contains("point_color")) addGroupEncoder(list, point, "point_encoder.encoder_color", 6);
    if (!encoders.contains("point") && !encoders.contains("point_color")) return;
    const std::int64_t width = point.hiddenSize;
    list.addLinear("point_encoder.reduce_dim", width, point.groupChannels[3]);
    list.add("point_encoder.cls_token", {1, 1, width});
    list.add("point_encoder.cls_pos", {1, 1, width});
    list.addLinear("point_encoder.pos_embed.0", point.positionHiddenSize, 3);
    list.addLinear("point_encoder.pos_embed.2", width, point.positionHiddenSize);
    for (std::int64_t i = 0; i < point.numLayers; ++i) {
        const std::string block = "point_encoder.blocks.blocks." + std::to_string(i);
        list.addNorm(block + ".norm1", width);
        list.add(block + ".attn.qkv.weight", {3 * width, width});
        list.addLinear(block + ".attn.proj", width, width);
        list.addNorm(block + ".norm2", width);
        list.addLinear(block + ".mlp.fc1", point.mlpSize, width);
        list.addLinear(block + ".mlp.fc2", width, point.mlpSize);
    }
    list.addNorm("point_encoder.norm", width);
    list.addLinear("pc_adapter", encoderHiddenSize, width);
}

void addQFormer(TensorList& list, const std::string& name, const ModelConfig& config) {
    const QFormerConfig& qformer = config.qformer;
    list.addNorm(name + ".bert.embeddings.LayerNorm", qformer.hiddenSize);
    for (std::int64_t i = 0; i < qformer.numLayers; ++i) {
        const std::string layer = name + ".bert.encoder.layer." + std::to_string(i);
        addAttention(list, layer + ".attention", config, qformer.hiddenSize);
        if (i % qformer.crossAttentionFrequency == 0)
            addAttention(list, layer + ".crossattention", config, qformer.encoderHiddenSize);
        addFeedForward(list, layer, config, "_query");
    }
    addTextSide(list, name, config);
}

} // namespace rb::vlm
