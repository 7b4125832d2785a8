#pragma once

#include "core/jobs/inference_thread.h"

#include <list>

namespace rb::jobs {

/// The clouds encoded last, so that a further box of a scene costs only its own caption. Used on the inference thread alone.
class EncodedClouds {
public:
    struct Found {
        vlm::EncodedCloud cloud;
        double seconds = 0; ///< spent on reading and encoding; 0 when it was still there
    };
    /// As `regions` need it: the scene in `file`, the object in it, or the given points as an object. The same cloud is
    /// always sampled alike.
    Result<Found> get(const QString& file, const CloudRegions& regions, vlm::RegionCaptioner& captioner);
    void clear() { m_clouds.clear(); }

private:
    struct Entry {
        QString key; ///< path, size, time of change, and as what it was encoded
        vlm::EncodedCloud cloud;
    };
    Result<vlm::EncodedCloud> encoded(const QString& file, const CloudRegions& regions, vlm::RegionCaptioner& captioner);

    std::list<Entry> m_clouds; ///< latest first
};

} // namespace rb::jobs
