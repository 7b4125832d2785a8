#pragma once

#include <QDateTime>
#include <QFileInfo>
#include <QString>

namespace rb::jobs {

/// Another text when the file is another, or its content was changed.
inline QString fileKey(const QString& file) {
    const QFileInfo info(file);
    return QStringLiteral("%1|%2|%3").arg(info.absoluteFilePath()).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
}

} // namespace rb::jobs
