#include "app/shared/resource_folder.h"

#include <QCoreApplication>
#include <QDir>

namespace rb::app {

std::filesystem::path resourceFolder() {
    const QString chosen = qEnvironmentVariable("REGIONBLIP_RESOURCES");
    if (!chosen.isEmpty()) return chosen.toStdString();
    const QDir installed(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/regionblip-studio"));
    if (installed.exists()) return QDir::cleanPath(installed.absolutePath()).toStdString();
    return RB_SOURCE_RESOURCES;
}

std::filesystem::path embeddedModelFolder() { return resourceFolder() / "models" / "regionblip-mini"; }

} // namespace rb::app
