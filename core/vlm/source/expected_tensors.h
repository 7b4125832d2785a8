#pragma once

#include "core/vlm/model_config.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rb::vlm {

/// A tensor that a model of some configuration has.
struct ExpectedTensor {
    std::vector<std::int64_t> shape;
    /// Without it the model cannot caption. Not required: LoRA pairs (absent means zero), the text
    /// side of the Q-Formers and everything that only training and scoring use.
    bool required = true;
};

/// Every tensor of a model by the reference's name: those of the encoders, Q-Formers and the
/// language model that `config.modalities` uses. Second names of tied tensors are not among them.
/// The grid in `visual_encoder.pos_embed` may be of another size than `vision.imageSize` gives.
std::map<std::string, ExpectedTensor> expectedTensors(const ModelConfig& config);

/// Names of the tensors by which `modality` differs from the others: query tokens, projection,
/// and the position embedding of a region.
std::vector<std::string> modalityTensors(const ModelConfig& config, const ModalityConfig& modality);

/// True when `found` holds what `expected` describes: the same shape, dimensions of size 1 aside.
/// `visual_encoder.pos_embed` fits with any square grid, a LoRA pair with any rank.
bool shapeFits(const std::string& name, const std::vector<std::int64_t>& expected,
               const std::vector<std::int64_t>& found);

/// "[2, 3]", for messages.
std::string shapeText(const std::vector<std::int64_t>& shape);

} // namespace rb::vlm
