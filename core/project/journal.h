#pragma once

#include "core/project/database.h"
#include "core/project/records.h"

#include <vector>

namespace rb::project {

/// What undo() or redo() acts on: one recorded edit, or the parts of one that follow each other.
struct JournalStep {
    QString name;
    Id partOf = 0;            ///< of an edit in parts: its number
    std::vector<Id> entries;  ///< in the order in which they were made
};

/// The table `journal` of a project: the changeset of every edit, oldest first. Calls that write run
/// inside a transaction of the caller.
class Journal {
public:
    explicit Journal(Database& database) : m_database(database) {}

    /// The last edit that is done (`undone` false), or the first that was taken back.
    std::optional<JournalStep> next(bool undone) const;
    /// The parts that were made of an edit which was never finished.
    std::optional<JournalStep> unfinished(Id partOf) const;
    QByteArray changeset(Id entry) const;
    qint64 bytesOf(Id entry) const; ///< of its changeset

    Status add(const QString& name, const QByteArray& changeset, Id partOf);
    Status mark(Id entry, bool undone);
    Status remove(Id entry);
    /// After a new edit nothing can be redone.
    Status forgetUndone();

    /// The names of the latest edits, newest first, with their times; undone ones too.
    struct Line {
        Id entry = 0;
        QString name;
        QDateTime time;
        bool undone = false;
        int parts = 1;
    };
    std::vector<Line> latest(int most) const;

private:
    JournalStep step(Id entry, const QString& name, Id partOf, bool undone) const;

    Database& m_database;
};

} // namespace rb::project
