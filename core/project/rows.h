#pragma once

#include "core/project/database.h"
#include "core/project/records.h"

#include <vector>

namespace rb::project {

/// Records to and from their tables. `write` inserts, or replaces the row with the record's id.
Status insertRow(Statements& statements, const Media& media);
Status insertRow(Statements& statements, const Region& region);
Status insertRow(Statements& statements, const Caption& caption);
Status updateRow(Statements& statements, const Media& media);
Status updateRow(Statements& statements, const Region& region);
Status updateRow(Statements& statements, const Caption& caption);

/// What the columns `state` and `source` of captions stand for; other texts are drafts, and people's.
CaptionState stateNamed(const QString& name);
CaptionSource sourceNamed(const QString& name);

/// Rows of the whole table, with `condition` (SQL behind the table's name) bound to `value`.
std::vector<Media> readMedia(sqlite3* db, const char* condition, std::optional<Id> value = {});
std::vector<Region> readRegions(sqlite3* db, const char* condition, std::optional<Id> value = {});
std::vector<Caption> readCaptions(sqlite3* db, const char* condition, std::optional<Id> value = {});

} // namespace rb::project
