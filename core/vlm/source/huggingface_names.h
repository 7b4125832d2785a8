#pragma once

#include "core/vlm/source/tensor_collection.h"

namespace rb::vlm {

/// The names of a Hugging Face Blip2ForConditionalGeneration whose language model is "opt" or "t5".
/// `qkv.bias` gives two tensors, its first and its last third; the middle third, the keys' bias,
/// has no effect on attention.
NameMap huggingFaceNames(const std::string& languageModelType);

} // namespace rb::vlm
