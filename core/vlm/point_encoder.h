#pragma once

#include "core/nn/pre_norm_block.h"
#include "core/nn/trace.h"
#include "core/vlm/group_encoder.h"
#include "core/vlm/training_mode.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace rb::vlm {

/// Point-BERT (`point_encoder.*`): groups of neighbours → mini-PointNet → transformer.
class PointEncoder {
public:
    /// `encoders`: "point", "point_color" or both, as the modalities name them. They differ in how a
    /// group of neighbours is read; the transformer over the groups is one.
    PointEncoder(const nn::Weights& weights, const PointConfig& config, const std::set<std::string>& encoders,
                 const TrainingMode& mode = {});

    /// Points `[B, N, 3]`, or `[B, N, 6]` with colour in [0, 1], → tokens `[B, 1 + groups, D]` after
    /// the final norm. Sampling starts at index 0, so that captions repeat. `traceName` is "point"
    /// or "scene".
    at::Tensor operator()(const at::Tensor& points, nn::Trace* trace = nullptr,
                          const std::string& traceName = "point") const;

private:
    struct Groups {
        at::Tensor centers; ///< `[B, G, 3]`
        at::Tensor members; ///< `[B, G, K, 3 or 6]`, positions relative to the centre
        at::Tensor indices; ///< `[B, G]` of the centres
    };
    Groups grouped(const at::Tensor& points) const;

    PointConfig m_config;
    std::optional<GroupEncoder> encoder, encoder_color;
    nn::Linear reduce_dim, pos_embed0, pos_embed2;
    at::Tensor cls_token, cls_pos;
    std::vector<nn::PreNormBlock> blocks;
    nn::LayerNorm norm;
};

} // namespace rb::vlm
