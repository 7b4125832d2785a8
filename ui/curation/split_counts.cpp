#include "ui/curation/split_counts.h"

#include <QCoreApplication>

#include <algorithm>

namespace rb::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("SplitCounts", text); }

enum Place : std::size_t { Train, Val, Test, None, Others };

Place placeOf(const QString& split) {
    if (split.isEmpty()) return None;
    if (split == QLatin1String("train")) return Train;
    if (split == QLatin1String("val")) return Val;
    return split == QLatin1String("test") ? Test : Others;
}

} // namespace

std::vector<SplitCount> splitCounts(const query::SplitPlan& plan, qint64 media) {
    const qint64 after[] = {plan.train, plan.val, plan.test, 0, media - plan.train - plan.val - plan.test};
    const QString names[] = {QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test"), tr("none"), tr("others")};
    std::vector<SplitCount> counts;
    for (const Place place : {Train, Val, Test, None, Others}) counts.push_back({names[place], after[place], after[place]});
    for (const query::SplitChange& change : plan.changes) {
        ++counts[placeOf(change.before)].now;
        --counts[placeOf(change.after)].now;
    }
    const auto unused = [](const SplitCount& count) { return count.now == 0 && count.after == 0; };
    counts.erase(std::remove_if(counts.begin() + None, counts.end(), unused), counts.end());
    return counts;
}

} // namespace rb::ui
