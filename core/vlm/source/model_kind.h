#pragma once

#include "core/vlm/model_source.h"
#include "core/vlm/source/tensor_collection.h"

namespace rb::vlm {

enum class ModelKind {
    Ours,        ///< a folder whose config.json has `"format": "regionblip"`
    HuggingFace, ///< a folder of a Blip2ForConditionalGeneration
    Lavis,       ///< a torch file, with the folder of a language model beside it
};

/// By content. A refusal says what was found and what was expected, or which path is missing.
Result<ModelKind> recogniseModel(const ModelPaths& paths);

/// "opt" or "t5", from the configuration that states it.
Result<std::string> languageModelType(const ModelPaths& paths, ModelKind kind);

/// A torch file given as a BLIP-2 has query tokens.
Status requireBlip2(const std::filesystem::path& file, const TensorCollection& tensors);

/// `name` of the model card (`model.json`) of our folder, else the name of the folder or file.
std::string modelName(const ModelPaths& paths, ModelKind kind);

} // namespace rb::vlm
