#include "core/project/merge_rows.h"

#include "core/project/changeset_format.h"

#include <cstring>

#include <sqlite3.h>

namespace rb::project {

QString rowText(sqlite3* db, const char* table, Id id) {
    const QString number = QStringLiteral("%1 %2").arg(QLatin1String(table)).arg(id);
    const char* sql = std::strcmp(table, "media") == 0    ? "SELECT path, '' FROM media WHERE id=?"
                      : std::strcmp(table, "region") == 0 ? "SELECT m.path, r.label FROM region r JOIN media m ON m.id=r.media WHERE r.id=?"
                                                          : "SELECT m.path, c.text FROM caption c JOIN media m ON m.id=c.media WHERE c.id=?";
    Statement row(db, sql);
    if (!row.bind(id).next()) return number;
    constexpr int kMostShown = 60;
    const QString words = row.text(1).isEmpty() ? QString() : QStringLiteral(" \"%1\"").arg(row.text(1).left(kMostShown));
    return QStringLiteral("%1%2 of %3").arg(number, words, row.text(0));
}

namespace {

/// What the rows of one changeset meet here.
struct Meeting {
    sqlite3* db;
    QStringList conflicts;
    int omitted = 0;
};

bool same(sqlite3_value* a, sqlite3_value* b) {
    if (sqlite3_value_type(a) != sqlite3_value_type(b)) return false;
    switch (sqlite3_value_type(a)) {
    case SQLITE_NULL: return true;
    case SQLITE_INTEGER: return sqlite3_value_int64(a) == sqlite3_value_int64(b);
    case SQLITE_FLOAT: return sqlite3_value_double(a) == sqlite3_value_double(b);
    default: break;
    }
    const void *left = sqlite3_value_blob(a), *right = sqlite3_value_blob(b);
    const auto bytes = static_cast<std::size_t>(sqlite3_value_bytes(a));
    return bytes == static_cast<std::size_t>(sqlite3_value_bytes(b)) && (bytes == 0 || std::memcmp(left, right, bytes) == 0);
}

/// The row looks here as it does after the change: an earlier merge of this copy brought it.
bool isDone(sqlite3_changeset_iter* change, int kind, int columns) {
    if (kind != SQLITE_CHANGESET_DATA && kind != SQLITE_CHANGESET_CONFLICT) return false;
    for (int column = 0; column < columns; ++column) {
        sqlite3_value *after = nullptr, *here = nullptr;
        if (sqlite3changeset_new(change, column, &after) != SQLITE_OK || !after) continue; // not changed
        if (sqlite3changeset_conflict(change, column, &here) != SQLITE_OK || !same(after, here)) return false;
    }
    return true;
}

int keepOurs(void* context, int kind, sqlite3_changeset_iter* change) {
    auto& meeting = *static_cast<Meeting*>(context);
    const char* table = nullptr;
    int columns = 0, operation = 0;
    sqlite3changeset_op(change, &table, &columns, &operation, nullptr);
    if (operation != SQLITE_DELETE && isDone(change, kind, columns)) {
        ++meeting.omitted;
        return SQLITE_CHANGESET_OMIT;
    }
    sqlite3_value* id = nullptr;
    if (operation == SQLITE_INSERT) sqlite3changeset_new(change, 0, &id);
    else sqlite3changeset_old(change, 0, &id);
    const QString row = rowText(meeting.db, table, id ? sqlite3_value_int64(id) : 0);
    ++meeting.omitted;
    switch (kind) {
    case SQLITE_CHANGESET_DATA:
        meeting.conflicts.append(operation == SQLITE_DELETE ? QStringLiteral("The %1 was deleted there and changed here; it stays.").arg(row)
                                                            : QStringLiteral("The %1 was changed in both; this project's version stays.").arg(row));
        break;
    case SQLITE_CHANGESET_NOTFOUND:
        if (operation == SQLITE_DELETE) return SQLITE_CHANGESET_OMIT; // gone here, too
        meeting.conflicts.append(QStringLiteral("The %1 was changed there and deleted here; it stays deleted.").arg(row));
        break;
    case SQLITE_CHANGESET_CONFLICT:
        meeting.conflicts.append(QStringLiteral("The %1 was taken over before and changed here since; it stays.").arg(row));
        break;
    default: meeting.conflicts.append(QStringLiteral("The %1 of the other copy does not fit here; it is left out.").arg(row));
    }
    return SQLITE_CHANGESET_OMIT;
}

int rowsIn(const QByteArray& changeset) {
    QByteArray copy = changeset;
    sqlite3_changeset_iter* iterator = nullptr;
    int rows = 0;
    if (sqlite3changeset_start(&iterator, static_cast<int>(copy.size()), copy.data()) != SQLITE_OK) return 0;
    while (sqlite3changeset_next(iterator) == SQLITE_ROW) ++rows;
    sqlite3changeset_finalize(iterator);
    return rows;
}

} // namespace

Status applyTheirs(sqlite3* db, const QByteArray& changeset, MergeReport& report) {
    if (Status whole = checkChangeset(changeset); !whole.ok()) return whole;
    Meeting meeting{db, {}, 0};
    QByteArray copy = changeset;
    if (sqlite3changeset_apply(db, static_cast<int>(copy.size()), copy.data(), nullptr, keepOurs, &meeting) != SQLITE_OK) return databaseError(db);
    report.rows += rowsIn(changeset) - meeting.omitted;
    report.conflicts += meeting.conflicts;
    return {};
}

} // namespace rb::project
