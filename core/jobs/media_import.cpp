#include "core/jobs/media_import.h"

#include "core/clouds/cloud_reader.h"
#include "core/media/image.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

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

static QStringList mediaIn(const QString& folder, const std::stop_token& stop) {
    // What projects keep beside them, and what scenes hold besides their points.
    static const QRegularExpression others(QStringLiteral("\\.(backups|rbproject\\.[a-z]+)/|_(bbox|label)\\.npy$"));
    QStringList files;
    QDirIterator all(folder, pictureEndings() + cloudEndings(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext() && !stop.stop_requested()) {
        const QString file = QDir(folder).relativeFilePath(all.next());
        if (!file.contains(others)) files.append(file);
    }
    std::ranges::sort(files, [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
    for (QString& file : files) file = QDir(folder).absoluteFilePath(file);
    return files;
}

QStringList mediaAt(const QStringList& paths, const std::stop_token& stop) {
    QStringList files;
    for (const QString& path : paths) {
        if (QFileInfo(path).isDir()) files += mediaIn(path, stop);
        else files.append(path);
    }
    return files;
}

static QHash<QString, project::Id> filesOf(const project::Project& project) {
    QHash<QString, project::Id> files;
    for (const project::Media& media : project.allMedia()) files.insert(project.filePath(media), media.id);
    return files;
}

Result<ReadMedia> readMedia(const project::Project& project, const QStringList& paths, const std::stop_token& stop) {
    const QHash<QString, project::Id> known = filesOf(project);
    ReadMedia read;
    for (const QString& file : mediaAt(paths, stop)) {
        if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "The reading of pictures was stopped."};
        const auto found = known.constFind(QDir::cleanPath(QFileInfo(file).absoluteFilePath()));
        if (found != known.constEnd()) {
            ++read.known;
            if (!read.firstKnown) read.firstKnown = *found;
            continue;
        }
        Result<project::Media> media = mediaFor(project, file);
        if (media.ok()) read.fresh.push_back(std::move(*media));
        else read.refused.append(QString::fromStdString(media.error().message));
    }
    return read;
}

Result<InsertedMedia> insertMedia(project::Project& project, const std::vector<project::Media>& media) {
    InsertedMedia inserted;
    if (media.empty()) return inserted;
    const bool pictures = std::ranges::any_of(media, [](const project::Media& each) { return each.kind == project::MediaKind::Image; });
    const QString name = pictures ? QCoreApplication::translate("Edits", "Add pictures") : QCoreApplication::translate("Edits", "Add clouds");
    const QHash<QString, project::Id> known = filesOf(project);
    const Status status = project.edit(name, [&](project::Edit& edit) {
        for (const project::Media& each : media) {
            if (known.contains(project.filePath(each))) continue;
            const project::Id id = edit.insert(each);
            if (!inserted.first) inserted.first = id;
            ++inserted.added;
        }
    });
    if (!status.ok()) return status.error();
    return inserted;
}

} // namespace rb::jobs
