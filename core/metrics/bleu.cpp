#include "core/metrics/metric_parts.h"
#include "core/metrics/n_grams.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rb::metrics {
namespace {

// pycocoevalcap's guards against empty counts.
constexpr double kSmall = 1e-9, kTiny = 1e-15;

/// What BLEU counts of one caption, or of all.
struct BleuCounts {
    std::array<double, kLongestGram> guessed{}, correct{};
    double candidateLength = 0, referenceLength = 0;
};

std::size_t closestLength(const std::vector<std::vector<std::string_view>>& references, std::size_t length) {
    const auto distance = [length](std::size_t other) { return other > length ? other - length : length - other; };
    std::size_t best = references.empty() ? 0 : references.front().size();
    for (const auto& reference : references) {
        const std::size_t other = reference.size();
        if (distance(other) < distance(best) || (distance(other) == distance(best) && other < best)) best = other;
    }
    return best;
}

BleuCounts countsOf(const ScoredItem& item) {
    const auto candidate = wordsOf(item.candidate);
    std::vector<std::vector<std::string_view>> references;
    for (const std::string& reference : item.references) references.push_back(wordsOf(reference));
    BleuCounts counts;
    counts.candidateLength = static_cast<double>(candidate.size());
    counts.referenceLength = static_cast<double>(closestLength(references, candidate.size()));
    for (std::size_t n = 1; n <= kLongestGram; ++n) {
        GramCounts most;
        for (const auto& reference : references)
            for (const auto& [gram, count] : gramsOf(reference, n)) most[gram] = std::max(most[gram], count);
        counts.guessed[n - 1] = std::max(0.0, counts.candidateLength - static_cast<double>(n) + 1);
        for (const auto& [gram, count] : gramsOf(candidate, n))
            if (const auto found = most.find(gram); found != most.end()) counts.correct[n - 1] += std::min(count, found->second);
    }
    return counts;
}

std::array<double, 4> bleuOf(const BleuCounts& counts) {
    std::array<double, 4> bleu{};
    double product = 1;
    const double ratio = (counts.candidateLength + kTiny) / (counts.referenceLength + kSmall);
    const double penalty = ratio < 1 ? std::exp(1 - 1 / ratio) : 1;
    for (std::size_t n = 0; n < kLongestGram; ++n) {
        product *= (counts.correct[n] + kTiny) / (counts.guessed[n] + kSmall);
        bleu[n] = std::pow(product, 1.0 / static_cast<double>(n + 1)) * penalty;
    }
    return bleu;
}

} // namespace

void addBleu(const std::vector<ScoredItem>& items, ScoreReport& report) {
    BleuCounts all;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const BleuCounts own = countsOf(items[i]);
        report.items[i].bleu = bleuOf(own);
        all.candidateLength += own.candidateLength;
        all.referenceLength += own.referenceLength;
        for (std::size_t n = 0; n < kLongestGram; ++n) {
            all.guessed[n] += own.guessed[n];
            all.correct[n] += own.correct[n];
        }
    }
    report.corpus.bleu = bleuOf(all);
}

} // namespace rb::metrics
