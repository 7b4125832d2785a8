#pragma once

#include "core/exchange/clouds/cloud_export.h"

namespace rb::exchange {

/// An export as a value: it opens the project itself, and so may be previewed and run on any thread while the project is
/// open elsewhere.
struct ExportOrder {
    QString projectFile;
    const formats::Format* pictures = nullptr; ///< one of the two
    const CloudFormat* clouds = nullptr;
    ExportOptions options;
    formats::WriteOptions writing = {};
};

Result<formats::LossReport> preview(const ExportOrder& order);
/// As exportProject(), and exportClouds().
Result<Exported> carryOut(const ExportOrder& order, const QString& path);

} // namespace rb::exchange
