#pragma once

#include "core/vlm/loaded_model.h"
#include "core/vlm/region_captioner.h"

#include <map>

#include <ATen/core/Tensor.h>

namespace rb::vlm {

/// Encoder states and, made on first use, what each modality's Q-Former reads of them.
struct SharedStates {
    at::Tensor states;
    mutable std::map<std::string, CrossStates> cross;

    const CrossStates& crossFor(const Modality& modality) const {
        auto found = cross.find(modality.name);
        if (found == cross.end())
            found = cross.emplace(modality.name, modality.qformer->crossStates(states, modality.adapter)).first;
        return found->second;
    }
};

struct EncodedImage::States : SharedStates {};
struct EncodedCloud::States : SharedStates {
    bool scene = false;
};

struct RegionCaptioner::Model {
    LoadedModel loaded;
    ModelDescription description;
    std::string replaced, replacement; ///< CaptionerOptions::modality

    Result<const Modality*> modality(const std::string& asked) const {
        const std::string& name = asked == replaced ? replacement : asked;
        if (const Modality* found = loaded.network->modality(name)) return found;
        return Error{ErrorCode::Unsupported, "The model " + description.name + " has no modality " + name +
                                                 (description.missing.empty() ? "." : ": " + description.missing.front())};
    }
    Result<std::vector<std::vector<Caption>>> run(const Modality& modality, const SharedStates& states,
                                                  const at::Tensor& boxes, const GenerationOptions& options,
                                                  const CaptionObserver& observer, std::stop_token stop) const;
    std::vector<std::vector<Caption>> batch(const Modality& modality, const SharedStates& states,
                                            const at::Tensor& boxes, std::size_t first,
                                            const GenerationOptions& options, const CaptionObserver& observer,
                                            std::stop_token stop) const;
    Caption captionOf(const Hypothesis& hypothesis) const;
    Result<Similarities> similarities(const Modality& modality, const SharedStates& states, const at::Tensor& boxes,
                                      const std::string& textModality, const at::Tensor& texts) const;
};

/// Corners as the model reads them, `[R, 4]`; undefined when there are no boxes. A box outside is refused.
Result<at::Tensor> boxTensor(const std::vector<geometry::Box2>& boxes, int width, int height);
/// The same in a cloud, `[R, 24]`; a box without size is refused.
Result<at::Tensor> boxTensor(const std::vector<geometry::Box3>& boxes, const ModelConfig& config);

} // namespace rb::vlm
