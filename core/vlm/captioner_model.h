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

/// What is to be captioned of one picture or cloud: `boxes` `[R, 4 or 24]`, undefined for the whole.
struct Seen {
    const SharedStates* states = nullptr;
    at::Tensor boxes;

    std::size_t count() const { return boxes.defined() ? static_cast<std::size_t>(boxes.size(0)) : 1; }
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
    /// Captions of the regions of some pictures or clouds, one after the other; they share the batches.
    Result<std::vector<std::vector<Caption>>> run(const Modality& modality, const std::vector<Seen>& seen,
                                                  const GenerationOptions& options, const CaptionObserver& observer,
                                                  std::stop_token stop) const;
    std::vector<std::vector<Caption>> batch(const Modality& modality, const at::Tensor& output, std::size_t first,
                                            const GenerationOptions& options, const CaptionObserver& observer,
                                            std::stop_token stop) const;
    /// Query outputs of the regions [first, first + size) of all that is seen, `[size, Q, D]`.
    at::Tensor outputsOf(const Modality& modality, const std::vector<Seen>& seen, std::size_t first, std::size_t size) const;
    Caption captionOf(const Hypothesis& hypothesis) const;
    /// Whether texts can be compared in this modality; the reason when not.
    Status comparesTexts(const Modality& modality) const;
    /// Features of length 1 of the regions' queries `[R, Q, E]`, float.
    at::Tensor queryFeatures(const Modality& modality, const SharedStates& states, const at::Tensor& boxes) const;
    Result<Similarities> similarities(const Modality& modality, const SharedStates& states, const at::Tensor& boxes,
                                      const std::string& textModality, const at::Tensor& texts) const;
};

/// Corners as the model reads them, `[R, 4]`; undefined when there are no boxes. A box outside is refused.
Result<at::Tensor> boxTensor(const std::vector<geometry::Box2>& boxes, int width, int height);
/// The same in a cloud, `[R, 24]`; a box without size is refused.
Result<at::Tensor> boxTensor(const std::vector<geometry::Box3>& boxes, const ModelConfig& config);

} // namespace rb::vlm
