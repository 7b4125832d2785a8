#include "cloud_workspace/region_points.h"

#include "core/spatial/region_queries.h"

#include <algorithm>
#include <utility>

namespace rb::cloud_workspace {

using spatial::PointSelection;

Combine combineFor(Qt::KeyboardModifiers modifiers) {
    const bool shift = modifiers.testFlag(Qt::ShiftModifier), control = modifiers.testFlag(Qt::ControlModifier);
    if (shift && control) return Combine::Intersect;
    return shift ? Combine::Add : control ? Combine::Subtract : Combine::Replace;
}

PointSelection pointsOf(const CloudDocument& document, const project::CloudShape& shape) {
    const std::string_view bytes(shape.points.constData(), static_cast<std::size_t>(shape.points.size()));
    if (!bytes.empty())
        if (const auto stored = PointSelection::fromBytes(bytes, document.octree->size()); stored.ok()) return stored->inOctreeOrder(*document.octree);
    return spatial::pointsInBox(*document.octree, inOctree(document, shape.box));
}

// How far behind the surface a point still belongs to it, as a part of the cloud's size.
static constexpr double kSurfaceDepth = 0.004;

spatial::SurfaceOptions surfaceOf(const CloudDocument& document, double pointSize) {
    const spatial::Bounds bounds = document.octree->bounds();
    spatial::SurfaceOptions options;
    options.pointSize = pointSize;
    for (std::size_t axis = 0; axis < 3; ++axis) options.tolerance = std::max(options.tolerance, kSurfaceDepth * double(bounds.max[axis] - bounds.min[axis]));
    return options;
}

PointSelection combined(Combine how, PointSelection before, const PointSelection& marked) {
    switch (how) {
    case Combine::Replace: return marked;
    case Combine::Add: before.add(marked); break;
    case Combine::Subtract: before.subtract(marked); break;
    case Combine::Intersect: before.intersect(marked); break;
    }
    return before;
}

Result<project::CloudShape> shapeOf(const CloudDocument& document, const PointSelection& points, spatial::BoxTurn turn) {
    const auto box = spatial::boxAround(*document.octree, points, turn);
    if (!box.ok()) return box.error();
    const std::string bytes = points.inGivenOrder(*document.octree).toBytes();
    return project::CloudShape{inFile(document, *box), QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))};
}

} // namespace rb::cloud_workspace
