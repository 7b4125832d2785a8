#include "core/pretrain/fresh_weights.h"

#include "core/train/first_values.h"
#include "core/vlm/source/expected_tensors.h"

#include <cmath>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

namespace rb::pretrain {
namespace {

constexpr double kQueryDeviation = 0.7, kEmbeddingDeviation = 0.05, kTokenDeviation = 0.02, kPositionScale = 0.5;

bool endsWithAny(const std::string& name, std::initializer_list<const char*> endings) {
    for (const char* ending : endings)
        if (name.ends_with(ending)) return true;
    return false;
}

bool isEmbedding(const std::string& name) {
    return endsWithAny(name, {"embed_tokens.weight", "embed_positions.weight", "word_embeddings.weight", "position_embeddings.weight",
                              "shared.weight"});
}

/// Matrices whose output is added to the stream of a pre-norm transformer.
bool writesIntoStream(const std::string& name) {
    return endsWithAny(name, {"attn.proj.weight", "mlp.fc2.weight", "self_attn.out_proj.weight", ".fc2.weight", "DenseReluDense.wo.weight"});
}

at::Tensor fresh(const std::string& name, const std::vector<std::int64_t>& shape, double residual, const at::Generator& generator) {
    const auto normal = [&](double deviation) { return at::empty(shape).normal_(0, deviation, generator); };
    if (name == "temp") return at::full({}, train::kFirstTemperature);
    if (name.starts_with("query_tokens_")) return normal(kQueryDeviation);
    if (endsWithAny(name, {"cls_token", "cls_pos"})) return normal(kTokenDeviation);
    if (isEmbedding(name)) return normal(kEmbeddingDeviation);
    const bool scale = shape.size() == 1 && endsWithAny(name, {".weight", "running_var"});
    if (scale) return at::ones(shape);
    if (shape.size() < 2) return at::zeros(shape);
    const at::Tensor matrix = train::firstMatrix(shape, generator);
    return writesIntoStream(name) ? matrix * residual : matrix;
}

} // namespace

std::pair<at::Tensor, at::Tensor> principalFilters(const at::Tensor& patches, std::int64_t filters) {
    const at::Tensor mean = patches.mean(0), centred = patches - mean;
    const auto [values, vectors] = at::linalg_eigh(centred.t().mm(centred) / static_cast<double>(patches.size(0)));
    const std::int64_t kept = std::min(filters, values.size(0));
    const at::Tensor deviations = values.slice(0, values.size(0) - kept).clamp_min(0).sqrt(); // ascending
    const at::Tensor directions = vectors.slice(1, vectors.size(1) - kept).t();
    at::Tensor weight = at::zeros({filters, patches.size(1)});
    weight.slice(0, 0, kept).copy_(directions / (deviations.sqrt() + 1e-2).unsqueeze(1));
    weight = weight / centred.mm(weight.t()).std();
    return {weight, -weight.mv(mean)};
}

at::Tensor gridPositions(std::int64_t side, std::int64_t width) {
    const std::int64_t quarter = width / 4;
    const at::Tensor rates = at::pow(at::full({}, 1e-4), at::arange(quarter, at::kFloat) / static_cast<double>(quarter));
    const at::Tensor cells = at::arange(side * side, at::kFloat);
    const at::Tensor y = at::floor(cells / static_cast<double>(side)), x = cells - y * static_cast<double>(side);
    const at::Tensor alongX = x.unsqueeze(1) * rates, alongY = y.unsqueeze(1) * rates;
    return at::cat({alongX.sin(), alongX.cos(), alongY.sin(), alongY.cos()}, 1);
}

std::map<std::string, at::Tensor> freshWeights(const vlm::ModelConfig& config, const at::Tensor& patches, std::uint64_t seed) {
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    std::map<std::string, at::Tensor> weights;
    for (const auto& [name, expected] : vlm::expectedTensors(config)) {
        if (name.find(".lora_") != std::string::npos || train::isTiedBias(name)) continue;
        const std::int64_t layers = name.starts_with("visual_encoder.") ? config.vision.numLayers
                                    : name.starts_with("point_encoder.") ? config.point->numLayers
                                                                         : config.languageModel.numLayers;
        weights[name] = fresh(name, expected.shape, 0.5 / std::sqrt(2.0 * static_cast<double>(layers)), generator);
    }
    const std::string vision = "visual_encoder.";
    if (!weights.contains(vision + "pos_embed")) return weights;
    const auto [filters, bias] = principalFilters(patches, config.vision.hiddenSize);
    at::Tensor& patchWeight = weights[vision + "patch_embed.proj.weight"];
    patchWeight = filters.view(patchWeight.sizes()).clone();
    weights[vision + "patch_embed.proj.bias"] = bias;
    const at::Tensor grid = gridPositions(config.vision.imageSize / config.vision.patchSize, config.vision.hiddenSize) * kPositionScale;
    weights[vision + "pos_embed"] = at::cat({at::zeros({1, grid.size(1)}), grid}).unsqueeze(0);
    return weights;
}

} // namespace rb::pretrain
