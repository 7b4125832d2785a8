#pragma once

#include "core/base/result.h"

#include <QByteArray>

struct sqlite3;

namespace rb::project {

/// Brings the words of the captions (`caption_words`, FTS5 over `caption.text`) to the state after
/// `changeset`. Called in the transaction that made or applies it; the index is not recorded itself.
Status indexChanges(sqlite3* db, const QByteArray& changeset);

} // namespace rb::project
