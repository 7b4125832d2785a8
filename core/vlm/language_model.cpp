#include "core/vlm/language_model.h"

#include "core/vlm/id_tensor.h"

#include <ATen/ATen.h>

namespace rb::vlm {

at::Tensor LanguageModel::embedPrompt(const LanguagePrompt& prompt) const {
    const at::Tensor& soft = prompt.softPrompt;
    const at::Tensor textPart = embed(idTensor(prompt.textIds, soft.device()));
    return at::cat({soft, textPart.unsqueeze(0).expand({soft.size(0), -1, -1})}, 1);
}

} // namespace rb::vlm
