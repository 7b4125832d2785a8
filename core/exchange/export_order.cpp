#include "core/exchange/export_order.h"

namespace rb::exchange {

Result<formats::LossReport> preview(const ExportOrder& order) {
    const auto project = project::Project::open(order.projectFile);
    if (!project.ok()) return project.error();
    return order.clouds ? previewCloudExport(**project, *order.clouds, order.options) : previewExport(**project, *order.pictures, order.options, order.writing);
}

Result<Exported> carryOut(const ExportOrder& order, const QString& path) {
    const auto project = project::Project::open(order.projectFile);
    if (!project.ok()) return project.error();
    return order.clouds ? exportClouds(**project, *order.clouds, path, order.options) : exportProject(**project, *order.pictures, path, order.options, order.writing);
}

} // namespace rb::exchange
