#include "core/exchange/relink.h"

#include "core/base/sha256.h"
#include "core/project/rows.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMultiHash>

namespace rb::exchange {
namespace {

using project::Media;

QByteArray hashOf(const QString& file) {
    const auto digits = sha256OfFile(QFile::encodeName(file).toStdString());
    return digits.ok() ? QByteArray::fromHex(QByteArray::fromStdString(*digits)) : QByteArray();
}

/// Files under a folder by size: only those of a missing file's size are ever read.
QMultiHash<qint64, QString> filesBySize(const QString& folder, const QSet<qint64>& sizes, const std::stop_token& stop) {
    QMultiHash<qint64, QString> files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext() && !stop.stop_requested()) {
        const QString file = all.next();
        if (const qint64 size = all.fileInfo().size(); sizes.contains(size)) files.insert(size, file);
    }
    return files;
}

QString foundAgain(const Media& media, const QMultiHash<qint64, QString>& files) {
    QStringList sameName;
    for (const QString& file : files.values(media.byteSize)) {
        if (!media.sha256.isEmpty() && hashOf(file) == media.sha256) return file;
        if (media.sha256.isEmpty() && QFileInfo(file).fileName() == QFileInfo(media.path).fileName()) sameName.append(file);
    }
    return sameName.size() == 1 ? sameName.front() : QString();
}

} // namespace

Result<FoundMedia> findMedia(const project::Database& database, const QString& projectFolder, const QString& folder, const std::stop_token& stop) {
    if (!QFileInfo(folder).isDir()) return Error{ErrorCode::FileNotFound, "There is no folder " + folder.toStdString() + "."};
    std::vector<Media> missing;
    QSet<qint64> sizes;
    for (Media& media : project::readMedia(database.handle(), "ORDER BY path, id")) {
        if (QFileInfo::exists(project::filePath(media, projectFolder))) continue;
        sizes.insert(media.byteSize);
        missing.push_back(std::move(media));
    }
    FoundMedia found;
    const auto files = filesBySize(QFileInfo(folder).absoluteFilePath(), sizes, stop);
    for (const Media& media : missing) {
        if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "The search for moved pictures was stopped."};
        const QString file = foundAgain(media, files);
        if (file.isEmpty()) found.unfound.append(media.path);
        else found.files.insert(media.id, file);
    }
    return found;
}

Status relinkMedia(project::Project& project, const FoundMedia& found) {
    if (found.files.isEmpty()) return {};
    return project.edit(QCoreApplication::translate("Edits", "Relink media"), [&](project::Edit& edit) {
        for (const auto& [id, file] : found.files.asKeyValueRange())
            if (auto media = project.media(id)) {
                project.setFilePath(*media, file);
                edit.update(*media);
            }
    });
}

Result<int> hashMedia(project::Project& project, int most) {
    int without = 0;
    std::vector<Media> hashed;
    for (Media& media : project.allMedia()) {
        if (!media.sha256.isEmpty()) continue;
        ++without;
        if (static_cast<int>(hashed.size()) >= most) continue;
        media.sha256 = hashOf(project.filePath(media));
        if (!media.sha256.isEmpty()) hashed.push_back(std::move(media));
    }
    if (hashed.empty()) return without;
    const Status status = project.edit(QCoreApplication::translate("Edits", "Remember the pictures' content"), [&](project::Edit& edit) {
        for (const Media& media : hashed) edit.update(media);
    });
    if (!status.ok()) return status.error();
    return without - static_cast<int>(hashed.size());
}

QStringList changedMedia(const project::Project& project) {
    QStringList changed;
    for (const Media& media : project.allMedia()) {
        const QString file = project.filePath(media);
        const QFileInfo info(file);
        if (!info.exists()) continue;
        const bool same = info.size() == media.byteSize && (media.sha256.isEmpty() || hashOf(file) == media.sha256);
        if (!same) changed.append(file);
    }
    return changed;
}

} // namespace rb::exchange
