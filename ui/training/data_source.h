#pragma once

#include "core/runs/run_data.h"

#include <QObject>
#include <QImage>

#include <functional>

namespace rb::ui {

/// Captions that a query finds.
struct DataCounts {
    int train = 0, val = 0, test = 0; ///< accepted captions
    int pictures = 0, clouds = 0;     ///< that they are of
};

/// Where a training's captions come from. The panel knows a project by these alone; any may be empty.
struct DataSource {
    /// Answers later; a new question of the same asker takes the place of the last, which is never answered.
    std::function<void(const QObject* asker, const QString& query, std::function<void(const Result<DataCounts>&)> answer)> count;
    std::function<Result<std::vector<runs::RunItem>>(const QString& query)> items;
    std::function<QImage(const runs::RunItem& item, QSize size)> picture; ///< the region, for showing beside its captions; called on any thread
};

} // namespace rb::ui
