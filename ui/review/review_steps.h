#pragma once

#include "ui/workspace/workspace.h"

namespace rb::ui {

enum class StepDirection { Forward, Back };

/// Goes to the nearest picture in that direction that has a draft shown; false when there is none.
bool stepToDrafts(Workspace& workspace, StepDirection direction);

/// The region after the current one in the picture's order, hidden ones left out; 0 after the last.
project::Id regionAfterCurrent(const Workspace& workspace);

/// The region before the current one; 0 before the first.
project::Id regionBeforeCurrent(const Workspace& workspace);

/// Accepts every draft that is shown on the current picture, as one edit, and gives them as they were.
std::vector<project::Caption> acceptAllDrafts(Workspace& workspace);

} // namespace rb::ui
