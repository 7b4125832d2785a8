#include "core/project/project.h"

#include "core/project/free_path.h"
#include "core/project/project_private.h"
#include "core/project/rows.h"
#include "core/project/schema.h"
#include "core/project/storage_check.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace rb::project {

Project::Project(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Project::~Project() = default;

/// Settings of a connection to a file that is known to be ours.
static Status prepare(Database& database, Project::Access access) {
    if (access == Project::Access::ReadOnly) return database.execute("PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-65536");
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536");
}

Result<std::unique_ptr<Project>> Project::create(const QString& path) {
    if (QFileInfo::exists(path))
        return Error{ErrorCode::WriteFailed, path.toStdString() + " exists already; choose another name or open it."};
    if (Status local = checkLocalStorage(path); !local.ok()) return local.error();
    auto database = Database::open(path, true);
    if (!database.ok()) return database.error();
    Status status = createSchema(**database);
    database->reset();
    if (!status.ok()) {
        QFile::remove(path);
        return status.error();
    }
    return open(path);
}

Result<std::unique_ptr<Project>> Project::open(const QString& path) {
    const QFileInfo info(path);
    if (!info.isFile()) return Error{ErrorCode::FileNotFound, "There is no project file " + path.toStdString() + "."};
    if (Status local = checkLocalStorage(path); !local.ok()) return local.error();
    if (Status ours = checkHeader(path); !ours.ok()) return ours.error();
    auto d = std::make_unique<Private>();
    d->path = info.canonicalFilePath();
    d->lock = std::make_unique<ProjectLock>(d->path);
    d->access = d->lock->held() ? Access::ReadWrite : Access::ReadOnly;
    auto database = Database::open(d->path, false);
    if (!database.ok()) return database.error();
    d->database = std::move(*database);
    if (Status good = checkSchema(*d->database, path); !good.ok()) return good.error();
    if (Status current = bringUpToDate(*d, path); !current.ok()) return current.error();
    if (Status prepared = prepare(*d->database, d->access); !prepared.ok()) return prepared.error();
    if (d->access == Access::ReadWrite)
        if (Status whole = d->takeBackUnfinished(); !whole.ok()) return whole.error();
    return std::unique_ptr<Project>(new Project(std::move(d)));
}

Status Project::bringUpToDate(Private& d, const QString& path) {
    const qint64 version = d.database->number("PRAGMA user_version").value_or(kSchemaVersion);
    if (version == kSchemaVersion) return {};
    if (d.access == Access::ReadOnly)
        return Error{ErrorCode::Locked, path.toStdString() + " was made by an older version and must be brought up to date, but " +
                                            d.lock->holder().toStdString() + " has it open."};
    const QFileInfo info(d.path);
    const QString backup = freePath(info.absoluteDir().absoluteFilePath(QStringLiteral("%1.before-version-%2").arg(info.completeBaseName()).arg(kSchemaVersion)));
    if (Status saved = Statement(d.database->handle(), "VACUUM INTO ?").bind(backup).run(); !saved.ok()) return saved;
    return migrate(*d.database);
}

QString Project::path() const { return m_d->path; }
QString Project::folder() const { return QFileInfo(m_d->path).absolutePath(); }
Project::Access Project::access() const { return m_d->access; }
QString Project::lockHolder() const { return m_d->lock->holder(); }

template <typename Record>
static std::optional<Record> onlyOne(std::vector<Record> records) {
    if (records.empty()) return std::nullopt;
    return std::move(records.front());
}

std::vector<Media> Project::allMedia() const { return readMedia(m_d->database->handle(), "ORDER BY path, id"); }
std::optional<Media> Project::media(Id id) const { return onlyOne(readMedia(m_d->database->handle(), "WHERE id=?", id)); }
std::optional<Region> Project::region(Id id) const { return onlyOne(readRegions(m_d->database->handle(), "WHERE id=?", id)); }
std::optional<Caption> Project::caption(Id id) const { return onlyOne(readCaptions(m_d->database->handle(), "WHERE id=?", id)); }

std::vector<Region> Project::regionsOf(Id media) const {
    return readRegions(m_d->database->handle(), "WHERE media=? ORDER BY position, id", media);
}

std::vector<Caption> Project::captionsOf(Id media) const {
    return readCaptions(m_d->database->handle(), "WHERE media=? ORDER BY region, rank, id", media);
}

QStringList Project::labels() const {
    Statement statement(m_d->database->handle(), "SELECT label FROM region WHERE label<>'' GROUP BY label ORDER BY count(*) DESC, label LIMIT 500");
    QStringList labels;
    while (statement.next()) labels.append(statement.text(0));
    return labels;
}

const Database& Project::database() const { return *m_d->database; }

QString Project::filePath(const Media& media) const {
    return project::filePath(media, folder());
}

QString filePath(const Media& media, const QString& projectFolder) {
    return QDir::cleanPath(QDir(media.root.isEmpty() ? projectFolder : media.root).absoluteFilePath(media.path));
}

void Project::setFilePath(Media& media, const QString& file, const QString& root) const {
    const QString inside = QDir(folder()).relativeFilePath(file);
    const bool outside = inside.startsWith(QLatin1String("../")) || QDir::isAbsolutePath(inside);
    media.root = !outside ? QString() : root.isEmpty() ? QFileInfo(file).absolutePath() : root;
    media.path = outside ? QDir(media.root).relativeFilePath(file) : inside;
}

Project::Counts Project::counts() const { return countsIn(*m_d->database); }

Project::Counts Project::countsIn(const Database& db) {
    return {db.number("SELECT count(*) FROM media").value_or(0), db.number("SELECT count(*) FROM region").value_or(0),
            db.number("SELECT count(*) FROM caption WHERE state='draft' AND rank=0").value_or(0),
            db.number("SELECT count(*) FROM caption WHERE state='accepted'").value_or(0),
            db.number("SELECT count(*) FROM media WHERE kind='cloud'").value_or(0)};
}

QString Project::setting(const QString& key, const QString& fallback) const {
    Statement statement(m_d->database->handle(), "SELECT value FROM setting WHERE key=?");
    return statement.bind(key).next() ? statement.text(0) : fallback;
}

Status Project::setSetting(const QString& key, const QString& value) {
    if (m_d->access == Access::ReadOnly) return m_d->readOnlyError();
    return m_d->writeSetting(key, value);
}

Status Project::Private::writeSetting(const QString& key, const QString& value) {
    Statement statement(database->handle(),
                        "INSERT INTO setting(key, value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value");
    return statement.bind(key).bind(value).run();
}

} // namespace rb::project
