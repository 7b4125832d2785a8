#pragma once

#include "core/base/result.h"
#include "core/clouds/cloud_reader.h"
#include "core/clouds/point_batch.h"
#include "core/clouds/thinning.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace rb::clouds {

/// Takes points in the file's order; an error stops the reading and is handed on.
using BatchTaker = std::function<Status(const PointBatch&)>;

/// An opened cloud file: its header was read and agrees with the file's size; its points come in batches.
class PointSource {
public:
    virtual ~PointSource() = default;
    const CloudHeader& header() const { return m_header; }
    /// Whether not-a-number for x, y and z means "nothing was measured here" (PCD) and is no damage.
    virtual bool holesAreAllowed() const { return false; }
    /// Whether the file's coordinates are 32-bit floats, which an offset should leave exact.
    virtual bool floatPositions() const { return false; }
    /// Whether its colours are of a floating-point type, or of 16 bits.
    virtual bool realColors() const { return false; }
    virtual bool shortColors() const { return false; }

    /// About `count` points that tell the range of the values, spread over the file where that is cheap.
    virtual Result<PointBatch> sample(std::size_t count) = 0;
    /// The chosen points in batches.
    virtual Status read(const Thinning& thinning, const BatchTaker& take) = 0;

protected:
    CloudHeader m_header;
};

using OpenedSource = Result<std::unique_ptr<PointSource>>;

/// Each reads a header of its format and refuses what disagrees with the file's size.
OpenedSource openPly(const std::filesystem::path& path);
OpenedSource openPcd(const std::filesystem::path& path);
OpenedSource openLas(const std::filesystem::path& path);
/// LAZ through LASzip; without that library a refusal.
OpenedSource openLaz(const std::filesystem::path& path);
OpenedSource openNpy(const std::filesystem::path& path);
OpenedSource openNpz(const std::filesystem::path& path);
OpenedSource openText(const std::filesystem::path& path);
OpenedSource openKitti(const std::filesystem::path& path);
/// `<scene>_aligned_vert.npy` with its label files beside it.
OpenedSource openScene(const std::filesystem::path& path);

} // namespace rb::clouds
