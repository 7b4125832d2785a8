#pragma once

#include "cloud_workspace/cloud_document.h"
#include "core/project/records.h"
#include "core/spatial/box_fit.h"
#include "core/spatial/visible_surface.h"

#include <Qt>

namespace rb::cloud_workspace {

/// What marked points do to a region's.
enum class Combine { Replace, Add, Subtract, Intersect };

/// Shift adds, Ctrl subtracts, both intersect.
Combine combineFor(Qt::KeyboardModifiers modifiers);

/// The points of a region: those stored with it, else those in its box. Stored points of another cloud (the file was
/// changed) do not count.
spatial::PointSelection pointsOf(const CloudDocument& document, const project::CloudShape& shape);

/// What of a view's points lies on the surface that it shows; `pointSize` in pixels.
spatial::SurfaceOptions surfaceOf(const CloudDocument& document, double pointSize = 3);

spatial::PointSelection combined(Combine how, spatial::PointSelection before, const spatial::PointSelection& marked);

/// A region of these points with the box around them; fails when there are none.
Result<project::CloudShape> shapeOf(const CloudDocument& document, const spatial::PointSelection& points, spatial::BoxTurn turn);

} // namespace rb::cloud_workspace
