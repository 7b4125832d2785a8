#pragma once

#include "core/vlm/model_config.h"
#include "core/vlm/source/tensor_collection.h"

#include <filesystem>

/// Dimensions that are read off the shapes of tensors, where no file states them. Tensors that are
/// absent give zeros, which checkModelConfig() refuses.
namespace rb::vlm {

/// Heads are known for the published width 1408 only. Without any ViT: the published one, as wide
/// as the Q-Former expects.
Result<VisionConfig> visionFromShapes(const TensorCollection& tensors);

/// Heads are known for the published width 384 only; groups and points are the published ones.
Result<PointConfig> pointFromShapes(const TensorCollection& tensors);

/// Heads and norm from `config.json` of the BERT folder if there is one, else by the published 64
/// channels a head.
Result<QFormerConfig> qformerFromShapes(const TensorCollection& tensors, const std::filesystem::path& bertFolder);

/// The parts of the text side: vocabulary, positions, and the special tokens of `vocab.txt`.
Status readTextSide(QFormerConfig& qformer, const TensorCollection& tensors, const std::filesystem::path& bertFolder);

/// Rows of the first LoRA matrix found; 8, as published, when there is none.
std::int64_t loraRankFromShapes(const TensorCollection& tensors);

} // namespace rb::vlm
