#include "core/metrics/metric_parts.h"
#include "core/metrics/n_grams.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace rb::metrics {
namespace {

constexpr double kSigma = 6;

using AllGrams = std::array<GramCounts, kLongestGram>;

AllGrams allGramsOf(const std::string& text) {
    const auto words = wordsOf(text);
    AllGrams grams;
    for (std::size_t n = 0; n < kLongestGram; ++n) grams[n] = gramsOf(words, n + 1);
    return grams;
}

/// In how many items' references a gram stands.
std::map<std::string, int> documentFrequencies(const std::vector<ScoredItem>& items) {
    std::map<std::string, int> frequencies;
    for (const ScoredItem& item : items) {
        std::set<std::string> seen;
        for (const std::string& reference : item.references)
            for (const GramCounts& grams : allGramsOf(reference))
                for (const auto& [gram, count] : grams) seen.insert(gram);
        for (const std::string& gram : seen) ++frequencies[gram];
    }
    return frequencies;
}

/// A text as one vector of tf-idf weights for each order.
struct Weighted {
    std::array<std::map<std::string, double>, kLongestGram> weights;
    std::array<double, kLongestGram> norm{};
    double length = 0; ///< its bigrams, as pycocoevalcap takes it
};

class CiderWeights {
public:
    explicit CiderWeights(const std::vector<ScoredItem>& items)
        : m_frequencies(documentFrequencies(items)), m_logItems(std::log(static_cast<double>(items.size()))) {}

    Weighted of(const std::string& text) const {
        Weighted result;
        const AllGrams grams = allGramsOf(text);
        for (std::size_t n = 0; n < kLongestGram; ++n) {
            for (const auto& [gram, count] : grams[n]) {
                const auto found = m_frequencies.find(gram);
                const double frequency = std::log(std::max(1.0, found == m_frequencies.end() ? 0.0 : found->second));
                const double weight = count * (m_logItems - frequency);
                result.weights[n][gram] = weight;
                result.norm[n] += weight * weight;
                if (n == 1) result.length += count;
            }
            result.norm[n] = std::sqrt(result.norm[n]);
        }
        return result;
    }

private:
    std::map<std::string, int> m_frequencies;
    double m_logItems;
};

double similarity(const Weighted& candidate, const Weighted& reference) {
    const double delta = candidate.length - reference.length;
    double sum = 0;
    for (std::size_t n = 0; n < kLongestGram; ++n) {
        double product = 0;
        for (const auto& [gram, weight] : candidate.weights[n])
            if (const auto found = reference.weights[n].find(gram); found != reference.weights[n].end())
                product += std::min(weight, found->second) * found->second;
        if (candidate.norm[n] != 0 && reference.norm[n] != 0) product /= candidate.norm[n] * reference.norm[n];
        sum += product * std::exp(-delta * delta / (2 * kSigma * kSigma));
    }
    return sum / static_cast<double>(kLongestGram);
}

} // namespace

void addCider(const std::vector<ScoredItem>& items, ScoreReport& report) {
    const CiderWeights weights(items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Weighted candidate = weights.of(items[i].candidate);
        double sum = 0;
        for (const std::string& reference : items[i].references) sum += similarity(candidate, weights.of(reference));
        const double mean = items[i].references.empty() ? 0 : sum / static_cast<double>(items[i].references.size());
        report.items[i].cider = 10 * mean;
        report.corpus.cider += report.items[i].cider / static_cast<double>(items.size());
    }
}

} // namespace rb::metrics
