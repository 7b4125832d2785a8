#include "core/project/changeset.h"

#include "core/project/changeset_format.h"

#include <cstring>

#include <sqlite3.h>

namespace rb::project {
namespace {

constexpr int kMediaColumn = 1; ///< of region and caption

Error changesetError(int code) {
    return {code == SQLITE_NOMEM ? ErrorCode::TooLarge : ErrorCode::Internal,
            std::string("The change could not be recorded: ") + sqlite3_errstr(code) + "."};
}

QByteArray taken(int size, void* bytes) {
    QByteArray copy(static_cast<const char*>(bytes), size);
    sqlite3_free(bytes);
    return copy;
}

struct ChangedRow {
    const char* table = nullptr;
    int operation = 0;
    Id id = 0;
    std::optional<Id> media; ///< known for inserted and deleted rows, and the old one of moved rows
};

ChangedRow rowAt(sqlite3_changeset_iter* iterator) {
    ChangedRow row;
    int columns = 0;
    sqlite3changeset_op(iterator, &row.table, &columns, &row.operation, nullptr);
    const auto value = [&](int column) {
        sqlite3_value* found = nullptr;
        if (row.operation == SQLITE_INSERT) sqlite3changeset_new(iterator, column, &found);
        else sqlite3changeset_old(iterator, column, &found);
        return found;
    };
    row.id = sqlite3_value_int64(value(0));
    // Null for an update that left the column as it was.
    if (sqlite3_value* media = std::strcmp(row.table, "media") == 0 ? nullptr : value(kMediaColumn))
        row.media = sqlite3_value_int64(media);
    return row;
}

// An update's changeset holds only the columns that changed, so the medium is looked up.
std::optional<Id> mediaOf(sqlite3* db, const char* table, Id id) {
    Statement statement(db, std::strcmp(table, "region") == 0 ? "SELECT media FROM region WHERE id=?"
                                                               : "SELECT media FROM caption WHERE id=?");
    statement.bind(id);
    if (!statement.next()) return std::nullopt;
    return statement.integer(0);
}

int abortOnConflict(void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; }

} // namespace

ChangeRecorder::ChangeRecorder(sqlite3* db) : m_db(db) {
    m_code = sqlite3session_create(db, "main", &m_session);
    for (const char* table : {"media", "region", "caption"})
        if (m_code == SQLITE_OK) m_code = sqlite3session_attach(m_session, table);
}

ChangeRecorder::~ChangeRecorder() { sqlite3session_delete(m_session); }

Result<QByteArray> ChangeRecorder::changeset() const {
    if (m_code != SQLITE_OK) return changesetError(m_code);
    int size = 0;
    void* bytes = nullptr;
    const int code = sqlite3session_changeset(m_session, &size, &bytes);
    if (code != SQLITE_OK) return changesetError(code);
    return taken(size, bytes);
}

Result<QByteArray> inverted(const QByteArray& changeset) {
    if (Status whole = checkChangeset(changeset); !whole.ok()) return whole.error();
    int size = 0;
    void* bytes = nullptr;
    const int code =
        sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.constData(), &size, &bytes);
    if (code != SQLITE_OK) return changesetError(code);
    return taken(size, bytes);
}

Status applyChangeset(sqlite3* db, const QByteArray& changeset) {
    if (Status whole = checkChangeset(changeset); !whole.ok()) return whole;
    QByteArray copy = changeset;
    const int code = sqlite3changeset_apply(db, static_cast<int>(copy.size()), copy.data(), nullptr, abortOnConflict, nullptr);
    if (code == SQLITE_OK) return {};
    if (code == SQLITE_ABORT)
        return Error{ErrorCode::Internal, "The change could not be applied: the rows it belongs to were changed by something else."};
    return databaseError(db);
}

ChangeSummary summaryOf(sqlite3* db, const QByteArray& changeset, const QString& name) {
    ChangeSummary summary;
    summary.name = name;
    QByteArray copy = changeset;
    sqlite3_changeset_iter* iterator = nullptr;
    if (sqlite3changeset_start(&iterator, static_cast<int>(copy.size()), copy.data()) != SQLITE_OK) return summary;
    while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
        const ChangedRow row = rowAt(iterator);
        if (std::strcmp(row.table, "media") == 0) {
            summary.media.insert(row.id);
            summary.touchedMedia.insert(row.id);
            continue;
        }
        (std::strcmp(row.table, "region") == 0 ? summary.regions : summary.captions).insert(row.id);
        if (row.media) summary.touchedMedia.insert(*row.media);
        if (row.operation != SQLITE_UPDATE) continue;
        if (const std::optional<Id> media = mediaOf(db, row.table, row.id)) summary.touchedMedia.insert(*media);
    }
    sqlite3changeset_finalize(iterator);
    return summary;
}

} // namespace rb::project
