#include "core/jobs/media_import.h"

#include "core/clouds/cloud_reader.h"
#include "core/media/image.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace rb::jobs {
namespace {

const QStringList& pictureEndings() {
    static const QStringList endings{QStringLiteral("*.png"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"),
                                     QStringLiteral("*.webp"), QStringLiteral("*.bmp"), QStringLiteral("*.tif"),
                                     QStringLiteral("*.tiff"), QStringLiteral("*.gif")};
    return endings;
}

const QStringList& cloudEndings() {
    static const QStringList endings{QStringLiteral("*.ply"), QStringLiteral("*.pcd"), QStringLiteral("*.las"), QStringLiteral("*.laz"),
                                     QStringLiteral("*.npy"), QStringLiteral("*.npz"), QStringLiteral("*.xyz")};
    return endings;
}

/// What the header of a picture or a cloud says.
Status readHeader(const QString& file, project::Media& media) {
    if (!isPictureName(file) && clouds::isCloudFile(file.toStdString())) {
        const auto header = clouds::readCloudHeader(file.toStdString());
        if (!header.ok()) return header.error();
        media.kind = project::MediaKind::Cloud;
        media.pointCount = static_cast<qint64>(header->points);
        return {};
    }
    const auto header = media::readImageHeader(file.toStdString());
    if (!header.ok()) return header.error();
    media.width = header->shownWidth();
    media.height = header->shownHeight();
    media.exifOrientation = header->exifOrientation;
    return {};
}

Result<project::Media> mediaFor(const project::Project& project, const QString& file) {
    const QFileInfo info(file);
    project::Media media;
    project.setFilePath(media, info.absoluteFilePath());
    media.byteSize = info.size();
    if (Status read = readHeader(file, media); !read.ok()) return read.error();
    return media;
}

} // namespace

bool isPictureName(const QString& path) { return QDir::match(pictureEndings(), QFileInfo(path).fileName()); }

bool isMediaName(const QString& path) { return QDir::match(pictureEndings() + cloudEndings(), QFileInfo(path).fileName()); }

QStringList mediaAt(const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        const QDir folder(path);
        for (const QFileInfo& info : folder.entryInfoList(pictureEndings() + cloudEndings(), QDir::Files, QDir::Name | QDir::LocaleAware))
            files.append(info.absoluteFilePath());
    }
    return files;
}

Result<ImportOutcome> addMedia(project::Project& project, const QStringList& paths) {
    QHash<QString, project::Id> known;
    for (const project::Media& media : project.allMedia()) known.insert(project.filePath(media), media.id);
    ImportOutcome outcome;
    std::vector<project::Media> fresh;
    for (const QString& file : mediaAt(paths)) {
        const auto found = known.constFind(QDir::cleanPath(QFileInfo(file).absoluteFilePath()));
        if (found != known.constEnd()) {
            ++outcome.known;
            if (!outcome.first) outcome.first = *found;
            continue;
        }
        const Result<project::Media> media = mediaFor(project, file);
        if (media.ok()) fresh.push_back(*media);
        else outcome.refused.append(QString::fromStdString(media.error().message));
    }
    if (fresh.empty()) return outcome;
    const bool pictures = std::any_of(fresh.begin(), fresh.end(), [](const project::Media& media) { return media.kind == project::MediaKind::Image; });
    const QString name = pictures ? QCoreApplication::translate("Edits", "Add pictures") : QCoreApplication::translate("Edits", "Add clouds");
    const Status status = project.edit(name, [&](project::Edit& edit) {
        for (const project::Media& media : fresh) {
            const project::Id id = edit.insert(media);
            if (!outcome.first) outcome.first = id;
        }
    });
    if (!status.ok()) return status.error();
    outcome.added = static_cast<int>(fresh.size());
    return outcome;
}

} // namespace rb::jobs
