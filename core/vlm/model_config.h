#pragma once

#include "core/base/result.h"
#include "core/vlm/generation/generation.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rb::vlm {

/// All dimensions of a model: the content of our `config.json` (tests/data/regionblip/*/config.json
/// are examples). Field names follow the file's keys.
struct VisionConfig {
    std::int64_t imageSize = 224, patchSize = 14, hiddenSize = 0, numLayers = 0, numHeads = 0, mlpSize = 0;
    double layerNormEps = 1e-6;
    double outputNormEps = 1e-5;   ///< of `ln_vision`; Hugging Face takes layerNormEps there
};

struct PointConfig {
    std::int64_t hiddenSize = 0, numLayers = 0, numHeads = 0, mlpSize = 0, numGroups = 0, groupSize = 0;
    std::array<std::int64_t, 4> groupChannels{128, 256, 512, 256};
    std::int64_t positionHiddenSize = 128;
    double layerNormEps = 1e-5;
    std::int64_t objectPoints = 8192, scenePoints = 40000;
};

struct QFormerConfig {
    std::int64_t hiddenSize = 768, numLayers = 12, numHeads = 12, intermediateSize = 3072, crossAttentionFrequency = 2;
    std::int64_t vocabSize = 30523, maxPositionEmbeddings = 512, encoderHiddenSize = 1408, numQueryTokens = 32;
    double layerNormEps = 1e-12;
    std::int64_t bosTokenId = 30522, padTokenId = 0, clsTokenId = 101;
};

/// One way from an encoder to a caption.
struct ModalityConfig {
    /// "vision"; "point" (x y z) or "point_color" (x y z r g b): one Point-BERT, whose groups are read by a
    /// mini-PointNet of their own (`encoder`, `encoder_color`).
    std::string encoder;
    bool region = false;   ///< with position-assisted queries
    std::string qformer;   ///< "Qformer" or "Qformer_pc"
    std::string suffix;    ///< of LoRA pairs, query tokens and projections: "img", "pc_region", …
    std::optional<double> loraScale{}; ///< of its LoRA pairs, where it is not the model's alpha / rank
};

struct LanguageModelConfig {
    std::string type;      ///< "opt" or "t5"
    std::int64_t vocabSize = 0, hiddenSize = 0, numLayers = 0, numHeads = 0, ffnSize = 0;
    std::int64_t maxPositionEmbeddings = 2048;      ///< OPT
    std::int64_t numDecoderLayers = 0, headSize = 0; ///< T5
    std::int64_t relativeAttentionNumBuckets = 32, relativeAttentionMaxDistance = 128; ///< T5
    double layerNormEps = 1e-5;                      ///< T5: 1e-6
    std::string activation = "relu";                 ///< T5's gate: "gelu" (exact, RegionBLIP) or "gelu_new" (Hugging Face)
    bool tiedHead = true;                            ///< the head is the token embedding
    bool scaleDecoderOutputs = false;                ///< T5: times hiddenSize^-0.5 before the head
    std::int64_t bosTokenId = 2, padTokenId = 1, eosTokenId = 50118, decoderStartTokenId = 0;
    std::optional<std::int64_t> imageTokenId;        ///< Hugging Face: stands for each soft-prompt position in the ids
    std::map<std::string, std::string> prompt;       ///< by modality; absent means empty
};

struct ModelConfig {
    VisionConfig vision;
    std::optional<PointConfig> point;                ///< absent in a BLIP-2 folder
    QFormerConfig qformer;
    std::int64_t loraRank = 8;
    double loraAlpha = 1;
    std::int64_t embedDim = 256, regionHiddenSize = 128, maxTextLength = 32;
    std::map<std::string, ModalityConfig> modalities;
    std::string boxCorners = "released";             ///< or "geometric"
    std::array<float, 3> imageMean{0.48145466f, 0.4578275f, 0.40821073f};
    std::array<float, 3> imageStd{0.26862954f, 0.26130258f, 0.27577711f};
    LanguageModelConfig languageModel;
    ScoringConvention convention = ScoringConvention::Reference;
    /// Decoding defaults in new tokens. The file's `generation` counts as the reference does
    /// (`max_length`, `min_length`; README of tests/data/regionblip); without it, the published decoding.
    GenerationOptions generation;
};

/// Point clouds, with or without colour.
inline bool seesPoints(const ModalityConfig& modality) { return modality.encoder != "vision"; }
inline bool seesColor(const ModalityConfig& modality) { return modality.encoder == "point_color"; }
/// How many numbers PaFE reads of a region: x1 y1 x2 y2, or eight corners.
inline std::int64_t boxValues(const ModalityConfig& modality) { return seesPoints(modality) ? 24 : 4; }

/// What a modality's LoRA pairs are multiplied with.
inline double loraScale(const ModelConfig& config, const ModalityConfig& modality) {
    return modality.loraScale.value_or(config.loraAlpha / static_cast<double>(config.loraRank));
}

/// Reads and checks `config.json` of one of our model folders: every dimension is positive and
/// below a stated bound, heads divide widths, the language model's type is known. A refusal names
/// the file, the key, what was expected and what was found.
Result<ModelConfig> readModelConfig(const std::filesystem::path& file);

/// The text of `config.json`; readModelConfig() of it gives the same configuration.
std::string toJson(const ModelConfig& config);

} // namespace rb::vlm
