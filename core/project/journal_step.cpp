#include "core/project/journal_step.h"

#include "core/project/changeset.h"
#include "core/project/text_index.h"

#include <algorithm>

namespace rb::project {

Result<ChangeSummary> applyStep(Database& database, const JournalStep& step, bool back, const std::stop_token& stop, const StepProgress& progress) {
    ChangeSummary summary;
    summary.name = step.name;
    std::vector<Id> entries = step.entries;
    if (back) std::ranges::reverse(entries);
    Journal journal(database);
    int done = 0;
    const Status status = database.transactionWithoutForeignKeys([&]() -> Status {
        for (const Id entry : entries) {
            if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "It was stopped; the project is as it was."};
            Result<QByteArray> changeset = journal.changeset(entry);
            if (back) changeset = inverted(*changeset);
            if (!changeset.ok()) return changeset.error();
            if (Status applied = applyChangeset(database.handle(), *changeset); !applied.ok()) return applied;
            if (Status indexed = indexChanges(database.handle(), *changeset); !indexed.ok()) return indexed;
            if (Status marked = journal.mark(entry, back); !marked.ok()) return marked;
            summary.add(summaryOf(database.handle(), *changeset, step.name));
            if (progress) progress(++done);
        }
        return {};
    });
    if (!status.ok()) return status.error();
    return summary;
}

Result<ChangeSummary> carryOut(const LongStep& step, const std::stop_token& stop, const StepProgress& progress) {
    const auto database = Database::open(step.file, false);
    if (!database.ok()) return database.error();
    return applyStep(**database, step.step, step.back, stop, progress);
}

} // namespace rb::project
