#include "core/runs/run_verdict.h"

#include <cmath>
#include <limits>

namespace rb::runs {
namespace {

constexpr std::size_t kFewestSteps = 50;
constexpr double kLeastFall = 0.01;

double meanLoss(const std::vector<jobs::TrainingStep>& steps, std::size_t first, std::size_t count) {
    double sum = 0;
    std::size_t finite = 0;
    for (std::size_t i = first; i < first + count; ++i)
        if (std::isfinite(steps[i].loss)) sum += steps[i].loss, ++finite;
    return finite > 0 ? sum / static_cast<double>(finite) : std::numeric_limits<double>::infinity();
}

bool falls(const std::vector<jobs::TrainingStep>& steps) {
    const std::size_t fifth = steps.size() / 5;
    return meanLoss(steps, steps.size() - fifth, fifth) < (1 - kLeastFall) * meanLoss(steps, 0, fifth);
}

} // namespace

Verdict verdictOf(const RunRecord& record) {
    const QString cider = QStringLiteral("cider"), low = QStringLiteral("cider_low"), high = QStringLiteral("cider_high");
    const auto& scores = record.scores();
    if (scores.size() > 1 && scores.front().step == 0) {
        const auto &base = scores.front().values, &last = scores.back().values;
        if (last.contains(high) && last[high] < base[cider]) return Verdict::WorseThanBase;
        if (base.contains(high) && last[cider] > base[high]) return Verdict::Better;
    }
    if (record.steps().size() < kFewestSteps) return Verdict::TooEarly;
    return falls(record.steps()) ? Verdict::Learning : Verdict::NotLearning;
}

} // namespace rb::runs
