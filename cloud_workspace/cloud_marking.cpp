#include "cloud_workspace/cloud_marking.h"

#include "cloud_workspace/cloud_binding.h"
#include "core/spatial/nearest_points.h"
#include "core/spatial/screen_queries.h"
#include "ui/error_text.h"

#include <algorithm>

namespace rb::cloud_workspace {

using spatial::PointSelection;
using viewer3d::CloudView;

CloudMarking::CloudMarking(CloudBinding& binding, CloudView& view, ui::Workspace& workspace, QObject* parent)
    : QObject(parent), m_binding(binding), m_view(view), m_workspace(workspace) {
    connect(&view, &CloudView::pointPicked, this, &CloudMarking::grow);
    connect(&view, &CloudView::screenPolygonDrawn, this, &CloudMarking::markArea);
    connect(&view, &CloudView::brushMoved, this, &CloudMarking::brush);
    connect(&view, &CloudView::brushReleased, this, &CloudMarking::endBrush);
}

spatial::DepthBounds CloudMarking::depthsShown() const {
    if (!m_binding.document()) return {0, 0};
    const spatial::Bounds bounds = m_binding.document().octree->bounds();
    const spatial::Projection seen(m_view.screenView());
    spatial::DepthBounds depth{seen.nearestDepth(bounds), seen.nearestDepth(bounds)};
    for (unsigned int corner = 0; corner < 8; ++corner) {
        const float place[] = {corner & 1 ? bounds.max[0] : bounds.min[0], corner & 2 ? bounds.max[1] : bounds.min[1], corner & 4 ? bounds.max[2] : bounds.min[2]};
        depth.far = std::max(depth.far, seen.depthOf(place));
    }
    return depth;
}

void CloudMarking::markArea(const QPolygonF& polygon, const spatial::ScreenView& view, Qt::KeyboardModifiers modifiers) {
    if (!m_binding.document()) return;
    if (m_view.tool() == CloudView::Tool::Rectangle) return fitBox(polygon, view);
    std::vector<geometry::Point2> corners;
    for (const QPointF& corner : polygon) corners.push_back({corner.x(), corner.y()});
    mark(spatial::pointsInScreenPolygon(*m_binding.document().octree, view, corners, m_options.depth), &view, combineFor(modifiers), tr("Mark points"));
}

void CloudMarking::fitBox(const QPolygonF& rectangle, const spatial::ScreenView& view) {
    const QRectF frame = rectangle.boundingRect();
    spatial::BoxFitOptions options;
    options.depth = m_options.depth;
    const auto fitted = spatial::fitBox(*m_binding.document().octree, view, {frame.x(), frame.y(), frame.width(), frame.height()}, options);
    if (!fitted.ok()) return Q_EMIT said(ui::errorText(fitted.error()));
    if (m_binding.insert({inFile(m_binding.document(), fitted->box), {}}, tr("Fit region"))) Q_EMIT boxFitted();
}

void CloudMarking::brush(QPointF centre, double radius, const spatial::ScreenView& view, Qt::KeyboardModifiers modifiers) {
    if (!m_binding.document()) return;
    const spatial::PointOctree& octree = *m_binding.document().octree;
    if (!m_brushed) m_brushed.emplace(octree.size());
    m_brushed->add(spatial::pointsInScreenDisc(octree, view, {centre.x(), centre.y()}, radius, m_options.depth));
    m_brushView = view;
    m_brushHow = combineFor(modifiers);
    m_view.setSelection(m_brushed->words());
}

void CloudMarking::endBrush() {
    if (!m_brushed) return;
    PointSelection marked = std::move(*m_brushed);
    m_brushed.reset();
    mark(std::move(marked), &m_brushView, m_brushHow, tr("Brush points"));
}

void CloudMarking::growFromNextPoint() {
    m_growing = true;
    Q_EMIT said(tr("Click the point to grow from"));
}

void CloudMarking::grow(double x, double y, double z) {
    if (!m_growing || !m_binding.document()) return;
    m_growing = false;
    const CloudDocument& document = m_binding.document();
    const auto& offset = document.cloud->offset;
    const spatial::Vec3 place{static_cast<float>(x - offset[0]), static_cast<float>(y - offset[1]), static_cast<float>(z - offset[2])};
    const auto seed = spatial::nearest(*document.octree, place, 1);
    if (seed.empty()) return;
    auto grown = spatial::growRegion(*document.octree, {document.cloud->colors, document.cloud->normals}, seed.front().place, growOptionsOf(m_options, *document.cloud));
    if (!grown.ok()) return m_workspace.report(grown.error());
    mark(std::move(*grown), nullptr, Combine::Replace, tr("Grow region"));
}

void CloudMarking::mark(PointSelection marked, const spatial::ScreenView* view, Combine how, const QString& editName) {
    const CloudDocument& document = m_binding.document();
    if (m_options.surfaceOnly && view) marked = spatial::visibleSurfaceOnly(*document.octree, marked, *view, surfaceOf(document));
    const auto region = m_binding.currentRegion();
    if (region && how != Combine::Replace) marked = combined(how, pointsOf(document, *region->cloud), marked);
    const auto shape = shapeOf(document, marked, spatial::BoxTurn::AxisAligned);
    if (!shape.ok()) {
        Q_EMIT said(tr("No points were marked"));
        return m_binding.showMarked();
    }
    if (region && how != Combine::Replace) m_binding.setShape(region->id, *shape, editName);
    else m_binding.insert(*shape, editName);
}

std::optional<PointSelection> CloudMarking::selectedPoints() {
    const auto region = m_binding.currentRegion();
    if (m_binding.document() && region) return pointsOf(m_binding.document(), *region->cloud);
    Q_EMIT said(tr("Select a region first"));
    return std::nullopt;
}

void CloudMarking::reshape(const PointSelection& points, spatial::BoxTurn turn, const QString& editName) {
    const auto shape = shapeOf(m_binding.document(), points, turn);
    if (shape.ok()) m_binding.setShape(m_binding.currentRegion()->id, *shape, editName);
    else Q_EMIT said(tr("No points would be left"));
}

void CloudMarking::invert() {
    auto points = selectedPoints();
    if (!points) return;
    points->invert();
    reshape(*points, spatial::BoxTurn::AxisAligned, tr("Invert points"));
}

void CloudMarking::keepPoints() {
    if (const auto points = selectedPoints()) reshape(*points, spatial::BoxTurn::AxisAligned, tr("Take the points in the box"));
}

void CloudMarking::turnBox() {
    if (const auto points = selectedPoints()) reshape(*points, spatial::BoxTurn::Yaw, tr("Turn the box to fit"));
}

} // namespace rb::cloud_workspace
