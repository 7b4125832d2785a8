#pragma once

#include "core/nn/linear.h"
#include "core/nn/norms.h"
#include "core/nn/weights.h"
#include "core/vlm/model_config.h"

#include <map>
#include <optional>
#include <string>

namespace rb::train {

/// The Q-Former's language head (`*.cls.predictions`), tied to its word embeddings.
class TextHead {
public:
    TextHead() = default;
    TextHead(const nn::Weights& qformer, const vlm::QFormerConfig& config);
    at::Tensor operator()(const at::Tensor& states, const at::Tensor& wordEmbeddings) const; ///< `[…, D]` → `[…, V]`
    bool present() const { return m_bias.defined(); }

private:
    nn::Linear transform;
    nn::LayerNorm LayerNorm;
    at::Tensor m_bias;
};

/// What only the objective uses. A head that the model does not hold is not `present()`.
struct TrainingHeads {
    TrainingHeads(const nn::Weights& weights, const vlm::ModelConfig& config);

    std::map<std::string, TextHead> text;    ///< by Q-Former
    std::map<std::string, nn::Linear> match; ///< `<suffix>_itm_head`, by LoRA suffix; absent: no ITM
    std::map<std::string, nn::Linear> box;   ///< `reg_<suffix>`; absent: no reg term
    at::Tensor temperature;                  ///< `temp`, a scalar; undefined: no ITC
    /// Scaffolding of a training from nothing, in no model's files: `patch_names` (its last class is
    /// the background) and `names_<suffix>`.
    std::optional<nn::Linear> patchNames;
    std::map<std::string, nn::Linear> names;
};

} // namespace rb::train
