#pragma once

#include "core/project/database.h"

namespace rb::project {

/// "RBPJ", which tells a project file from other SQLite files.
inline constexpr qint64 kApplicationId = 0x5242504A;
/// Version of the tables; a file of a higher one is refused.
inline constexpr qint64 kSchemaVersion = 2;

/// Makes the tables of a new file.
Status createSchema(Database& database);

/// Reads every page; false when SQLite finds damage.
bool isSound(const Database& database);

/// Refuses by its first bytes what is not a project of ours, before SQLite opens it: opening another
/// program's database could move that program's log into it.
Status checkHeader(const QString& path);

/// Brings the tables of an older version up to date; the caller has made a backup.
Status migrate(Database& database);

/// Refuses what is not a project of ours, is newer than this program, is damaged (up to 64 MB; see
/// isSound()), or has other
/// tables, triggers or views than ours. Nothing is written.
Status checkSchema(const Database& database, const QString& path);

} // namespace rb::project
