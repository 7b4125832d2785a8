#include "core/project/schema.h"

#include <QFile>
#include <QtEndian>

namespace rb::project {

// Every table has an INTEGER PRIMARY KEY and no UNIQUE on what a user can change: the session
// extension records only the first, and undo could not swap values under the second.
static constexpr const char* kTables = R"(
CREATE TABLE media(
    id INTEGER PRIMARY KEY, root TEXT NOT NULL, path TEXT NOT NULL, byte_size INTEGER NOT NULL, sha256 BLOB NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, exif_orientation INTEGER NOT NULL, split TEXT NOT NULL);
CREATE TABLE region(
    id INTEGER PRIMARY KEY, media INTEGER NOT NULL REFERENCES media(id), x REAL NOT NULL, y REAL NOT NULL,
    width REAL NOT NULL, height REAL NOT NULL, label TEXT NOT NULL, position INTEGER NOT NULL,
    hidden INTEGER NOT NULL, locked INTEGER NOT NULL);
CREATE TABLE caption(
    id INTEGER PRIMARY KEY, media INTEGER NOT NULL REFERENCES media(id), region INTEGER REFERENCES region(id),
    text TEXT NOT NULL, state TEXT NOT NULL, source TEXT NOT NULL, rank INTEGER NOT NULL, model TEXT NOT NULL,
    adapter TEXT NOT NULL, options TEXT NOT NULL, score REAL, token_scores BLOB NOT NULL, edited_from TEXT NOT NULL,
    author TEXT NOT NULL, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL);
CREATE TABLE journal(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, time INTEGER NOT NULL, changeset BLOB NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0);
CREATE TABLE setting(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE INDEX region_by_media ON region(media);
CREATE INDEX caption_by_media ON caption(media);
CREATE INDEX caption_by_region ON caption(region);
)";

Status createSchema(Database& database) {
    return database.transaction([&]() -> Status {
        if (Status status = database.execute(kTables); !status.ok()) return status;
        const std::string pragmas = "PRAGMA application_id=" + std::to_string(kApplicationId) +
                                    "; PRAGMA user_version=" + std::to_string(kSchemaVersion);
        return database.execute(pragmas.c_str());
    });
}

static Error refusal(const QString& path, const std::string& reason) {
    return {ErrorCode::FileInvalid, path.toStdString() + reason};
}

Status checkHeader(const QString& path) {
    constexpr qsizetype kHeaderSize = 100, kApplicationIdAt = 68; // SQLite's file format, section 1.3
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, path.toStdString() + " cannot be read: " + file.errorString().toStdString() + "."};
    const QByteArray header = file.read(kHeaderSize);
    if (header.size() < kHeaderSize || !header.startsWith("SQLite format 3"))
        return refusal(path, " is not a RegionBLIP project: it is no database, or a truncated one.");
    if (qFromBigEndian<quint32>(header.constData() + kApplicationIdAt) != kApplicationId)
        return refusal(path, " is not a RegionBLIP project, but another program's database.");
    return {};
}

/// Everything the schema declares, in one text.
static QString declarations(const Database& database) {
    Statement statement(database.handle(), "SELECT type || ' ' || name || ': ' || sql FROM sqlite_master "
                                           "WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type, name");
    QString all;
    while (statement.next()) all += statement.text(0) + QLatin1Char('\n');
    return all;
}

static Status checkTables(const Database& database, const QString& path) {
    const auto fresh = Database::open(QStringLiteral(":memory:"), true);
    if (!fresh.ok()) return fresh.error();
    if (Status made = createSchema(**fresh); !made.ok()) return made;
    if (declarations(database) == declarations(**fresh)) return {};
    return refusal(path, " has other tables, triggers or views than a project; it is not opened.");
}

Status checkSchema(const Database& database, const QString& path) {
    const auto version = database.number("PRAGMA user_version");
    if (!version) return databaseError(database.handle());
    if (*version > kSchemaVersion)
        return Error{ErrorCode::Unsupported, path.toStdString() + " was made by a newer version of this program (file version " +
                                                 std::to_string(*version) + "); update the program to open it."};
    Statement check(database.handle(), "PRAGMA quick_check(1)");
    if (!check.next() || check.text(0) != QLatin1String("ok"))
        return refusal(path, " is damaged; restore a snapshot or a backup of it.");
    return checkTables(database, path);
}

} // namespace rb::project
