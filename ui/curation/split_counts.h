#pragma once

#include "core/query/splits.h"

namespace rb::ui {

/// How many media a split has now and would have after a plan.
struct SplitCount {
    QString name;
    qint64 now = 0, after = 0;
};

/// train, val and test; then media of no split and of splits with other names, where there are any.
/// `media`: how many the project has.
std::vector<SplitCount> splitCounts(const query::SplitPlan& plan, qint64 media);

} // namespace rb::ui
