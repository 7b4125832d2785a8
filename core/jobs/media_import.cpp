#include "core/jobs/media_import.h"

#include "core/media/image.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace rb::jobs {
namespace {

const QStringList& pictureEndings() {
    static const QStringList endings{QStringLiteral("*.png"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"),
                                     QStringLiteral("*.webp"), QStringLiteral("*.bmp"), QStringLiteral("*.tif"),
                                     QStringLiteral("*.tiff"), QStringLiteral("*.gif")};
    return endings;
}

Result<project::Media> mediaFor(const project::Project& project, const QString& file) {
    const auto header = media::readImageHeader(file.toStdString());
    if (!header.ok()) return header.error();
    const QFileInfo info(file);
    const QString inside = QDir(project.folder()).relativeFilePath(info.absoluteFilePath());
    project::Media media;
    const bool outside = inside.startsWith(QStringLiteral("../")) || QDir::isAbsolutePath(inside);
    media.root = outside ? info.absolutePath() : QString();
    media.path = outside ? info.fileName() : inside;
    media.byteSize = info.size();
    media.width = header->shownWidth();
    media.height = header->shownHeight();
    media.exifOrientation = header->exifOrientation;
    return media;
}

} // namespace

bool isPictureName(const QString& path) { return QDir::match(pictureEndings(), QFileInfo(path).fileName()); }

QStringList picturesAt(const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        const QDir folder(path);
        for (const QFileInfo& info : folder.entryInfoList(pictureEndings(), QDir::Files, QDir::Name | QDir::LocaleAware))
            files.append(info.absoluteFilePath());
    }
    return files;
}

Result<ImportOutcome> addPictures(project::Project& project, const QStringList& paths) {
    QHash<QString, project::Id> known;
    for (const project::Media& media : project.allMedia()) known.insert(project.filePath(media), media.id);
    ImportOutcome outcome;
    std::vector<project::Media> fresh;
    for (const QString& file : picturesAt(paths)) {
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
    const Status status = project.edit(QCoreApplication::translate("Edits", "Add pictures"), [&](project::Edit& edit) {
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
