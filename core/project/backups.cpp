#include "core/project/backups.h"

#include "core/project/database.h"
#include "core/project/project_lock.h"
#include "core/project/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rb::project {
namespace {

constexpr auto kTimeFormat = "yyyyMMdd-HHmmss-zzz";

QString timeText() { return QDateTime::currentDateTime().toString(QLatin1String(kTimeFormat)); }

QDir folderOf(const QString& projectFile) {
    const QFileInfo info(projectFile);
    return QDir(info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".backups"));
}

/// Tells two states of a project apart: its last edit and how many are done.
QString stateOf(const QString& file) {
    const auto database = Database::open(file, false);
    if (!database.ok()) return {};
    Statement statement((*database)->handle(), "SELECT ifnull(max(id), 0) || ' ' || ifnull(sum(undone = 0), 0) || ' ' || ifnull(max(time), 0) FROM journal");
    return statement.next() ? statement.text(0) : QString();
}

} // namespace

Status copyProject(const QString& from, const QString& to) {
    const auto database = Database::open(from, false);
    if (!database.ok()) return database.error();
    const QString partial = to + QStringLiteral(".partial");
    QFile::remove(partial);
    if (Status made = Statement((*database)->handle(), "VACUUM INTO ?").bind(partial).run(); !made.ok()) {
        QFile::remove(partial);
        return made;
    }
    if (QFile::rename(partial, to)) return {};
    return Error{ErrorCode::WriteFailed, to.toStdString() + " could not be written."};
}

QStringList backupsOf(const QString& projectFile) {
    const QDir folder = folderOf(projectFile);
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.rbproject")}, QDir::Files, QDir::Name | QDir::Reversed))
        paths.append(folder.absoluteFilePath(name));
    return paths;
}

Result<QString> backUp(const QString& projectFile, int keep) {
    if (Status ours = checkHeader(projectFile); !ours.ok()) return ours.error();
    QStringList backups = backupsOf(projectFile);
    if (!backups.isEmpty() && stateOf(backups.front()) == stateOf(projectFile)) return backups.front();
    const QDir folder = folderOf(projectFile);
    if (!folder.mkpath(QStringLiteral("."))) return Error{ErrorCode::WriteFailed, folder.path().toStdString() + " could not be made."};
    const QString fresh = folder.absoluteFilePath(timeText() + QStringLiteral(".rbproject"));
    if (Status made = copyProject(projectFile, fresh); !made.ok()) return made.error();
    backups.prepend(fresh);
    while (backups.size() > keep) QFile::remove(backups.takeLast());
    return fresh;
}

Status restoreBackup(const QString& backup, const QString& projectFile) {
    if (Status ours = checkHeader(backup); !ours.ok()) return ours;
    const QFileInfo info(projectFile);
    const ProjectLock lock(info.absoluteFilePath());
    if (!lock.held())
        return Error{ErrorCode::Locked, projectFile.toStdString() + " is open in " + lock.holder().toStdString() + "; close it before a backup takes its place."};
    const QString incoming = info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".restored.partial");
    QFile::remove(incoming);
    if (Status made = copyProject(backup, incoming); !made.ok()) return made;
    if (info.exists()) {
        const QString kept = info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".replaced-") + timeText() + QStringLiteral(".rbproject");
        // Its log belongs to it: what is still in there is put into the file first.
        if (Status whole = copyProject(projectFile, kept); !whole.ok() && !QFile::copy(projectFile, kept)) return whole;
    }
    for (const char* log : {"-wal", "-shm"}) QFile::remove(projectFile + QLatin1String(log));
    QFile::remove(projectFile);
    if (QFile::rename(incoming, projectFile)) return {};
    return Error{ErrorCode::WriteFailed, projectFile.toStdString() + " could not be written; the backup is complete in " + incoming.toStdString() + "."};
}

} // namespace rb::project
