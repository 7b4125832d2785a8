#pragma once

#include "core/base/result.h"

#include <QString>

namespace rb::project {

/// Refuses a folder on a network file system: SQLite's write-ahead log is not safe there.
Status checkLocalStorage(const QString& path);

} // namespace rb::project
