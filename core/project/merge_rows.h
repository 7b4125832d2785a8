#pragma once

#include "core/project/database.h"
#include "core/project/merge.h"
#include "core/project/records.h"

namespace rb::project {

/// A row in words a person knows it by, as far as it is in this project.
QString rowText(sqlite3* db, const char* table, Id id);

/// Applies an edit of the other copy, within a transaction. Where a row was changed here, too, it stays, and the report says so.
Status applyTheirs(sqlite3* db, const QByteArray& changeset, MergeReport& report);

} // namespace rb::project
