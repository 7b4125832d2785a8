#pragma once

#include "core/vlm/source/tensor_collection.h"

/// The names in the files the authors and their predecessors ship.
namespace rb::vlm {

/// The reference's names as they are: our folders, and the authors' `regionblip_*.pth` with its
/// entry `model`.
std::vector<MappedName> mapReferenceName(const checkpoint::TensorInfo& tensor);

/// LAVIS BLIP-2: `query_tokens`, `opt_proj`/`t5_proj` and the stage-1 heads belong to images.
std::vector<MappedName> mapLavisName(const checkpoint::TensorInfo& tensor);

/// EVA ViT-g, with or without a prefix. The last of its 40 blocks is not part of the model.
std::vector<MappedName> mapEvaName(const checkpoint::TensorInfo& tensor);

/// Point-BERT: the online transformer of `base_model`, without its classification head.
std::vector<MappedName> mapPointBertName(const checkpoint::TensorInfo& tensor);

/// A Hugging Face language model under `opt_model.` or `t5_model.`.
NameMap languageModelNames(const std::string& type);

} // namespace rb::vlm
