#pragma once

#include "core/jobs/batch_plan.h"

#include <memory>

namespace rb::jobs {

/// One of several equal parts of a project's pictures and clouds, so that as many processes can caption it at once. Every medium
/// is in just one of them, whatever else is in the project: its number decides.
struct Shard {
    int number = 1; ///< from 1
    int count = 1;

    bool holds(project::Id media) const;
    /// Those targets whose medium it holds.
    std::vector<CaptionTarget> of(const std::vector<CaptionTarget>& targets) const;
    /// Beside the project: "cats.shard-2-of-4.rbproject".
    QString copyOf(const QString& projectFile) const;
};

/// "2/4".
Result<Shard> shardFrom(const QString& text);

/// The shard's own copy of the project, made now unless it is there: then the work in it goes on, also after it was killed.
/// `project::mergeFrom` brings what is written in it into the project, as often as one likes.
Result<std::unique_ptr<project::Project>> openShard(const QString& projectFile, const QString& copy);

} // namespace rb::jobs
