#include "cloud_workspace/region_points.h"

#include "core/spatial/region_queries.h"

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
