#pragma once

#include "core/project/project.h"

#include <QStringList>

#include <memory>

namespace rb::studio {

/// The sample project in the user's data folder, made at its first opening.
Result<std::unique_ptr<project::Project>> openSample();
bool isSample(const project::Project& project);

/// The project to start with: the one named; one in the folder of the named pictures (or, when that
/// cannot be written, in the user's data folder); without names the sample project. A picture or
/// folder that is not there is refused.
Result<std::unique_ptr<project::Project>> startProject(const QStringList& paths);

} // namespace rb::studio
