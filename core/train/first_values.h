#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

namespace rb::train {

/// `temp` of ITC, as the release begins.
inline constexpr double kFirstTemperature = 0.07;

/// The second name of `cls.predictions.bias` in the reference's checkpoints.
inline bool isTiedBias(const std::string& name) { return name.ends_with(".cls.predictions.decoder.bias"); }

/// torch's start of a Linear `[out, in]`: uniform in ±1/√in.
inline at::Tensor firstMatrix(const std::vector<std::int64_t>& shape, const at::Generator& generator) {
    const double bound = 1.0 / std::sqrt(static_cast<double>(shape[1]));
    return at::empty(shape).uniform_(-bound, bound, generator);
}

} // namespace rb::train
