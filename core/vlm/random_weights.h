#pragma once

#include "core/nn/weights.h"
#include "core/vlm/model_config.h"

#include <cstdint>
#include <memory>

namespace rb::vlm {

/// Random weights of a configuration's shapes, for benchmarks: norms near 1, matrices small.
/// `bytes` counts what was handed out.
std::shared_ptr<nn::WeightSource> randomWeights(std::uint64_t& bytes);

} // namespace rb::vlm
