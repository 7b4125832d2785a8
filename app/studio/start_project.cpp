#include "app/studio/start_project.h"

#include "app/shared/resource_folder.h"
#include "app/studio/sample_clouds.h"
#include "core/jobs/sample_project.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace rb::studio {

using Opened = Result<std::unique_ptr<project::Project>>;

static QString dataFolder() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder;
}

static Opened openOrCreate(const QString& path) {
    return QFileInfo::exists(path) ? project::Project::open(path) : project::Project::create(path);
}

static QString samplePath() { return dataFolder() + QStringLiteral("/sample.rbproject"); }

bool isSample(const project::Project& project) { return QFileInfo(project.path()) == QFileInfo(samplePath()); }

Opened openSample() {
    const auto samples = QString::fromStdString((app::embeddedModelFolder() / "samples").string());
    const bool isNew = !QFileInfo::exists(samplePath());
    auto opened = jobs::openSampleProject(samplePath(), samples);
    if (!isNew || !opened.ok()) return opened;
    if (Status added = addSampleClouds(**opened, dataFolder() + QStringLiteral("/sample-clouds")); !added.ok()) return added.error();
    return opened;
}

Opened startProject(const QStringList& paths) {
    if (paths.isEmpty()) return openSample();
    const QFileInfo first(paths.first());
    if (first.suffix() == QLatin1String("rbproject")) return openOrCreate(first.absoluteFilePath());
    if (!first.exists()) return Error{ErrorCode::FileNotFound, "There is no file or folder '" + paths.first().toStdString() + "'."};
    const QDir folder(first.isDir() ? first.absoluteFilePath() : first.absolutePath());
    const QString name = folder.dirName() + QStringLiteral(".rbproject");
    Opened beside = openOrCreate(folder.absoluteFilePath(name));
    if (beside.ok() || QFileInfo::exists(folder.absoluteFilePath(name))) return beside;
    return openOrCreate(dataFolder() + QLatin1Char('/') + name);
}

} // namespace rb::studio
