#include "core/vlm/generation/sampling.h"

#include "core/vlm/generation/token_scores.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rb::vlm {

TokenChooser::TokenChooser(const GenerationOptions& options, const GenerationContext& context, std::uint64_t stream)
    : m_options(options), m_context(context) {
    std::seed_seq seed{options.seed & 0xffffffffu, options.seed >> 32, stream & 0xffffffffu, stream >> 32};
    m_random.seed(seed);
}

TokenChooser::Choice TokenChooser::choose(std::span<const float> logits, std::span<const TokenId> tokensSoFar) {
    std::vector<float> processed(logits.begin(), logits.end());
    applyProcessors(processed, {m_context.history, tokensSoFar}, m_options, m_context.endToken);
    const bool draws = m_options.sample && m_options.temperature > 0;
    const TokenId token =
        draws ? drawn(processed)
              : static_cast<TokenId>(std::max_element(processed.begin(), processed.end()) - processed.begin());
    std::vector<float>& own = processed;
    logSoftmax(logits, own);
    return {token, own[static_cast<std::size_t>(token)]};
}

/// The most probable tokens until their mass reaches `mass`, at least one; most probable first.
/// Sorts in growing parts, since the nucleus is mostly a small part of the vocabulary.
static std::vector<TokenId> nucleus(std::span<const float> weights, double mass) {
    const auto weight = [&](TokenId token) { return weights[static_cast<std::size_t>(token)]; };
    const auto before = [&](TokenId a, TokenId b) {
        return weight(a) != weight(b) ? weight(a) > weight(b) : a < b;
    };
    std::vector<TokenId> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    double kept = 0;
    std::ptrdiff_t part = 64;
    for (auto begin = order.begin(); begin != order.end(); part *= 4) {
        const auto end = begin + std::min(part, order.end() - begin);
        if (end != order.end()) std::nth_element(begin, end, order.end(), before);
        std::sort(begin, end, before);
        for (; begin != end; ++begin) {
            kept += static_cast<double>(weight(*begin));
            if (kept < mass) continue;
            order.erase(begin + 1, order.end());
            return order;
        }
    }
    return order;
}

TokenId TokenChooser::drawn(std::span<float> processed) {
    const auto temperature = static_cast<float>(m_options.temperature);
    for (float& value : processed) value /= temperature;
    std::vector<float> weights(processed.size());
    double mass = softmaxWeights(processed, weights);
    std::vector<TokenId> tokens(weights.size());
    std::iota(tokens.begin(), tokens.end(), 0);
    const auto weight = [&](TokenId token) { return static_cast<double>(weights[static_cast<std::size_t>(token)]); };
    if (m_options.topP < 1) {
        tokens = nucleus(weights, mass * m_options.topP);
        mass = std::accumulate(tokens.begin(), tokens.end(), 0.0,
                               [&](double sum, TokenId token) { return sum + weight(token); });
    }
    // 53 random bits make the same double on every platform, unlike std::uniform_real_distribution.
    double left = static_cast<double>(m_random() >> 11) * 0x1.0p-53 * mass;
    TokenId last = tokens.front();
    for (const TokenId token : tokens) {
        if (weight(token) > 0) last = token; // rounding may leave a little; a forbidden one never gets it
        left -= weight(token);
        if (left < 0) break;
    }
    return last;
}

} // namespace rb::vlm
