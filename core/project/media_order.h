#pragma once

#include "core/project/database.h"
#include "core/project/records.h"

namespace rb::project {

// Steps in the order of Project::allMedia() that read no more rows than they need: a key is to go on at once in a project
// of a hundred thousand pictures, too.

/// 0: there is none.
Id firstMedia(const Database& database);

/// The medium `step` places after `id`, or before it when negative; beyond an end the one that stands there. 0: there is no
/// medium of this id.
Id mediaBeside(const Database& database, Id id, int step);

/// The nearest medium after `id` (before it when not `forward`) that shows a draft, of a region or of the whole; 0: none.
Id mediaWithDrafts(const Database& database, Id id, bool forward);

} // namespace rb::project
