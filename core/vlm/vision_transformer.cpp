#include "core/vlm/vision_transformer.h"

#include <cmath>

#include <ATen/ATen.h>

namespace rb::vlm {

VisionTransformer::VisionTransformer(const nn::Weights& visualEncoder, const nn::Weights& lnVision,
                                     const VisionConfig& config, bool recompute)
    : m_config(config), ln_vision(lnVision, config.hiddenSize, config.outputNormEps) {
    const std::int64_t side = config.imageSize / config.patchSize, d = config.hiddenSize, p = config.patchSize;
    const nn::Weights patch = visualEncoder["patch_embed.proj"];
    proj = nn::Linear(patch.vector("weight", {d, 3, p, p}).view({d, 3 * p * p}), patch.vector("bias", {d}));
    cls_token = visualEncoder.vector("cls_token", {1, 1, d});
    // A checkpoint keeps the grid it was trained with, whatever size its pictures are given in.
    const std::int64_t positions = visualEncoder.elementCount("pos_embed").value_or((1 + side * side) * d) / d;
    pos_embed = visualEncoder.vector("pos_embed", {1, positions, d});
    const nn::PreNormBlockOptions block{d, config.numHeads, config.mlpSize, config.layerNormEps, true, 0, recompute};
    for (std::int64_t i = 0; i < config.numLayers; ++i)
        blocks.emplace_back(visualEncoder["blocks." + std::to_string(i)], block);
}

at::Tensor VisionTransformer::patches(const at::Tensor& pixels) const {
    const std::int64_t p = m_config.patchSize, side = pixels.size(2) / p;
    const at::Tensor cut = pixels.view({pixels.size(0), 3, side, p, side, p}) // [B, 3, row, y, column, x]
                               .permute({0, 2, 4, 1, 3, 5})
                               .reshape({pixels.size(0), side * side, 3 * p * p});
    return proj(cut.to(proj.weight.scalar_type())); // [B, N, D]
}

at::Tensor VisionTransformer::positionsFor(std::int64_t side) const {
    const auto own = static_cast<std::int64_t>(std::lround(std::sqrt(static_cast<double>(pos_embed.size(1) - 1))));
    if (side == own) return pos_embed;
    const at::Tensor grid = pos_embed.slice(1, 1).view({1, own, own, -1}).permute({0, 3, 1, 2}).to(at::kFloat);
    const at::Tensor resized = at::upsample_bicubic2d(grid, {side, side}, false)
                                   .permute({0, 2, 3, 1})
                                   .reshape({1, side * side, -1})
                                   .to(pos_embed.scalar_type());
    return at::cat({pos_embed.slice(1, 0, 1), resized}, 1);
}

at::Tensor VisionTransformer::operator()(const at::Tensor& pixels, nn::Trace* trace) const {
    const at::Tensor embedded = patches(pixels);
    nn::trace(trace, "vision.patch_embed", embedded);
    const at::Tensor cls = cls_token.expand({pixels.size(0), 1, m_config.hiddenSize});
    at::Tensor x = at::cat({cls, embedded}, 1) + positionsFor(pixels.size(2) / m_config.patchSize);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        x = blocks[i](x);
        nn::trace(trace, "vision.block." + std::to_string(i), x);
    }
    nn::trace(trace, "vision.output", x);
    x = ln_vision(x);
    nn::trace(trace, "vision.ln_vision", x);
    return x;
}

} // namespace rb::vlm
