#include "core/synthetic/object_cloud.h"

#include "core/synthetic/furniture.h"

namespace rb::synthetic {

ObjectCloud makeObject(const ObjectOptions& options, std::uint64_t seed, std::uint64_t index) {
    Random random(seed, "object", index);
    const Furniture furniture = makeFurniture(random.below(furnitureKinds().size()), random);
    geometry::PointCloud cloud;
    cloud.positions.reserve(3 * options.points);
    for (const SurfacePoint& point : pointsOn(furniture.solids, options.points, random))
        for (const double axis : point.position)
            cloud.positions.push_back(static_cast<float>(axis + options.noise * random.bell()));
    return {geometry::normalisedToUnitSphere(std::move(cloud)), furniture.noun.name,
            objectCaption(options.style, furniture.noun)};
}

} // namespace rb::synthetic
