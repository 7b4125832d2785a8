#include "core/vlm/point_encoder.h"

#include "core/geometry/point_groups.h"

#include <ATen/ATen.h>

namespace rb::vlm {

PointEncoder::PointEncoder(const nn::Weights& weights, const PointConfig& config, const std::set<std::string>& encoders,
                           const TrainingMode& mode)
    : m_config(config) {
    const std::int64_t d = config.hiddenSize, p = config.positionHiddenSize;
    if (encoders.contains("point")) encoder.emplace(weights["encoder"], config, 3, mode.pointBatchStatistics);
    if (encoders.contains("point_color")) encoder_color.emplace(weights["encoder_color"], config, 6, mode.pointBatchStatistics);
    reduce_dim = nn::Linear(weights["reduce_dim"], config.groupChannels[3], d);
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

at::Tensor PointEncoder::operator()(const at::Tensor& points, nn::Trace* trace, const std::string& traceName) const {
    const Groups groups = grouped(points);
    const at::Tensor tokens = (points.size(2) == 6 ? *encoder_color : *encoder)(groups.members);
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
