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

project::Caption captionIn(project::CaptionState state, project::Id media, project::Id region, const QJsonObject& object) {
    project::Caption caption;
    caption.media = media;
    caption.region = region;
    caption.text = object.value(QStringLiteral("caption")).toString();
    caption.state = state;
    return caption;
}

project::Id insertPicture(project::Edit& edit, const QString& folder, const QJsonObject& sample) {
    project::Media media;
    media.root = folder;
    media.path = sample.value(QStringLiteral("file")).toString();
    media.byteSize = QFileInfo(QDir(folder).filePath(media.path)).size();
    media.width = sample.value(QStringLiteral("width")).toInt();
    media.height = sample.value(QStringLiteral("height")).toInt();
    media.split = sample.value(QStringLiteral("split")).toString();
    return edit.insert(media);
}

void insertCaptions(project::Edit& edit, project::Id media, const QJsonObject& sample, project::CaptionState state) {
    if (sample.contains(QStringLiteral("caption"))) edit.insert(captionIn(state, media, 0, sample));
    for (const QJsonValue& value : sample.value(QStringLiteral("regions")).toArray()) {
        const QJsonObject object = value.toObject();
        const QJsonArray box = object.value(QStringLiteral("bbox")).toArray();
        project::Region region;
        region.media = media;
        region.shape.box = {box.at(0).toDouble(), box.at(1).toDouble(), box.at(2).toDouble(), box.at(3).toDouble()};
        edit.insert(captionIn(state, media, edit.insert(region), object));
    }
}

Result<QJsonArray> listIn(const QString& samples, const QString& name) {
    QFile file(QDir(samples).filePath(name));
    if (!file.open(QIODevice::ReadOnly)) return Error{ErrorCode::FileNotFound, "The sample pictures are missing: " + file.fileName().toStdString() + "."};
    return QJsonDocument::fromJson(file.readAll()).array();
}

} // namespace

Result<std::unique_ptr<project::Project>> openSampleProject(const QString& path, const QString& samples) {
    if (QFile::exists(path)) return project::Project::open(path);
    const auto shown = listIn(samples, QStringLiteral("samples.json")), review = listIn(samples, QStringLiteral("review.json"));
    if (!shown.ok()) return shown.error();
    if (!review.ok()) return review.error();
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto created = project::Project::create(path);
    if (!created.ok()) return created;
    const Status filled = (*created)->edit(QCoreApplication::translate("Edits", "Add sample pictures"), [&](project::Edit& edit) {
        for (qsizetype i = 0; i < shown->size(); ++i) {
            const QJsonObject sample = shown->at(i).toObject();
            const project::Id media = insertPicture(edit, samples, sample);
            if (i < shown->size() - kBarePictures) insertCaptions(edit, media, sample, project::CaptionState::Accepted);
        }
        for (const QJsonValue& sample : *review) insertCaptions(edit, insertPicture(edit, samples, sample.toObject()), sample.toObject(), project::CaptionState::Draft);
    });
    if (!filled.ok()) {
        created->reset();
        QFile::remove(path); // half a sample would be opened as it is the next time
        return filled.error();
    }
    return created;
}

} // namespace rb::jobs
