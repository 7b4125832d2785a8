#pragma once

#include "ui/training/data_source.h"
#include "ui/workspace/workspace.h"

namespace rb::ui {

/// The accepted captions of regions and whole pictures of the open project that a query finds. Read by Project's own
/// connection, on the window's thread: a training asks for them once. `workspace` outlives the functions.
DataSource projectData(Workspace& workspace);

} // namespace rb::ui
