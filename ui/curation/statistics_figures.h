#pragma once

#include "core/query/statistics.h"

namespace rb::ui {

/// A number of the project in words.
struct Figure {
    QString name;
    QString value; ///< empty: there is nothing to tell
};

/// Always the same figures in the same order.
std::vector<Figure> figuresOf(const query::Statistics& statistics);

} // namespace rb::ui
