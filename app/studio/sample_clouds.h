#pragma once

#include "core/project/project.h"

namespace rb::studio {

/// Adds made-up rooms and objects to the sample project: their files are written into `folder`. Most regions are captioned;
/// those of the last room wait for the newcomer.
Status addSampleClouds(project::Project& project, const QString& folder);

} // namespace rb::studio
