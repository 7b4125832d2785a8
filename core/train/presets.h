#pragma once

#include "core/base/result.h"
#include "core/train/lora_targets.h"
#include "core/vlm/model_config.h"

#include <functional>
#include <set>
#include <string>

namespace rb::train {

/// What is trained.
enum class Preset {
    Lora,       ///< the query and value LoRA pairs of Q-Former and language model for the trained modalities
    RegionBlip, ///< the paper's set: the three new modalities, `Qformer_pc`, `pc_adapter`, the heads
    Full,       ///< everything
};

Result<Preset> presetNamed(const std::string& name); ///< "lora", "regionblip", "full"
std::string nameOf(Preset preset);

/// Whether a tensor is trained, by the reference's name.
using TrainedNames = std::function<bool(const std::string&)>;

/// `modalities` are those with training data; only Lora asks for them. `targets`: where LoRA pairs learn.
TrainedNames trainedBy(Preset preset, const vlm::ModelConfig& config, const std::set<std::string>& modalities,
                       const std::set<LoraTarget>& targets = kPublishedTargets);
/// Everything that belongs to a modality alone: what a training of a new one learns.
TrainedNames ownTensorsOf(const vlm::ModalityConfig& modality, const std::set<LoraTarget>& targets = kPublishedTargets);

/// Statistics that a norm keeps of its input; the optimizer never touches them.
bool isStatistic(const std::string& name);

/// Weight decay spares vectors and names with `bias`, `ln` or `bn`, as the release does.
bool isDecayed(const std::string& name, std::int64_t dimensions);

} // namespace rb::train
