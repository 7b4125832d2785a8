#pragma once

#include "core/meaning/embedding_store.h"

namespace rb::meaning {

/// Which places of a project have an embedding that still holds, and which wait for one.
struct Survey {
    /// One picture and what of it is missing or stale: its regions, and 0 for the picture as a whole.
    struct Work {
        project::Id media = 0;
        std::vector<project::Id> regions;
    };
    qint64 total = 0;             ///< places that can have one
    qint64 ready = 0;
    qint64 impossible = 0;        ///< clouds, missing pictures, regions without area inside their picture
    std::vector<Work> work;       ///< in the order of pictures' paths
    std::vector<Place> gone;      ///< in the store, but no longer in the project
    qint64 left() const { return total - ready; }
};

/// Compares a project with a store. An embedding is stale when another model made it, its region's box was changed, or
/// the picture's file has another size or time of change. `folder`: of the project file. Needs some 100 bytes a place.
Result<Survey> surveyOf(const project::Database& project, const QString& folder, const EmbeddingStore& store, const QString& model);

} // namespace rb::meaning
