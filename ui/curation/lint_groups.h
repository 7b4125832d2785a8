#pragma once

#include "core/query/lint.h"
#include "core/query/near_duplicates.h"

namespace rb::ui {

/// A caption that something was found about.
struct FoundCaption {
    project::Id caption = 0;
    QString detail;
};

/// Findings of one kind.
struct FindingGroup {
    QString title;
    QString query;     ///< finds the same captions; empty: no query does
    qint64 count = 0;  ///< all; more than `rows` when they are too many to list
    std::vector<FoundCaption> rows;
};

/// As many of a kind are listed.
inline constexpr std::size_t kMostListed = 200'000;

/// What query::lint() finds, one group a kind that occurs, in the order of query::allLints().
Result<std::vector<FindingGroup>> lintGroups(const project::Database& database);
/// The captions of query::nearDuplicates(), those that say the same side by side.
Result<FindingGroup> nearDuplicateGroup(const project::Database& database, const query::NearDuplicateOptions& options);

} // namespace rb::ui
