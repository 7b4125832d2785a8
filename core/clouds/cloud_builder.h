#pragma once

#include "core/clouds/point_source.h"

namespace rb::clouds {

/// How the numbers of a file become those of a Cloud; read off a sample of its points.
struct Conversion {
    std::array<double, 3> offset{};
    double colorScale = 1; ///< from the file's colours to bytes

    /// Far clouds get whole numbers near their middle as offset. Colours are bytes, unless they are real and reach 1 at most
    /// (× 255) or of 16 bits and pass 255 (÷ 257).
    static Conversion of(const PointSource& source, const PointBatch& sample);
};

/// Puts batches together to a Cloud.
class CloudBuilder {
public:
    CloudBuilder(const PointSource& source, std::string name, const Conversion& conversion, std::uint64_t points);

    /// Refuses places and intensities that are not finite in 32 bits; holes are left out where the source allows them.
    Status append(const PointBatch& batch);
    /// What was appended; refused when nothing but holes was.
    Result<Cloud> take();

private:
    /// The places in the batch that are no holes.
    void choose(const PointBatch& batch);
    Status appendPlaces(const PointBatch& batch);
    void appendColors(const PointBatch& batch);
    void appendNormals(const PointBatch& batch);

    std::string m_name;
    bool m_holesAreAllowed;
    Presence m_has;
    Conversion m_conversion;
    std::vector<std::uint32_t> m_kept;
    Cloud m_cloud;
};

} // namespace rb::clouds
