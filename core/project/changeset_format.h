#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace rb::project {

/// Whether `changeset` is whole and speaks of the user's tables alone. A journal can come from a
/// stranger, and SQLite's reader of changesets never returns on a truncated one, so this is asked
/// before SQLite sees it.
/// Format: the comment "CHANGESET FORMAT" at the head of SQLite's ext/session/sqlite3session.c.
Status checkChangeset(const QByteArray& changeset);

} // namespace rb::project
