#pragma once

#include "core/project/project.h"

#include <QString>

#include <memory>

namespace rb::jobs {

/// Opens the sample project at `path`, making it first when it is not there, from `samples`: the pictures of `samples.json`,
/// most with regions and accepted captions, the last ones bare for the newcomer's own first box; and those of `review.json`,
/// whose captions in another wording are drafts to be reviewed and learnt.
Result<std::unique_ptr<project::Project>> openSampleProject(const QString& path, const QString& samples);

} // namespace rb::jobs
