#pragma once

#include "core/project/journal.h"
#include "core/project/project.h"

#include <functional>
#include <stop_token>

namespace rb::project {

/// Called with the number of a step's parts that are done.
using StepProgress = std::function<void(int parts)>;

/// Takes back (`back`) or makes again a step of the journal, in one transaction; stopped, it changes nothing.
Result<ChangeSummary> applyStep(Database& database, const JournalStep& step, bool back, const std::stop_token& stop = {}, const StepProgress& progress = {});

/// An undo or redo of so many rows that it takes seconds, as a value (Project::longStep()): any thread may carry it out
/// while the project is open and nobody else edits it.
struct LongStep {
    QString file;
    JournalStep step;
    bool back = false;
};

/// By a connection of its own; Project::tell() is to be called with what it returns.
Result<ChangeSummary> carryOut(const LongStep& step, const std::stop_token& stop = {}, const StepProgress& progress = {});

} // namespace rb::project
