#pragma once

#include "core/vlm/language_model.h"
#include "core/vlm/model_config.h"
#include "core/vlm/point_encoder.h"
#include "core/vlm/q_former.h"
#include "core/vlm/vision_transformer.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace rb::vlm {

/// The position-assisted feature of a region (PaFE): Linear, GELU, Linear over the normalised box
/// `[R, 4]` or its corners `[R, 24]`; the result is added to every query token.
struct RegionPosition {
    nn::Linear first, second;
    at::Tensor operator()(const at::Tensor& box) const; ///< `[R, 4 or 24]` → `[R, D]`
};

/// One way from encoder states to a caption: an entry of `modalities` with its weights.
struct Modality {
    std::string name;
    ModalityConfig config;
    nn::AdapterIndex adapter = nn::kNoAdapter;
    std::shared_ptr<const QFormer> qformer;
    std::shared_ptr<const RegionPosition> position; ///< region modalities only
    at::Tensor queryTokens;                         ///< `[1, Q, D]`
    nn::Linear projection;                          ///< to the language model's width
    at::Tensor stage1Weight, stage1Bias;            ///< `stage1_proj_<suffix>`; undefined when absent
    std::optional<nn::Linear> match;                ///< `<suffix>_itm_head`, to [no, yes]
};

/// RegionBLIP's modules put together. Plain tensors in and out; the caller chooses inference mode.
class RegionBlip {
public:
    /// Takes every tensor it needs; `weights.status()` tells afterwards what was missing.
    RegionBlip(const nn::Weights& weights, const ModelConfig& config, const TrainingMode& mode = {});

    const ModelConfig& config() const { return m_config; }
    /// nullptr when the model has no such modality.
    const Modality* modality(const std::string& name) const;

    /// Normalised pixels `[B, 3, S, S]` → `[B, 1 + N, D]`.
    at::Tensor encodePixels(const at::Tensor& pixels, nn::Trace* trace = nullptr) const;
    /// Points `[B, N, 3]`, or `[B, N, 6]` with colour, → `[B, 1 + groups, D]` behind `pc_adapter`. `traceName`: "point" or "scene".
    at::Tensor encodePoints(const at::Tensor& points, nn::Trace* trace = nullptr,
                            const std::string& traceName = "point") const;
    /// The two halves of encodePoints(): the point encoder `[B, 1 + groups, Dp]`, then `pc_adapter`.
    at::Tensor pointFeatures(const at::Tensor& points, nn::Trace* trace = nullptr,
                             const std::string& traceName = "point") const;
    at::Tensor adaptPoints(const at::Tensor& features) const { return m_pointAdapter(features); }

    /// Query outputs `[R, Q, D]`; `boxes` `[R, 4 or 24]` for region modalities, undefined otherwise.
    /// `cross` holds one row, or one a region.
    at::Tensor queryOutput(const Modality& modality, const CrossStates& cross, const at::Tensor& boxes,
                           nn::Trace* trace = nullptr) const;
    at::Tensor softPrompt(const Modality& modality, const at::Tensor& queryOutput, nn::Trace* trace = nullptr) const;

    /// The queries that queryOutput() sends through the Q-Former, `[R, Q, D]`; `count` rows for whole
    /// pictures and clouds.
    at::Tensor queries(const Modality& modality, const at::Tensor& boxes, std::int64_t count,
                       nn::Trace* trace = nullptr) const;

    /// L2-normalised features for contrast and search: `[R, Q, E]` of queries, `[T, E]` of texts
    /// (`[CLS] … [SEP]`, as the modality's Q-Former reads them).
    at::Tensor queryFeatures(const Modality& modality, const at::Tensor& queryOutput) const;
    at::Tensor textFeatures(const Modality& modality, const TextBatch& text) const;
    /// ITM's logits [no, yes] `[B, 2]` of pairs: queries() `[B, Q, D]`, and texts as of textFeatures(). Needs Modality::match.
    at::Tensor matchLogits(const Modality& modality, const at::Tensor& queries, const TextBatch& text, const CrossStates& cross) const;

    const LanguageModel& languageModel() const { return *m_languageModel; }

private:
    Modality modalityFrom(const nn::Weights& weights, const std::string& name, const ModalityConfig& config);
    std::shared_ptr<const QFormer> qformerNamed(const nn::Weights& weights, const std::string& name);
    std::shared_ptr<const RegionPosition> positionFor(const nn::Weights& embed, const ModalityConfig& config) const;

    ModelConfig m_config;
    TrainingMode m_mode;
    nn::LoraSpec m_lora;
    std::optional<VisionTransformer> m_vision;
    std::optional<PointEncoder> m_points;
    nn::Linear m_pointAdapter; ///< `pc_adapter`
    std::map<std::string, std::shared_ptr<const QFormer>> m_qformers;
    std::map<std::string, Modality> m_modalities;
    std::unique_ptr<LanguageModel> m_languageModel;
    at::Tensor m_textWeight, m_textBias; ///< `stage1_proj_text`
};

} // namespace rb::vlm
