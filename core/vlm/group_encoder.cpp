#include "core/vlm/group_encoder.h"

#include <ATen/ATen.h>

namespace rb::vlm {

/// A Conv1d with kernel 1 is a Linear over the channels.
static nn::Linear pointwise(const nn::Weights& weights, std::int64_t in, std::int64_t out) {
    return {weights.vector("weight", {out, in, 1}).view({out, in}), weights.vector("bias", {out})};
}

GroupEncoder::GroupEncoder(const nn::Weights& weights, const PointConfig& config, std::int64_t columns, bool batchStatistics)
    : m_localChannels(config.groupChannels[1]) {
    const auto [c0, c1, c2, c3] = config.groupChannels;
    first_conv0 = pointwise(weights["first_conv.0"], columns, c0);
    first_conv1 = nn::BatchNorm(weights["first_conv.1"], c0, batchStatistics);
    first_conv3 = pointwise(weights["first_conv.3"], c0, c1);
    second_conv0 = pointwise(weights["second_conv.0"], 2 * c1, c2);
    second_conv1 = nn::BatchNorm(weights["second_conv.1"], c2, batchStatistics);
    second_conv3 = pointwise(weights["second_conv.3"], c2, c3);
}

at::Tensor GroupEncoder::operator()(const at::Tensor& members) const {
    const at::Tensor local = first_conv3(at::relu(first_conv1(first_conv0(members)))); // [B, G, K, c1]
    const at::Tensor global = local.amax(2, true);                                     // [B, G, 1, c1]
    // The group's maximum is the same for all its points: its half of the product is made once.
    const nn::Linear onGlobal(second_conv0.weight.slice(1, 0, m_localChannels), second_conv0.bias);
    const nn::Linear onLocal(second_conv0.weight.slice(1, m_localChannels), at::Tensor());
    const at::Tensor mixed = at::relu(second_conv1(onLocal(local) + onGlobal(global)));
    return second_conv3(mixed).amax(2); // [B, G, c3]
}

} // namespace rb::vlm
