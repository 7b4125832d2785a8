#pragma once

#include "core/project/database.h"
#include "core/project/new_id.h"
#include "core/project/project.h"

namespace rb::project {

/// What an Edit writes through; keeps the first failure.
class Edit::Writer {
public:
    Writer(sqlite3* db, IdSource& ids) : m_statements(db), m_ids(ids) {}

    Statements& statements() { return m_statements; }
    Id newId() { return m_ids.next(); }
    bool failed() const { return !m_status.ok(); }
    void keep(Status status) {
        if (m_status.ok()) m_status = std::move(status);
    }
    const Status& status() const { return m_status; }

private:
    Statements m_statements;
    IdSource& m_ids;
    Status m_status;
};

} // namespace rb::project
