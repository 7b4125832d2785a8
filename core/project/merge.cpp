#include "core/project/merge.h"

#include "core/project/changeset.h"
#include "core/project/changeset_format.h"
#include "core/project/project_private.h"
#include "core/project/rows.h"
#include "core/project/text_index.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstring>
#include <set>
#include <string>

#include <sqlite3.h>

namespace rb::project {
namespace {

/// The done edits of a journal, oldest first, as what tells them apart.
std::vector<std::pair<Id, QByteArray>> doneEdits(const Database& database) {
    Statement statement(database.handle(), "SELECT id, time, changeset FROM journal WHERE undone=0 ORDER BY id");
    std::vector<std::pair<Id, QByteArray>> edits;
    while (statement.next()) edits.emplace_back(statement.integer(0), QByteArray::number(statement.integer(1)) + statement.blob(2));
    return edits;
}

/// What was done since two copies parted.
struct Parted {
    std::vector<Id> ours, theirs; ///< edits
    bool related = false;
};

Parted partedAt(const Database& here, const Database& other) {
    const auto ours = doneEdits(here), theirs = doneEdits(other);
    std::size_t common = 0;
    while (common < ours.size() && common < theirs.size() && ours[common].second == theirs[common].second) ++common;
    Parted parted;
    parted.related = common > 0 || ours.empty() || theirs.empty();
    for (std::size_t i = common; i < ours.size(); ++i) parted.ours.push_back(ours[i].first);
    for (std::size_t i = common; i < theirs.size(); ++i) parted.theirs.push_back(theirs[i].first);
    return parted;
}

Result<QByteArray> changesetOf(const Database& database, Id edit) {
    Statement stored(database.handle(), "SELECT changeset FROM journal WHERE id=?");
    if (!stored.bind(edit).next()) return databaseError(database.handle());
    return stored.blob(0);
}

using Rows = std::set<std::pair<std::string, Id>>; ///< table and id

/// Rows that were there, and were deleted in these edits.
Result<Rows> deletedIn(const Database& database, const std::vector<Id>& edits) {
    Rows deleted;
    for (const Id edit : edits) {
        Result<QByteArray> changeset = changesetOf(database, edit);
        if (!changeset.ok()) return changeset.error();
        sqlite3_changeset_iter* change = nullptr;
        if (sqlite3changeset_start(&change, static_cast<int>(changeset->size()), changeset->data()) != SQLITE_OK) return databaseError(database.handle());
        while (sqlite3changeset_next(change) == SQLITE_ROW) {
            const char* table = nullptr;
            int columns = 0, operation = 0;
            sqlite3_value* id = nullptr;
            sqlite3changeset_op(change, &table, &columns, &operation, nullptr);
            if (operation == SQLITE_DELETE && sqlite3changeset_old(change, 0, &id) == SQLITE_OK) deleted.emplace(table, sqlite3_value_int64(id));
            if (operation == SQLITE_INSERT && sqlite3changeset_new(change, 0, &id) == SQLITE_OK) deleted.erase({table, sqlite3_value_int64(id)});
        }
        sqlite3changeset_finalize(change);
    }
    return deleted;
}

/// A row in words a person knows it by, as far as it is in this project.
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

Status remove(Database& database, const char* table, Id id) {
    return Statement(database.handle(), (QByteArray("DELETE FROM ") + table + " WHERE id=?").constData()).bind(id).run();
}

/// An earlier merge brought these rows and somebody deleted them here: they do not come back.
Status removeAgain(Database& database, const Rows& deleted, MergeReport& report) {
    for (const auto& [table, id] : deleted) {
        Statement back(database.handle(), ("SELECT 1 FROM " + table + " WHERE id=?").c_str());
        if (!back.bind(id).next()) continue;
        report.conflicts.append(QStringLiteral("The %1 was deleted here since it was taken over; it stays deleted.").arg(rowText(database.handle(), table.c_str(), id)));
        if (Status removed = remove(database, table.c_str(), id); !removed.ok()) return removed;
        --report.rows;
    }
    return {};
}

/// Regions and captions whose picture or region was deleted here.
Status removeOrphans(Database& database, MergeReport& report) {
    const std::pair<const char*, const char*> orphans[] = {
        {"region", "SELECT id FROM region WHERE media NOT IN (SELECT id FROM media)"},
        {"caption", "SELECT id FROM caption WHERE media NOT IN (SELECT id FROM media) OR "
                    "(region IS NOT NULL AND region NOT IN (SELECT id FROM region))"}};
    for (const auto& [table, sql] : orphans) {
        Statement found(database.handle(), sql);
        std::vector<Id> ids;
        while (found.next()) ids.push_back(found.integer(0));
        for (const Id id : ids) {
            if (Status removed = remove(database, table, id); !removed.ok()) return removed;
            report.conflicts.append(QStringLiteral("The %1 was added there to what was deleted here; it is left out.").arg(rowText(database.handle(), table, id)));
            --report.rows;
        }
    }
    return {};
}

Status applyTheirs(sqlite3* db, const QByteArray& changeset, MergeReport& report) {
    if (Status whole = checkChangeset(changeset); !whole.ok()) return whole;
    Meeting meeting{db, {}, 0};
    QByteArray copy = changeset;
    if (sqlite3changeset_apply(db, static_cast<int>(copy.size()), copy.data(), nullptr, keepOurs, &meeting) != SQLITE_OK) return databaseError(db);
    report.rows += rowsIn(changeset) - meeting.omitted;
    report.conflicts += meeting.conflicts;
    return {};
}

} // namespace

Result<MergeReport> mergeFrom(Project& project, const QString& otherFile) {
    if (QFileInfo(otherFile).canonicalFilePath() == project.path())
        return Error{ErrorCode::InvalidArgument, otherFile.toStdString() + " is this project itself; name the other copy."};
    if (project.access() == Project::Access::ReadOnly) return project.m_d->readOnlyError().error();
    const auto other = Project::open(otherFile);
    if (!other.ok()) return other.error();
    const Database& theirs = (*other)->database();
    const Parted parted = partedAt(project.database(), theirs);
    if (!parted.related)
        return Error{ErrorCode::InvalidArgument, otherFile.toStdString() + " is no copy of this project: their histories have nothing in common. "
                                                                           "Export it as jsonl and import that."};
    MergeReport report;
    report.edits = static_cast<int>(parted.theirs.size());
    const Result<Rows> deleted = deletedIn(project.database(), parted.ours);
    if (!deleted.ok()) return deleted.error();
    const QString name = QCoreApplication::translate("Edits", "Merge %1").arg(QFileInfo(otherFile).fileName());
    const Result<ChangeSummary> merged = project.m_d->recorded(name, [&]() -> Status {
        for (const Id edit : parted.theirs) {
            const Result<QByteArray> changeset = changesetOf(theirs, edit);
            if (!changeset.ok()) return changeset.error();
            if (Status applied = applyTheirs(project.database().handle(), *changeset, report); !applied.ok()) return applied;
        }
        if (Status removed = removeAgain(*project.m_d->database, *deleted, report); !removed.ok()) return removed;
        return removeOrphans(*project.m_d->database, report);
    });
    if (!merged.ok()) return merged.error();
    if (!merged->isEmpty()) Q_EMIT project.changed(*merged);
    return report;
}

} // namespace rb::project
