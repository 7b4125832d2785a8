#pragma once

#include "core/project/project.h"

#include <QString>

#include <memory>

namespace rb::jobs {

/// Opens the sample project at `path`, making it first when it is not there: the pictures of
/// `samples` (a folder with `samples.json`), most with regions and accepted captions, the last
/// ones bare for the newcomer's own first box.
Result<std::unique_ptr<project::Project>> openSampleProject(const QString& path, const QString& samples);

} // namespace rb::jobs
