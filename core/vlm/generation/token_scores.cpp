#include "core/vlm/generation/token_scores.h"

#include "core/vlm/generation/exponential.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_set>
#include <vector>

namespace rb::vlm {

static constexpr float kForbidden = -std::numeric_limits<float>::infinity();

static constexpr std::size_t kLanes = 16; ///< side by side, so that the loops become vector code

static float highestOf(std::span<const float> values) {
    std::array<float, kLanes> lanes;
    lanes.fill(kForbidden);
    std::size_t i = 0;
    for (; i + kLanes <= values.size(); i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] = values[i + lane] > lanes[lane] ? values[i + lane] : lanes[lane];
    for (; i < values.size(); ++i) lanes[0] = std::max(lanes[0], values[i]);
    return *std::max_element(lanes.begin(), lanes.end());
}

static double sumOf(std::span<const float> values) {
    std::array<double, kLanes> lanes{};
    std::size_t i = 0;
    for (; i + kLanes <= values.size(); i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += static_cast<double>(values[i + lane]);
    for (; i < values.size(); ++i) lanes[0] += static_cast<double>(values[i]);
    return std::accumulate(lanes.begin(), lanes.end(), 0.0);
}

static double weightsBelow(float highest, std::span<const float> logits, std::span<float> out) {
    for (std::size_t i = 0; i < logits.size(); ++i) out[i] = exponential(logits[i] - highest);
    return sumOf(out);
}

double softmaxWeights(std::span<const float> logits, std::span<float> out) {
    return weightsBelow(highestOf(logits), logits, out);
}

void logSoftmax(std::span<const float> logits, std::span<float> out) {
    const float highest = highestOf(logits);
    const auto logSum = static_cast<float>(std::log(weightsBelow(highest, logits, out)));
    // Two subtractions, as torch does: highest + log(sum) would round away digits of large logits.
    for (std::size_t i = 0; i < logits.size(); ++i) out[i] = logits[i] - highest - logSum;
}

static bool inVocabulary(TokenId token, std::span<const float> scores) {
    return token >= 0 && static_cast<std::size_t>(token) < scores.size();
}

static void penaliseRepetition(std::span<float> scores, const SequenceSoFar& sequence, float penalty) {
    std::unordered_set<TokenId> seen(sequence.history.begin(), sequence.history.end());
    seen.insert(sequence.tokens.begin(), sequence.tokens.end());
    for (const TokenId token : seen) {
        if (!inVocabulary(token, scores)) continue;
        float& score = scores[static_cast<std::size_t>(token)];
        score = score < 0 ? score * penalty : score / penalty;
    }
}

static void forbidRepeatedNgrams(std::span<float> scores, const SequenceSoFar& sequence, std::size_t n) {
    std::vector<TokenId> ids(sequence.history.begin(), sequence.history.end());
    ids.insert(ids.end(), sequence.tokens.begin(), sequence.tokens.end());
    if (ids.size() + 1 < n) return;
    const auto tail = ids.end() - static_cast<std::ptrdiff_t>(n - 1);
    for (std::size_t first = 0; first + n <= ids.size(); ++first) {
        const auto ngram = ids.begin() + static_cast<std::ptrdiff_t>(first);
        const TokenId last = ids[first + n - 1];
        if (std::equal(tail, ids.end(), ngram) && inVocabulary(last, scores))
            scores[static_cast<std::size_t>(last)] = kForbidden;
    }
}

void applyProcessors(std::span<float> scores, const SequenceSoFar& sequence, const GenerationOptions& options,
                     TokenId endToken) {
    if (options.repetitionPenalty != 1.0)
        penaliseRepetition(scores, sequence, static_cast<float>(options.repetitionPenalty));
    if (options.noRepeatNgram > 0)
        forbidRepeatedNgrams(scores, sequence, static_cast<std::size_t>(options.noRepeatNgram));
    if (static_cast<int>(sequence.tokens.size()) < options.minNewTokens && inVocabulary(endToken, scores))
        scores[static_cast<std::size_t>(endToken)] = kForbidden;
}

} // namespace rb::vlm
