#include "core/project/merge.h"

#include "core/project/changeset.h"
#include "core/project/merge_rows.h"
#include "core/project/project_private.h"
#include "core/project/rows.h"
#include "core/project/text_index.h"

#include <QCoreApplication>
#include <QFileInfo>

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
