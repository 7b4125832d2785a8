#include "core/vlm/point_encoder.h"

#include "core/geometry/point_groups.h"

#include <ATen/ATen.h>

namespace rb::vlm {

/// A Conv1d with kernel 1 is a Linear over the channels.
static nn::Linear pointwise(const nn::Weights& weights, std::int64_t in, std::int64_t out) {
    return {weights.vector("weight", {out, in, 1}).view({out, in}), weights.vector("bias", {out})};
}

PointEncoder::PointEncoder(const nn::Weights& weights, const PointConfig& config, const TrainingMode& mode)
    : m_config(config) {
    const auto [c0, c1, c2, c3] = config.groupChannels;
    const std::int64_t d = config.hiddenSize, p = config.positionHiddenSize;
    const nn::Weights net = weights[config.withColor ? "encoder_color" : "encoder"];
    first_conv0 = pointwise(net["first_conv.0"], config.withColor ? 6 : 3, c0);
    first_conv1 = nn::BatchNorm(net["first_conv.1"], c0, mode.pointBatchStatistics);
    first_conv3 = pointwise(net["first_conv.3"], c0, c1);
    second_conv0 = pointwise(net["second_conv.0"], 2 * c1, c2);
    second_conv1 = nn::BatchNorm(net["second_conv.1"], c2, mode.pointBatchStatistics);
    second_conv3 = pointwise(net["second_conv.3"], c2, c3);
    reduce_dim = nn::Linear(weights["reduce_dim"], c3, d);
    pos_embed0 = nn::Linear(weights["pos_embed.0"], 3, p);
    pos_embed2 = nn::Linear(weights["pos_embed.2"], p, d);
    cls_token = weights.vector("cls_token", {1, 1, d});
    cls_pos = weights.vector("cls_pos", {1, 1, d});
    nn::PreNormBlockOptions block{d, config.numHeads, config.mlpSize, config.layerNormEps, false, 0, mode.recompute};
    for (std::int64_t i = 0; i < config.numLayers; ++i) {
        const double share = config.numLayers > 1 ? static_cast<double>(i) / static_cast<double>(config.numLayers - 1) : 1;
        block.stochasticDepth = mode.pointStochasticDepth * share;
        blocks.emplace_back(weights["blocks.blocks." + std::to_string(i)], block);
    }
    norm = nn::LayerNorm(weights["norm"], d, config.layerNormEps);
}

PointEncoder::Groups PointEncoder::grouped(const at::Tensor& points) const {
    const auto groups = static_cast<std::size_t>(m_config.numGroups), k = static_cast<std::size_t>(m_config.groupSize);
    const at::Tensor onHost = points.to(at::kCPU, at::kFloat).contiguous();
    std::vector<at::Tensor> centers, members, indices;
    for (std::int64_t b = 0; b < points.size(0); ++b) {
        const at::Tensor positions = onHost[b].slice(1, 0, 3).contiguous();
        const std::span<const float> flat(positions.const_data_ptr<float>(), static_cast<std::size_t>(positions.numel()));
        const at::Tensor chosen = at::tensor(geometry::farthestPointSampling(flat, groups), at::kLong);
        const at::Tensor center = positions.index_select(0, chosen); // [G, 3]
        const std::span<const float> flatCenters(center.const_data_ptr<float>(), static_cast<std::size_t>(center.numel()));
        const at::Tensor near = at::tensor(geometry::nearestNeighbours(flat, flatCenters, k), at::kLong);
        at::Tensor group = onHost[b].index_select(0, near).view({m_config.numGroups, m_config.groupSize, -1}).clone();
        group.slice(2, 0, 3).sub_(center.unsqueeze(1));
        centers.push_back(center);
        members.push_back(group);
        indices.push_back(chosen);
    }
    const auto onDevice = [&](const std::vector<at::Tensor>& parts) { return at::stack(parts).to(cls_token.options()); };
    return {onDevice(centers), onDevice(members), at::stack(indices)};
}

at::Tensor PointEncoder::groupTokens(const at::Tensor& members) const {
    const std::int64_t half = m_config.groupChannels[1];
    const at::Tensor local = first_conv3(at::relu(first_conv1(first_conv0(members)))); // [B, G, K, c1]
    const at::Tensor global = local.amax(2, true);                                     // [B, G, 1, c1]
    // The group's maximum is the same for all its points: its half of the product is made once.
    const nn::Linear onGlobal(second_conv0.weight.slice(1, 0, half), second_conv0.bias);
    const nn::Linear onLocal(second_conv0.weight.slice(1, half), at::Tensor());
    const at::Tensor mixed = at::relu(second_conv1(onLocal(local) + onGlobal(global)));
    return second_conv3(mixed).amax(2); // [B, G, c3]
}

at::Tensor PointEncoder::operator()(const at::Tensor& points, nn::Trace* trace, const std::string& traceName) const {
    const Groups groups = grouped(points);
    const at::Tensor tokens = groupTokens(groups.members);
    nn::trace(trace, traceName + ".fps_indices", groups.indices);
    nn::trace(trace, traceName + ".centers", groups.centers);
    nn::trace(trace, traceName + ".groups", groups.members);
    nn::trace(trace, traceName + ".group_tokens", tokens);

    const std::int64_t batch = points.size(0), d = m_config.hiddenSize;
    at::Tensor x = at::cat({cls_token.expand({batch, 1, d}), reduce_dim(tokens)}, 1);
    const at::Tensor positions =
        at::cat({cls_pos.expand({batch, 1, d}), pos_embed2(at::gelu(pos_embed0(groups.centers)))}, 1);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        x = blocks[i](x + positions);
        nn::trace(trace, traceName + ".block." + std::to_string(i), x);
    }
    x = norm(x);
    nn::trace(trace, traceName + ".output", x);
    return x; // [B, 1 + G, D]
}

} // namespace rb::vlm
