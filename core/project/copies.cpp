#include "core/project/copies.h"

#include "core/project/database.h"
#include "core/project/free_path.h"
#include "core/project/project_lock.h"
#include "core/project/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace rb::project {
namespace {

constexpr auto kTimeFormat = "yyyyMMdd-HHmmss-zzz", kSnapshotTimeFormat = "yyyyMMdd-HHmmss";
constexpr qsizetype kLongestName = 80;
// Of SQLite's virtual machine: some tenths of a millisecond.
constexpr int kStepsBetweenLooks = 10'000;

QString timeText(const char* format = kTimeFormat) { return QDateTime::currentDateTime().toString(QLatin1String(format)); }

QString stemOf(const QString& projectFile) { return QFileInfo(projectFile).absolutePath() + QLatin1Char('/') + QFileInfo(projectFile).completeBaseName(); }

QDir backupFolder(const QString& projectFile) { return QDir(stemOf(projectFile) + QStringLiteral(".backups")); }

/// Tells two states of a project apart: its last edit and how many are done.
QString stateOf(const QString& file) {
    const auto database = Database::open(file, false);
    if (!database.ok()) return {};
    Statement statement((*database)->handle(), "SELECT ifnull(max(id), 0) || ' ' || ifnull(sum(undone = 0), 0) || ' ' || ifnull(max(time), 0) FROM journal");
    return statement.next() ? statement.text(0) : QString();
}

int isStopped(void* stop) { return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0; }

/// What stands between a project's name and the ending of a file beside it; nothing when it is no copy.
std::optional<ProjectCopy> copyNamed(const QString& middle) {
    static const QRegularExpression snapshot(QStringLiteral("^(\\d{8}-\\d{6})(?: (.+))?$")), replaced(QStringLiteral("^replaced-(\\d{8}-\\d{6})-\\d{3}$")),
        older(QStringLiteral("^before-version-\\d+(?: \\d+)?$"));
    ProjectCopy copy;
    if (const auto match = snapshot.match(middle); match.hasMatch()) {
        copy.time = QDateTime::fromString(match.captured(1), QLatin1String(kSnapshotTimeFormat));
        copy.name = match.captured(2);
    } else if (const auto again = replaced.match(middle); again.hasMatch()) {
        copy.kind = ProjectCopy::Kind::Replaced;
        copy.time = QDateTime::fromString(again.captured(1), QLatin1String(kSnapshotTimeFormat));
    } else if (older.match(middle).hasMatch()) {
        copy.kind = ProjectCopy::Kind::OlderVersion;
    } else {
        return std::nullopt;
    }
    return copy;
}

/// As a part of a file's name.
QString fileNamePart(QString name) {
    static const QRegularExpression odd(QStringLiteral("[/\\\\[:cntrl:]]"));
    return name.replace(odd, QStringLiteral("-")).simplified().left(kLongestName);
}

std::vector<ProjectCopy> snapshotsAndTheLike(const QString& projectFile) {
    const QFileInfo project(projectFile);
    const QString start = project.completeBaseName() + QLatin1Char('.'), end = QStringLiteral(".rbproject");
    std::vector<ProjectCopy> copies;
    for (const QFileInfo& file : project.absoluteDir().entryInfoList(QDir::Files)) {
        const QString name = file.fileName();
        if (!name.startsWith(start) || !name.endsWith(end) || name.size() <= start.size() + end.size()) continue;
        auto copy = copyNamed(name.mid(start.size(), name.size() - start.size() - end.size()));
        if (!copy) continue;
        copy->file = file.absoluteFilePath();
        copy->bytes = file.size();
        if (!copy->time.isValid()) copy->time = file.lastModified();
        copies.push_back(std::move(*copy));
    }
    return copies;
}

} // namespace

std::vector<ProjectCopy> copiesOf(const QString& projectFile) {
    std::vector<ProjectCopy> copies = snapshotsAndTheLike(projectFile);
    for (const QString& file : backupsOf(projectFile)) {
        const QFileInfo info(file);
        const QDateTime time = QDateTime::fromString(info.completeBaseName(), QLatin1String(kTimeFormat));
        copies.push_back({ProjectCopy::Kind::Backup, file, {}, time.isValid() ? time : info.lastModified(), info.size()});
    }
    std::ranges::stable_sort(copies, std::ranges::greater(), &ProjectCopy::time);
    return copies;
}

Status copyProject(const QString& from, const QString& to, const std::stop_token& stop) {
    const auto database = Database::open(from, false);
    if (!database.ok()) return database.error();
    const QString partial = to + QStringLiteral(".partial");
    QFile::remove(partial);
    std::stop_token asked = stop;
    sqlite3_progress_handler((*database)->handle(), kStepsBetweenLooks, isStopped, &asked);
    if (Status made = Statement((*database)->handle(), "VACUUM INTO ?").bind(partial).run(); !made.ok()) {
        QFile::remove(partial);
        return made;
    }
    if (QFile::rename(partial, to)) return {};
    QFile::remove(partial);
    return Error{ErrorCode::WriteFailed, to.toStdString() + " could not be written."};
}

QStringList backupsOf(const QString& projectFile) {
    const QDir folder = backupFolder(projectFile);
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.rbproject")}, QDir::Files, QDir::Name | QDir::Reversed))
        paths.append(folder.absoluteFilePath(name));
    return paths;
}

Result<QString> takeSnapshot(const QString& projectFile, const QString& name, const std::stop_token& stop) {
    if (Status ours = checkHeader(projectFile); !ours.ok()) return ours.error();
    const QString part = fileNamePart(name);
    if (part.isEmpty()) {
        auto all = copiesOf(projectFile);
        const auto newest = std::ranges::find(all, ProjectCopy::Kind::Snapshot, &ProjectCopy::kind);
        if (newest != all.end() && stateOf(newest->file) == stateOf(projectFile)) return newest->file;
    }
    const QString stem = stemOf(projectFile) + QLatin1Char('.') + timeText(kSnapshotTimeFormat) + (part.isEmpty() ? QString() : QLatin1Char(' ') + part);
    const QString path = freePath(stem);
    if (Status made = copyProject(projectFile, path, stop); !made.ok()) return made.error();
    return path;
}

Result<QString> backUp(const QString& projectFile, int keep, const std::stop_token& stop) {
    if (Status ours = checkHeader(projectFile); !ours.ok()) return ours.error();
    QStringList backups = backupsOf(projectFile);
    if (!backups.isEmpty() && stateOf(backups.front()) == stateOf(projectFile)) return backups.front();
    const QDir folder = backupFolder(projectFile);
    if (!folder.mkpath(QStringLiteral("."))) return Error{ErrorCode::WriteFailed, folder.path().toStdString() + " could not be made."};
    const QString fresh = folder.absoluteFilePath(timeText() + QStringLiteral(".rbproject"));
    if (Status made = copyProject(projectFile, fresh, stop); !made.ok()) return made.error();
    backups.prepend(fresh);
    while (backups.size() > keep) QFile::remove(backups.takeLast());
    return fresh;
}

Status restoreCopy(const QString& copy, const QString& projectFile) {
    if (Status ours = checkHeader(copy); !ours.ok()) return ours;
    const QFileInfo info(projectFile);
    const ProjectLock lock(info.absoluteFilePath());
    if (!lock.held())
        return Error{ErrorCode::Locked, projectFile.toStdString() + " is open in " + lock.holder().toStdString() + "; close it before a copy takes its place."};
    const QString incoming = stemOf(projectFile) + QStringLiteral(".restored.partial");
    QFile::remove(incoming);
    if (Status made = copyProject(copy, incoming); !made.ok()) return made;
    if (info.exists()) {
        const QString kept = stemOf(projectFile) + QStringLiteral(".replaced-") + timeText() + QStringLiteral(".rbproject");
        // Its log belongs to it: what is still in there is put into the file first.
        if (Status whole = copyProject(projectFile, kept); !whole.ok() && !QFile::copy(projectFile, kept)) return whole;
    }
    for (const char* log : {"-wal", "-shm"}) QFile::remove(projectFile + QLatin1String(log));
    // Unlike QFile's, this one never leaves a moment without the file.
    if (std::rename(QFile::encodeName(incoming).constData(), QFile::encodeName(projectFile).constData()) == 0) return {};
    return Error{ErrorCode::WriteFailed, projectFile.toStdString() + " could not be written; the copy is complete in " + incoming.toStdString() + "."};
}

} // namespace rb::project
