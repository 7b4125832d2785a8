#pragma once

#include "core/project/project.h"

namespace rb::query {

/// Media that must not be torn apart lie in one split.
enum class KeepTogether {
    Nothing,
    SameContent,        ///< the same SHA-256
    SameFolder,         ///< the folder of the path
    FolderAndContent,
};

struct SplitOptions {
    double train = 0.8, val = 0.1, test = 0.1; ///< shares; their sum is what counts as the whole
    std::uint64_t seed = 0;
    KeepTogether together = KeepTogether::SameContent;
    /// Media with a split keep it and count towards the shares; what must stay together with one goes
    /// where it is. False: everything is assigned anew.
    bool keepPresent = true;
};

struct SplitChange {
    project::Id media = 0;
    QString before, after;
};

struct SplitPlan {
    std::vector<SplitChange> changes;
    qint64 train = 0, val = 0, test = 0; ///< media in each afterwards
    qint64 groups = 0;                   ///< of media that stay together
};

/// Follows from the seed and the paths (or contents) alone: not from ids, order or what is where.
/// Without groups the shares are met to within one medium. Refused: a negative or no share.
Result<SplitPlan> planSplits(const project::Database& database, const SplitOptions& options);

/// One edit, "Assign splits". Media that are gone or have another split than planned are left alone.
Status applySplits(project::Project& project, const SplitPlan& plan);

} // namespace rb::query
