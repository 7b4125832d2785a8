#pragma once

#include "core/vlm/generation/generation.h"

#include <random>
#include <span>
#include <vector>

namespace rb::vlm {

/// Chooses the next token of one sequence from its raw logits: greedily, or from the nucleus. Of
/// equally probable tokens the one with the lower id comes first.
class TokenChooser {
public:
    /// `stream` tells sequences of one request apart, so that each is drawn independently.
    TokenChooser(const GenerationOptions& options, const GenerationContext& context, std::uint64_t stream);

    struct Choice {
        TokenId token = 0;
        float score = 0; ///< log-probability under the model's own distribution
    };
    Choice choose(std::span<const float> logits, std::span<const TokenId> tokensSoFar);

private:
    TokenId drawn(std::span<float> processed);

    const GenerationOptions& m_options;
    const GenerationContext& m_context;
    std::mt19937_64 m_random;
};

} // namespace rb::vlm
