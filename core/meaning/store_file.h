#pragma once

#include "core/project/database.h"

namespace rb::meaning {

/// Opens the file of an EmbeddingStore, and makes it when it is not there. A file that is damaged, another program's or
/// of another version is removed and made anew: it holds nothing that cannot be computed again. Fails when the folder
/// cannot be written, or something that is no file has the name.
Result<std::unique_ptr<project::Database>> openStoreFile(const QString& path);

/// Removes it with the logs beside it.
void removeStoreFile(const QString& path);

} // namespace rb::meaning
