#pragma once

#include "core/project/database.h"
#include "core/project/records.h"
#include "core/query/lint_text.h"

namespace rb::query {

struct LintFinding {
    project::Id caption = 0, media = 0, region = 0;
    Lint kind = Lint::Empty;
    QString detail; ///< as of TextFinding; of ContradictsLabel the other label
};

struct LintOptions {
    qint64 mostWords = kLongCaption;
    bool rejectedToo = false;
};

/// Looks at every shown caption, in constant memory beside the labels, and calls `each` with what it
/// finds until that returns false.
Status lint(const project::Database& database, const LintOptions& options, const std::function<bool(const LintFinding&)>& each);

} // namespace rb::query
