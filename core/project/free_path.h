#pragma once

#include <QFileInfo>
#include <QString>

namespace rb::project {

/// `stem.rbproject`, or `stem 2.rbproject` and so on where that is taken: two snapshots may be made in one second.
inline QString freePath(const QString& stem) {
    QString path = stem + QStringLiteral(".rbproject");
    for (int i = 2; QFileInfo::exists(path); ++i) path = QStringLiteral("%1 %2.rbproject").arg(stem).arg(i);
    return path;
}

} // namespace rb::project
