#include "core/project/schema.h"

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

Status checkSchema(const Database& database, const QString& path) {
    const std::string name = path.toStdString();
    const auto refusal = [&](const std::string& reason) { return Error{ErrorCode::FileInvalid, name + reason}; };
    const auto application = database.number("PRAGMA application_id");
    if (!application) return refusal(" is not a RegionBLIP project: it is no database, or a damaged one.");
    if (*application != kApplicationId) return refusal(" is not a RegionBLIP project.");
    const qint64 version = database.number("PRAGMA user_version").value_or(0);
    if (version != kSchemaVersion)
        return Error{ErrorCode::Unsupported, name + " was made by a newer version of this program (file version " +
                                                 std::to_string(version) + "); update the program to open it."};
    Statement check(database.handle(), "PRAGMA quick_check(1)");
    if (!check.next() || check.text(0) != QLatin1String("ok"))
        return refusal(" is damaged; restore a snapshot or a backup of it.");
    if (database.number("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')").value_or(1) != 0)
        return refusal(" holds triggers or views, which a project never does; it is not opened.");
    return {};
}

} // namespace rb::project
