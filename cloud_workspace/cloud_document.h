#pragma once

#include "core/clouds/cloud.h"
#include "core/geometry/box3.h"
#include "core/geometry/point_cloud.h"
#include "core/spatial/point_octree.h"
#include "core/spatial/point_selection.h"

#include <QMetaType>

#include <memory>

namespace rb::cloud_workspace {

/// An open cloud and its index. Never changed once it is made; any number of threads may read it.
struct CloudDocument {
    std::shared_ptr<const clouds::Cloud> cloud;
    std::shared_ptr<const spatial::PointOctree> octree;

    explicit operator bool() const { return cloud && octree; }
};

/// A box of the file's coordinates in the octree's, which lack the cloud's offset.
geometry::Box3 inOctree(const CloudDocument& document, geometry::Box3 box);
geometry::Box3 inFile(const CloudDocument& document, geometry::Box3 box);

/// The selected points as a model takes them, in the octree's coordinates: an object has no place.
geometry::PointCloud pointsFor(const CloudDocument& document, const spatial::PointSelection& selection);

} // namespace rb::cloud_workspace

Q_DECLARE_METATYPE(rb::cloud_workspace::CloudDocument)
