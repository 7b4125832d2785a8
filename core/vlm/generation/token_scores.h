#pragma once

#include "core/vlm/generation/generation.h"

#include <span>

namespace rb::vlm {

/// e^(logit − highest logit) of one row into `out`, which has the same size; returns their sum.
double softmaxWeights(std::span<const float> logits, std::span<float> out);

/// log softmax of one row of logits into `out`, which has the same size and is other memory.
void logSoftmax(std::span<const float> logits, std::span<float> out);

/// What the processors need to know of a sequence.
struct SequenceSoFar {
    std::span<const TokenId> history;   ///< GenerationContext::history
    std::span<const TokenId> tokens;    ///< new tokens
};

/// Applies repetition penalty, no-repeat n-grams and the minimum length to one row, in Hugging
/// Face's order: a penalised value is multiplied when negative, divided otherwise; what is
/// forbidden becomes −∞.
void applyProcessors(std::span<float> scores, const SequenceSoFar& sequence, const GenerationOptions& options,
                     TokenId endToken);

} // namespace rb::vlm
