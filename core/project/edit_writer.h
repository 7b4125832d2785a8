#pragma once

#include "core/project/database.h"
#include "core/project/new_id.h"
#include "core/project/project.h"

namespace rb::project {

/// What an Edit writes through; keeps the first failure.
class Edit::Writer {
public:
    Writer(sqlite3* db, IdSource& ids) : m_db(db), m_ids(ids) {}

    sqlite3* db() const { return m_db; }
    Id newId() { return m_ids.next(); }
    bool failed() const { return !m_status.ok(); }
    void keep(Status status) {
        if (m_status.ok()) m_status = std::move(status);
    }
    const Status& status() const { return m_status; }

private:
    sqlite3* m_db;
    IdSource& m_ids;
    Status m_status;
};

} // namespace rb::project
