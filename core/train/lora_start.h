#pragma once

#include "core/base/result.h"
#include "core/train/lora_targets.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

namespace rb::train {

/// How LoRA pairs begin. Whatever is asked, the model's answers are at first those it gave before.
struct LoraStart {
    std::optional<std::int64_t> rank;         ///< of all that learn; stored pairs grow to it; without: the model's
    std::map<std::string, double> newScale; ///< by suffix: scale from now on over scale before
};

/// A new pair's shape: A `[rank, in]`, B `[out, rank]`.
std::vector<std::int64_t> shapeOf(const LoraName& name, std::vector<std::int64_t> shape, const LoraStart& start);

/// A stored pair's tensor, grown to the wanted rank (A by random rows, B by columns of zeros), B divided by what its
/// scale is multiplied with. Refused when it has a higher rank already.
Result<at::Tensor> grown(const std::string& tensor, const LoraName& name, const at::Tensor& stored, const LoraStart& start,
                         const at::Generator& generator);

} // namespace rb::train
