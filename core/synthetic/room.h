#pragma once

#include "core/geometry/box3.h"
#include "core/geometry/point_cloud.h"
#include "core/synthetic/captions.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rb::synthetic {

struct RoomOptions {
    std::size_t points = 2048;
    int minObjects = 2, maxObjects = 5; ///< fewer when no place is found
    double minGap = 0.10;               ///< metres between footprints, at least
    double noise = 0.006;               ///< metres, standard deviation along each axis
    CaptionStyle style = CaptionStyle::Plain;
};

struct RoomObject {
    geometry::Box3 box;  ///< metres, yaw 0; the noise may carry points a little outside
    std::string name;    ///< "chair"
    int nyu40Id = 0;     ///< FurnitureKind::nyu40Id
    std::string caption; ///< "a tall chair next to a table": the object whose centre is nearest on the floor
};

/// What a room's point lies on, besides 1 + index of an object.
constexpr std::uint32_t kNoObject = 0;

struct RoomScene {
    geometry::PointCloud cloud;           ///< metres, z up, the floor at 0 around the origin; with colours
    std::vector<float> normals;           ///< x y z a point, of length 1
    std::vector<std::uint32_t> instances; ///< a point's object: 1 + index, kNoObject on floor and walls
    std::vector<std::uint32_t> semantics; ///< a point's NYU40 class: 1 wall, 2 floor, or the object's
    std::vector<RoomObject> objects;
};

/// Room `index` of `seed`: a floor, two walls, and furniture that does not touch. A third of the points
/// lies on floor and walls.
RoomScene makeRoom(const RoomOptions& options, std::uint64_t seed, std::uint64_t index);

} // namespace rb::synthetic
