#include "core/train/lora_start.h"

#include "core/train/first_values.h"

#include <ATen/ATen.h>

namespace rb::train {

std::vector<std::int64_t> shapeOf(const LoraName& name, std::vector<std::int64_t> shape, const LoraStart& start) {
    if (start.rank) shape[name.isA ? 0 : 1] = *start.rank;
    return shape;
}

Result<at::Tensor> grown(const std::string& tensor, const LoraName& name, const at::Tensor& stored, const LoraStart& start,
                         const at::Generator& generator) {
    const std::int64_t own = stored.size(name.isA ? 0 : 1), wanted = start.rank.value_or(own);
    if (wanted < own)
        return Error{ErrorCode::InvalidArgument, "The model's LoRA pairs (" + tensor + ") have rank " + std::to_string(own) + "; give --rank " +
                                                     std::to_string(own) + " or more."};
    at::Tensor whole = stored;
    if (const auto scale = start.newScale.find(name.suffix); !name.isA && scale != start.newScale.end()) whole = whole / scale->second;
    if (wanted == own) return whole;
    if (!name.isA) return at::constant_pad_nd(whole, {0, wanted - own});
    return at::cat({whole, firstMatrix({wanted - own, whole.size(1)}, generator)});
}

} // namespace rb::train
