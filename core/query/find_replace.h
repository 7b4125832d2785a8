#pragma once

#include "core/project/project.h"
#include "core/query/query.h"

namespace rb::query {

struct FindOptions {
    bool regularExpression = false; ///< the replacement may hold \1 to \9, \0 (all that was found), \n, \t and \\ then
    bool matchCase = false;
    bool wholeWords = false;
};

struct Replacement {
    project::Id caption = 0;
    QString before, after;
};

/// What a replacement would do, for a preview.
struct ReplacePlan {
    std::vector<Replacement> changes; ///< captions whose text would change, by id
    qint64 human = 0;                 ///< of them, written or edited by a person
    qint64 machine = 0;
};

/// Looks at the shown captions of the rows that `query` finds. Refused: an empty `find`, a bad regular
/// expression (with the character where it goes wrong), and one that takes too long on a caption.
Result<ReplacePlan> planReplace(const project::Database& database, const Query& query, const QString& find, const QString& replace,
                                const FindOptions& options = {});

struct ReplaceOutcome {
    qint64 replaced = 0;
    std::vector<project::Id> skipped; ///< captions that were changed or deleted since the plan was made
};

/// One edit, "Replace in captions". A person asked for it: the captions become human, and a model's
/// words are kept as what they were edited from, as setCaptionText() does.
Result<ReplaceOutcome> applyReplace(project::Project& project, const ReplacePlan& plan);

} // namespace rb::query
