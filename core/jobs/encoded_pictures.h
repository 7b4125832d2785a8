#pragma once

#include "core/vlm/region_captioner.h"

#include <QString>

#include <list>

namespace rb::jobs {

/// The pictures encoded last, so that a further box of one of them costs only its own caption.
/// Used on the inference thread alone.
class EncodedPictures {
public:
    struct Found {
        vlm::EncodedImage image;
        double seconds = 0; ///< spent on reading and encoding; 0 when it was still there
    };
    /// The encoded picture in `file`, made now unless the same content was encoded lately.
    Result<Found> get(const QString& file, vlm::RegionCaptioner& captioner);
    void clear() { m_pictures.clear(); }

private:
    struct Entry {
        QString key; ///< path, size and time of change
        vlm::EncodedImage image;
    };
    std::list<Entry> m_pictures; ///< latest first
};

} // namespace rb::jobs
