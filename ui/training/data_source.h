#pragma once

#include "core/runs/run_data.h"

#include <QPixmap>

#include <functional>

namespace rb::ui {

/// Captions that a query finds.
struct DataCounts {
    int train = 0, val = 0, test = 0; ///< accepted captions
    int pictures = 0;                 ///< that they are of
};

/// Where a training's captions come from. The panel knows a project by these alone; any may be empty.
struct DataSource {
    std::function<Result<DataCounts>(const QString& query)> count;
    std::function<Result<std::vector<runs::RunItem>>(const QString& query)> items;
    std::function<QPixmap(const runs::RunItem& item, QSize size)> picture; ///< the region, for showing beside its captions
};

} // namespace rb::ui
