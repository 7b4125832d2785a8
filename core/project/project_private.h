#pragma once

#include "core/project/database.h"
#include "core/project/journal.h"
#include "core/project/new_id.h"
#include "core/project/project.h"
#include "core/project/project_lock.h"

namespace rb::project {

class ChangeRecorder;

/// Setting that holds the number of an edit in parts while it is being made.
inline constexpr const char* kUnfinishedKey = "unfinished edit";

struct Project::Private {
    QString path;
    Access access = Access::ReadWrite;
    std::unique_ptr<ProjectLock> lock;     // outlives the database
    std::unique_ptr<Database> database;
    IdSource ids;

    Journal journal() const { return Journal(*database); }
    Status readOnlyError() const;
    /// One transaction: changes, index of words, journal entry. An empty summary: nothing changed.
    /// `mustFinish`: of an edit in parts that is taken back unless it is finished.
    Result<ChangeSummary> edit(const QString& name, const std::function<void(Edit&)>& change, Id partOf, bool mustFinish);
    /// The same for `work` that applies changesets itself, with foreign keys off until its end.
    Result<ChangeSummary> recorded(const QString& name, const std::function<Status()>& work);
    Status enter(const QString& name, const ChangeRecorder& recorder, QByteArray& changeset, Id partOf = 0, bool mustFinish = false);
    /// Removes what an edit in parts left that was never finished.
    Status takeBackUnfinished();
    Status writeSetting(const QString& key, const QString& value);
};

} // namespace rb::project
