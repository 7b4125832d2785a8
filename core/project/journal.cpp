#include "core/project/journal.h"

#include <QDateTime>

namespace rb::project {

JournalStep Journal::step(Id entry, const QString& name, Id partOf, bool undone) const {
    if (!partOf) return {name, 0, {entry}};
    JournalStep step{name, partOf, {}};
    // Only the run at the end that acts next: what a person did between the parts stands by itself.
    Statement parts(m_database.handle(),
                    undone ? "SELECT id FROM journal WHERE undone=1 AND part_of=?1 AND id < "
                             "(SELECT ifnull(min(id), 9223372036854775807) FROM journal WHERE undone=1 AND part_of<>?1) ORDER BY id"
                           : "SELECT id FROM journal WHERE undone=0 AND part_of=?1 AND id > "
                             "(SELECT ifnull(max(id), 0) FROM journal WHERE undone=0 AND part_of<>?1) ORDER BY id");
    parts.bind(partOf);
    while (parts.next()) step.entries.push_back(parts.integer(0));
    return step;
}

std::optional<JournalStep> Journal::next(bool undone) const {
    Statement statement(m_database.handle(), undone ? "SELECT id, name, part_of FROM journal WHERE undone=1 ORDER BY id LIMIT 1"
                                                    : "SELECT id, name, part_of FROM journal WHERE undone=0 ORDER BY id DESC LIMIT 1");
    if (!statement.next()) return std::nullopt;
    return step(statement.integer(0), statement.text(1), statement.integer(2), undone);
}

std::optional<JournalStep> Journal::unfinished(Id partOf) const {
    JournalStep parts = step(0, {}, partOf, false);
    if (parts.entries.empty()) return std::nullopt;
    return parts;
}

QByteArray Journal::changeset(Id entry) const {
    Statement statement(m_database.handle(), "SELECT changeset FROM journal WHERE id=?");
    return statement.bind(entry).next() ? statement.blob(0) : QByteArray();
}

qint64 Journal::bytesOf(Id entry) const {
    Statement statement(m_database.handle(), "SELECT length(changeset) FROM journal WHERE id=?");
    return statement.bind(entry).next() ? statement.integer(0) : 0;
}

Status Journal::add(const QString& name, const QByteArray& changeset, Id partOf) {
    Statement entry(m_database.handle(), "INSERT INTO journal(name, time, changeset, part_of) VALUES(?,?,?,?)");
    return entry.bind(name).bind(QDateTime::currentMSecsSinceEpoch()).bind(changeset).bind(partOf).run();
}

Status Journal::mark(Id entry, bool undone) {
    Statement statement(m_database.handle(), "UPDATE journal SET undone=? WHERE id=?");
    return statement.bind(qint64{undone}).bind(entry).run();
}

Status Journal::remove(Id entry) { return Statement(m_database.handle(), "DELETE FROM journal WHERE id=?").bind(entry).run(); }

Status Journal::forgetUndone() { return m_database.execute("DELETE FROM journal WHERE undone=1"); }

std::vector<Journal::Line> Journal::latest(int most) const {
    Statement statement(m_database.handle(), "SELECT id, name, time, undone, part_of FROM journal ORDER BY id DESC");
    std::vector<Line> lines;
    Id lastPart = 0;
    while (statement.next()) {
        const Id partOf = statement.integer(4);
        const bool undone = statement.integer(3) != 0;
        if (partOf && partOf == lastPart && lines.back().undone == undone) {
            ++lines.back().parts;
            continue;
        }
        if (static_cast<int>(lines.size()) == most) break;
        lastPart = partOf;
        lines.push_back({statement.integer(0), statement.text(1), QDateTime::fromMSecsSinceEpoch(statement.integer(2)), undone, 1});
    }
    return lines;
}

} // namespace rb::project
