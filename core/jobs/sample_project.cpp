#include "core/jobs/sample_project.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace rb::jobs {
namespace {

constexpr qsizetype kBarePictures = 4;

project::Caption acceptedCaption(project::Id media, project::Id region, const QJsonObject& object) {
    project::Caption caption;
    caption.media = media;
    caption.region = region;
    caption.text = object.value(QStringLiteral("caption")).toString();
    caption.state = project::CaptionState::Accepted;
    return caption;
}

void addSample(project::Edit& edit, const QString& folder, const QJsonObject& sample, bool bare) {
    project::Media media;
    media.root = folder;
    media.path = sample.value(QStringLiteral("file")).toString();
    media.byteSize = QFileInfo(QDir(folder).filePath(media.path)).size();
    media.width = sample.value(QStringLiteral("width")).toInt();
    media.height = sample.value(QStringLiteral("height")).toInt();
    const project::Id id = edit.insert(media);
    if (bare) return;
    edit.insert(acceptedCaption(id, 0, sample));
    for (const QJsonValue& value : sample.value(QStringLiteral("regions")).toArray()) {
        const QJsonObject object = value.toObject();
        const QJsonArray box = object.value(QStringLiteral("bbox")).toArray();
        project::Region region;
        region.media = id;
        region.shape.box = {box.at(0).toDouble(), box.at(1).toDouble(), box.at(2).toDouble(), box.at(3).toDouble()};
        const project::Id regionId = edit.insert(region);
        edit.insert(acceptedCaption(id, regionId, object));
    }
}

} // namespace

Result<std::unique_ptr<project::Project>> openSampleProject(const QString& path, const QString& samples) {
    if (QFile::exists(path)) return project::Project::open(path);
    QFile file(QDir(samples).filePath(QStringLiteral("samples.json")));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotFound, "The sample pictures are missing: " + file.fileName().toStdString() + "."};
    const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto created = project::Project::create(path);
    if (!created.ok()) return created;
    const Status filled = (*created)->edit(QCoreApplication::translate("Edits", "Add sample pictures"), [&](project::Edit& edit) {
        for (qsizetype i = 0; i < all.size(); ++i)
            addSample(edit, samples, all.at(i).toObject(), i >= all.size() - kBarePictures);
    });
    if (!filled.ok()) {
        created->reset();
        QFile::remove(path); // half a sample would be opened as it is the next time
        return filled.error();
    }
    return created;
}

} // namespace rb::jobs
