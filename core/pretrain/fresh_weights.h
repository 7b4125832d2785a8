#pragma once

#include "core/vlm/model_config.h"

#include <cstdint>
#include <map>
#include <string>

#include <ATen/core/Tensor.h>

namespace rb::pretrain {

/// Weights that a training from nothing begins with, under the reference's names; no LoRA pairs. Matrices as
/// torch starts a Linear, those that write into a residual stream 0.5/√(2·layers) of it, embeddings small,
/// query tokens far apart (σ 0.7), positions of patches as sines and cosines, and patch filters from `patches`.
/// The same seed makes the same.
std::map<std::string, at::Tensor> freshWeights(const vlm::ModelConfig& config, const at::Tensor& patches, std::uint64_t seed);

/// Filters `[D, C]` and bias `[D]` that give patches `[M, C]` as their principal components, the larger ones
/// damped by the root of their deviation, scaled to deviation 1 over all.
std::pair<at::Tensor, at::Tensor> principalFilters(const at::Tensor& patches, std::int64_t filters);

/// `[side², width]`: a quarter each of sines and cosines of x and of y.
at::Tensor gridPositions(std::int64_t side, std::int64_t width);

} // namespace rb::pretrain
