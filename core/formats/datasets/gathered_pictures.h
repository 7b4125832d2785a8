#pragma once

#include "core/formats/format.h"

#include <unordered_map>

namespace rb::formats {

/// Joins records of the same picture before they go on to a sink, up to some ten megabytes of them; a
/// larger file's pictures may still come in several records.
class GatheredPictures {
public:
    explicit GatheredPictures(const RecordSink& sink) : m_sink(sink) {}

    /// With a `sameRegion`, `record` has one region, and regions of a picture with the same key become
    /// one with the captions of all.
    Status add(PictureRecord record, const std::string& sameRegion = {});
    /// Gives what is still held to the sink; to be called at the end.
    Status flush();

private:
    struct Gathered {
        PictureRecord picture;
        std::unordered_map<std::string, std::size_t> regions; ///< by key
    };
    static void join(Gathered& held, PictureRecord record, const std::string& sameRegion);

    const RecordSink& m_sink;
    std::vector<Gathered> m_pictures;                     ///< in the order of first mention
    std::unordered_map<std::string, std::size_t> m_known; ///< by path
    std::size_t m_bytes = 0;
};

} // namespace rb::formats
