#include "core/metrics/metric_parts.h"

#include <algorithm>
#include <string_view>

namespace rb::metrics {
namespace {

constexpr double kBeta = 1.2;

// pycocoevalcap splits at single spaces here, so that an empty text is one empty word.
std::vector<std::string_view> splitAtSpaces(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::size_t longestCommonSubsequence(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const std::string_view word : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = word == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
            diagonal = above;
        }
    }
    return row.back();
}

double rougeOf(const ScoredItem& item) {
    const auto candidate = splitAtSpaces(item.candidate);
    double precision = 0, recall = 0;
    for (const std::string& text : item.references) {
        const auto reference = splitAtSpaces(text);
        const auto common = static_cast<double>(longestCommonSubsequence(candidate, reference));
        precision = std::max(precision, common / static_cast<double>(candidate.size()));
        recall = std::max(recall, common / static_cast<double>(reference.size()));
    }
    if (precision == 0 || recall == 0) return 0;
    return (1 + kBeta * kBeta) * precision * recall / (recall + kBeta * kBeta * precision);
}

} // namespace

void addRougeL(const std::vector<ScoredItem>& items, ScoreReport& report) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        report.items[i].rougeL = rougeOf(items[i]);
        report.corpus.rougeL += report.items[i].rougeL / static_cast<double>(items.size());
    }
}

} // namespace rb::metrics
