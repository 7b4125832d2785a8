#pragma once

#include "core/train/feature_cache.h"
#include "core/train/parameter_set.h"
#include "core/train/objective.h"
#include "core/train/step_settings.h"
#include "core/train/training_batch.h"
#include "core/train/training_observer.h"
#include "core/vlm/region_blip.h"

namespace rb::train {

/// As in the release: a Q-Former that is trained as a whole drops, one that only carries LoRA does
/// not; the language model always does; a trained point encoder leaves out whole paths.
vlm::TrainingMode modeFor(const ParameterSet& parameters, const vlm::ModelConfig& config, double dropout);

/// Forward and backward of one batch.
class StepRunner {
public:
    /// How it is made; what is pointed to must outlive it.
    struct Options {
        bool bfloat16 = false;               ///< autocast over float32 weights
        const FeatureCache* cache = nullptr; ///< of the frozen encoders
        const FeatureExchange* exchange = nullptr; ///< with the other processes
    };
    StepRunner(std::shared_ptr<ParameterSet> parameters, vlm::ModelConfig config, const Options& options);

    struct Part {
        double share = 1.0;     ///< what its gradients count
        std::uint64_t seed = 1; ///< of dropout and drawn negatives
    };
    /// Adds `part.share` times the batch's gradients to the parameters, and its terms to `report`.
    /// Torch's exceptions become errors.
    Status addGradients(const TrainingBatch& batch, const StepSettings& settings, const Part& part, StepReport& report);

private:
    /// A batch's loss with the network it came from, which its backward pass may ask again.
    struct Forward;
    Forward forward(const TrainingBatch& batch, const StepSettings& settings, std::uint64_t seed) const;
    at::Tensor frozenFeatures(const vlm::RegionBlip& network, const TrainingBatch& batch) const;

    std::shared_ptr<ParameterSet> m_parameters;
    vlm::ModelConfig m_config;
    Options m_options;
};

} // namespace rb::train
