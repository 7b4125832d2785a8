#pragma once

#include "core/nn/weights.h"

#include <optional>
#include <string>
#include <vector>

namespace rb::nn {

/// y = x Wᵀ + b. When the weight is stored in a smaller type than x has, it is widened block by
/// block, so that memory holds one copy and each pass reads the small one.
class Linear {
public:
    Linear() = default;
    /// Reads `weight` `[out, in]` and, when `withBias`, `bias` `[out]`.
    Linear(const Weights& weights, std::int64_t in, std::int64_t out, bool withBias = true);
    Linear(at::Tensor weightMatrix, at::Tensor biasVector);

    at::Tensor operator()(const at::Tensor& x) const; ///< `[…, in]` → `[…, out]`

    at::Tensor weight;
    at::Tensor bias; ///< undefined when there is none
};

/// Index of a modality's LoRA pairs in a LoraSpec; kNoAdapter uses the base weights alone.
using AdapterIndex = int;
inline constexpr AdapterIndex kNoAdapter = -1;

/// One modality's pairs.
struct LoraAdapter {
    std::string suffix;       ///< "img", "img_region", …
    double scale = 1.0 / 8.0; ///< of B A, for pairs of any rank
};

/// The adapters a model carries, by AdapterIndex.
using LoraSpec = std::vector<LoraAdapter>;

/// y = x Wᵀ + b + (x Aᵀ Bᵀ) · scale with one pair A `[rank, in]`, B `[out, rank]` a modality. A pair
/// that the checkpoint does not hold counts as B = 0.
class LoraLinear {
public:
    LoraLinear() = default;
    LoraLinear(const Weights& weights, std::int64_t in, std::int64_t out, const LoraSpec& spec, bool withBias = true);

    at::Tensor operator()(const at::Tensor& x, AdapterIndex adapter) const;

    /// Adds scale · B A to a copy of the weight, used from now on for this adapter: one product
    /// instead of three, for a second copy of the weight.
    void merge(AdapterIndex adapter);

    Linear base;

private:
    struct Pair {
        at::Tensor a, b; ///< undefined: no adapter
        double scale = 0;
        Linear merged;   ///< weight undefined: not merged
    };
    std::vector<Pair> m_pairs;
};

} // namespace rb::nn
