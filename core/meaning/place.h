#pragma once

#include "core/project/database.h"
#include "core/project/records.h"

#include <QHashFunctions>

namespace rb::meaning {

/// What an embedding is of: a region, or with region 0 the picture as a whole.
struct Place {
    project::Id media = 0;
    project::Id region = 0;

    friend bool operator==(const Place&, const Place&) = default;
    friend size_t qHash(const Place& place, size_t seed = 0) { return qHashMulti(seed, place.media, place.region); }
};

/// The region with this id, or the picture; {0, id} when the project has neither.
Place placeOf(const project::Database& project, project::Id id);

/// A place that is near what was asked for.
struct Match {
    Place place;
    double similarity = 0; ///< a cosine, in [-1, 1]
};

} // namespace rb::meaning
