#pragma once

#include <functional>
#include <vector>

#include <ATen/core/Tensor.h>

namespace rb::nn {

/// How the layers of a module run while it is trained; as it stands, as for captions.
struct LayerMode {
    double dropout = 0;
    bool recompute = false; ///< gradient checkpointing (arXiv 1604.06174): see recomputed()
};

using Tensors = std::vector<at::Tensor>;
using Section = std::function<Tensors(const Tensors& inputs)>;

/// section(inputs). When `on` and gradients are wanted, nothing in between is kept: the backward pass computes the
/// section once more, with the same random numbers, which saves memory for about a third more time. Everything that
/// gradients are to reach is an input or a weight; an input may be undefined. `section` is copied: what it refers
/// to must live until the backward pass.
Tensors recomputed(bool on, const Section& section, const Tensors& inputs);

} // namespace rb::nn
