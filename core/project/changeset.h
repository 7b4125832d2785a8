#pragma once

#include "core/project/database.h"
#include "core/project/project.h"

struct sqlite3_session;

namespace rb::project {

/// Records what changes in the user's tables from its making on, by SQLite's session extension.
class ChangeRecorder {
public:
    explicit ChangeRecorder(sqlite3* db);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder&) = delete;
    ChangeRecorder& operator=(const ChangeRecorder&) = delete;

    /// Everything so far as one changeset; empty when nothing changed in effect.
    Result<QByteArray> changeset() const;

private:
    sqlite3* m_db;
    sqlite3_session* m_session = nullptr;
    int m_code = 0;
};

/// The changeset that takes `changeset` back.
Result<QByteArray> inverted(const QByteArray& changeset);

/// Applies a changeset; any conflict aborts and changes nothing.
Status applyChangeset(sqlite3* db, const QByteArray& changeset);

/// The rows a changeset inserted, changed or deleted, with the media they belong to. Call after it
/// was applied.
ChangeSummary summaryOf(sqlite3* db, const QByteArray& changeset, const QString& name);

} // namespace rb::project
