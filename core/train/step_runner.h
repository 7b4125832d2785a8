#pragma once

#include "core/train/feature_cache.h"
#include "core/train/parameter_set.h"
#include "core/train/trainer.h"
#include "core/train/training_batch.h"
#include "core/vlm/region_blip.h"

namespace rb::train {

/// Forward and backward of one batch.
class StepRunner {
public:
    StepRunner(std::shared_ptr<ParameterSet> parameters, vlm::ModelConfig config, const TrainingOptions& options,
               const FeatureCache* cache = nullptr);

    /// Adds `share` times the batch's gradients to the parameters, and its terms to `report`. The seed
    /// fixes dropout and drawn negatives. Torch's exceptions become errors.
    Status addGradients(const TrainingBatch& batch, double share, std::uint64_t seed, StepReport& report);

private:
    bool isFrozen(const std::string& encoder) const;
    at::Tensor frozenFeatures(const vlm::RegionBlip& network, const TrainingBatch& batch) const;
    vlm::TrainingNoise noiseFor(const TrainingOptions& options) const;

    std::shared_ptr<ParameterSet> m_parameters;
    vlm::ModelConfig m_config;
    LossWeights m_terms;
    vlm::TrainingNoise m_noise;
    bool m_bfloat16;
    const FeatureCache* m_cache;
};

} // namespace rb::train
