#include "core/vlm/source/expected_tensors.h"

#include "core/vlm/source/expected_parts.h"

#include <cmath>
#include <set>

namespace rb::vlm {
namespace {

std::string regionPositions(const ModalityConfig& modality) {
    return modality.suffix + "_posembed";
}

std::string projection(const ModelConfig& config, const ModalityConfig& modality) {
    return config.languageModel.type + "_proj_" + modality.suffix;
}

void addModality(TensorList& list, const ModelConfig& config, const ModalityConfig& modality) {
    const std::int64_t width = config.qformer.hiddenSize;
    list.add("query_tokens_" + modality.suffix, {1, config.qformer.numQueryTokens, width});
    list.addLinear(projection(config, modality), config.languageModel.hiddenSize, width);
    if (!modality.region) return;
    list.addLinear(regionPositions(modality) + ".0", config.regionHiddenSize, boxValues(modality));
    list.addLinear(regionPositions(modality) + ".2", width, config.regionHiddenSize);
}

void addTrainingHeads(TensorList& list, const ModelConfig& config) {
    const std::int64_t width = config.qformer.hiddenSize;
    TensorList heads;
    for (const std::string& suffix : loraSuffixes(config))
        heads.addLinear("stage1_proj_" + suffix, config.embedDim, width);
    heads.addLinear("stage1_proj_text", config.embedDim, width);
    heads.addLinear("img_itm_head", 2, width);
    heads.addLinear("reg_img_region", 4, width);
    heads.addLinear("reg_pc_region", 24, width);
    for (const auto& [name, modality] : config.modalities) {
        heads.addLinear(modality.suffix + "_itm_head", 2, width); // released: of whole pictures alone; trainings may add others
        if (modality.region) heads.addLinear("reg_" + modality.suffix, boxValues(modality), width);
    }
    heads.add("temp", {});
    list.addOptional(heads);
}

/// Files write `[D]`, `[1, D]` or `[1, 1, D]` for the same vector, and `[R, C, 1]` for a convolution.
std::vector<std::int64_t> withoutOnes(const std::vector<std::int64_t>& shape) {
    std::vector<std::int64_t> rest;
    for (const std::int64_t size : shape)
        if (size != 1) rest.push_back(size);
    return rest;
}

/// A pair may have another rank than the configuration's: A is `[rank, in]`, B `[out, rank]`.
bool isLoraOfAnyRank(const std::string& name, const std::vector<std::int64_t>& expected,
                     const std::vector<std::int64_t>& found) {
    if (found.size() != 2) return false;
    if (name.find(".lora_A_") != std::string::npos) return found[1] == expected[1] && found[0] > 0;
    return name.find(".lora_B_") != std::string::npos && found[0] == expected[0] && found[1] > 0;
}

bool isPositionGrid(const std::vector<std::int64_t>& expected, const std::vector<std::int64_t>& found) {
    if (found.size() < 2 || found.back() != expected.back()) return false;
    const std::int64_t tokens = found[found.size() - 2];
    const auto side = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(tokens - 1))));
    return tokens > 1 && side * side == tokens - 1 && withoutOnes(found) == withoutOnes({tokens, expected.back()});
}

} // namespace

std::map<std::string, ExpectedTensor> expectedTensors(const ModelConfig& config) {
    TensorList list;
    std::set<std::string> qformers;
    std::set<std::string> encoders;
    for (const auto& [name, modality] : config.modalities) {
        addModality(list, config, modality);
        qformers.insert(modality.qformer);
        encoders.insert(modality.encoder);
    }
    if (encoders.contains("vision")) addVision(list, config.vision);
    if (config.point) addPointEncoder(list, *config.point, config.qformer.encoderHiddenSize, encoders);
    for (const std::string& name : qformers) addQFormer(list, name, config);
    if (config.languageModel.type == "opt") addOpt(list, config);
    else addT5(list, config);
    addTrainingHeads(list, config);
    return list.take();
}

std::vector<std::string> modalityTensors(const ModelConfig& config, const ModalityConfig& modality) {
    TensorList list;
    addModality(list, config, modality);
    std::vector<std::string> names;
    for (const auto& [name, tensor] : list.take()) names.push_back(name);
    return names;
}

bool shapeFits(const std::string& name, const std::vector<std::int64_t>& expected,
               const std::vector<std::int64_t>& found) {
    if (name == "visual_encoder.pos_embed") return isPositionGrid(expected, found);
    if (isLoraOfAnyRank(name, expected, found)) return true;
    return withoutOnes(expected) == withoutOnes(found);
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text = "[";
    for (const std::int64_t size : shape) text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

} // namespace rb::vlm
