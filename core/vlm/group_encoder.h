#pragma once

#include "core/nn/linear.h"
#include "core/nn/norms.h"
#include "core/vlm/model_config.h"

namespace rb::vlm {

/// The mini-PointNet of Point-BERT (`encoder.*`; with colour `encoder_color.*`): one token of each
/// group of neighbours.
class GroupEncoder {
public:
    /// `columns`: numbers of a point, 3 or 6. `batchStatistics`: norms follow the batch and learn from it.
    GroupEncoder(const nn::Weights& weights, const PointConfig& config, std::int64_t columns, bool batchStatistics);

    /// `[B, G, K, columns]`, positions relative to the centre → `[B, G, C]`.
    at::Tensor operator()(const at::Tensor& members) const;

private:
    nn::Linear first_conv0, first_conv3, second_conv0, second_conv3;
    nn::BatchNorm first_conv1, second_conv1;
    std::int64_t m_localChannels;
};

} // namespace rb::vlm
