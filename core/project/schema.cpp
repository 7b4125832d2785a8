#include "core/project/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace rb::project {

// Every table has an INTEGER PRIMARY KEY and no UNIQUE on what a user can change: the session
// extension records only the first, and undo could not swap values under the second.
// Later versions only add columns at the end: older changesets fit then.
static constexpr const char* kVersion1 = R"(
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

// `x` to `height` are the bounds of any shape. `caption_words` is kept up to date by text_index.
static constexpr const char* kVersion2 = R"(
ALTER TABLE media ADD COLUMN kind TEXT NOT NULL DEFAULT 'image';
ALTER TABLE media ADD COLUMN point_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN source_id TEXT NOT NULL DEFAULT '';
ALTER TABLE media ADD COLUMN extra TEXT NOT NULL DEFAULT '';
ALTER TABLE region ADD COLUMN shape TEXT NOT NULL DEFAULT 'box';
ALTER TABLE region ADD COLUMN geometry BLOB NOT NULL DEFAULT x'';
ALTER TABLE region ADD COLUMN score REAL;
ALTER TABLE region ADD COLUMN source_id TEXT NOT NULL DEFAULT '';
ALTER TABLE region ADD COLUMN extra TEXT NOT NULL DEFAULT '';
ALTER TABLE caption ADD COLUMN prompt TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN part_of INTEGER NOT NULL DEFAULT 0;
CREATE INDEX journal_by_state ON journal(undone, id);
CREATE INDEX media_by_path ON media(path);
CREATE INDEX region_by_label ON region(label);
CREATE INDEX caption_of_picture ON caption(media) WHERE region IS NULL;
CREATE INDEX caption_by_state ON caption(state, rank);
CREATE VIRTUAL TABLE caption_words USING fts5(text, content='caption', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
INSERT INTO caption_words(caption_words) VALUES('rebuild');
)";

static constexpr const char* kVersions[] = {kVersion1, kVersion2};
static_assert(std::size(kVersions) == kSchemaVersion);

/// From version `have` to `want`.
static Status advance(Database& database, qint64 have, qint64 want) {
    return database.transaction([&]() -> Status {
        for (qint64 version = have; version < want; ++version)
            if (Status status = database.execute(kVersions[version]); !status.ok()) return status;
        const std::string pragmas = "PRAGMA application_id=" + std::to_string(kApplicationId) +
                                    "; PRAGMA user_version=" + std::to_string(want);
        return database.execute(pragmas.c_str());
    });
}

Status createSchema(Database& database) { return advance(database, 0, kSchemaVersion); }

Status migrate(Database& database) {
    return advance(database, database.number("PRAGMA user_version").value_or(kSchemaVersion), kSchemaVersion);
}

// Reading every page of a large project would take longer than opening it; `project verify` does.
static constexpr qint64 kLargestCheckedAtOnce = 64 << 20;

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

static Status checkTables(const Database& database, const QString& path, qint64 version) {
    const auto fresh = Database::open(QStringLiteral(":memory:"), true);
    if (!fresh.ok()) return fresh.error();
    if (Status made = advance(**fresh, 0, version); !made.ok()) return made;
    if (declarations(database) == declarations(**fresh)) return {};
    return refusal(path, " has other tables, triggers or views than a project; it is not opened.");
}

bool isSound(const Database& database) {
    Statement check(database.handle(), "PRAGMA quick_check(1)");
    return check.next() && check.text(0) == QLatin1String("ok");
}

Status checkSchema(const Database& database, const QString& path) {
    const auto version = database.number("PRAGMA user_version");
    if (!version) return databaseError(database.handle());
    if (*version > kSchemaVersion)
        return Error{ErrorCode::Unsupported, path.toStdString() + " was made by a newer version of this program (file version " +
                                                 std::to_string(*version) + "); update the program to open it."};
    if (*version < 1) return refusal(path, " has no file version; it is not opened.");
    if (QFileInfo(path).size() <= kLargestCheckedAtOnce && !isSound(database))
        return refusal(path, " is damaged; restore a snapshot or a backup of it.");
    return checkTables(database, path, *version);
}

} // namespace rb::project
