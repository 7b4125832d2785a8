#pragma once

#include <ATen/core/Tensor.h>

namespace rb::train {

/// What the processes of a training tell each other within a step.
class FeatureExchange {
public:
    virtual ~FeatureExchange() = default;
    virtual std::int64_t rank() const = 0;
    virtual std::int64_t worldSize() const = 0;
    /// `own` `[B, …]` of every rank, in the order of ranks: `[W·B, …]`, without gradient. Every rank
    /// calls it with the same shape.
    virtual at::Tensor gathered(const at::Tensor& own) const = 0;
};

} // namespace rb::train
