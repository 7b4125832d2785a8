#include "core/vlm/t5_model.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <ATen/ATen.h>

namespace rb::vlm {

RelativePositionBias::RelativePositionBias(const nn::Weights& selfAttention, const LanguageModelConfig& config,
                                           bool bidirectional)
    : relative_attention_bias(selfAttention.vector("relative_attention_bias.weight",
                                                   {config.relativeAttentionNumBuckets, config.numHeads})),
      m_buckets(config.relativeAttentionNumBuckets), m_maxDistance(config.relativeAttentionMaxDistance),
      m_bidirectional(bidirectional) {}

// Half of the buckets are exact distances, the other half grow logarithmically up to the maximum
// (Raffel et al. 2020, section 2.1). A bidirectional stack keeps half of them for each direction.
std::int64_t RelativePositionBias::bucket(std::int64_t distance) const {
    std::int64_t buckets = m_buckets, first = 0;
    if (m_bidirectional) {
        buckets /= 2;
        if (distance > 0) first = buckets;
        distance = std::abs(distance);
    } else {
        distance = std::max<std::int64_t>(0, -distance);
    }
    const std::int64_t exact = buckets / 2;
    if (distance < exact) return first + distance;
    const float ratio = std::log(static_cast<float>(distance) / static_cast<float>(exact)) /
                        static_cast<float>(std::log(static_cast<double>(m_maxDistance) / static_cast<double>(exact)));
    const auto far = exact + static_cast<std::int64_t>(ratio * static_cast<float>(buckets - exact));
    return first + std::min(far, buckets - 1);
}

at::Tensor RelativePositionBias::operator()(std::int64_t firstQuery, std::int64_t queries, std::int64_t keys) const {
    std::vector<std::int64_t> chosen;
    chosen.reserve(static_cast<std::size_t>(queries * keys));
    for (std::int64_t q = 0; q < queries; ++q)
        for (std::int64_t k = 0; k < keys; ++k) chosen.push_back(bucket(k - (firstQuery + q)));
    const at::Tensor indices = at::tensor(chosen, at::kLong).to(relative_attention_bias.device());
    return relative_attention_bias.index_select(0, indices).view({queries, keys, -1}).permute({2, 0, 1}).unsqueeze(0);
}

} // namespace rb::vlm
