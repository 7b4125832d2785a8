#include "viewer3d/cloud_view_parts.h"

#include "core/spatial/pick_point.h"
#include "viewer3d/boxes/box_geometry.h"
#include "viewer3d/overlay/orientation_cube.h"
#include "viewer3d/overlay/region_overlay.h"
#include "viewer3d/overlay/scale_bar.h"
#include "viewer3d/tools/area_tools.h"
#include "viewer3d/tools/box_tool.h"
#include "viewer3d/tools/select_tool.h"
#include "viewer3d/vtk_widget.h"

#include <QPainter>

#include <algorithm>

namespace rb::viewer3d {
namespace {

constexpr int kRestMs = 140;      // the camera counts as still
constexpr int kFillMs = 4;        // between two frames that add points: time for input
constexpr double kPickReach = 6;  // pixels

constexpr Camera kFirstCamera{{-1.1, -1.5, 1.0}, {0, 0, 0}, {0, 0, 1}};

} // namespace

CloudView::Parts::Parts(CloudView& view) : owner(view) {
    tools = {std::make_unique<SelectTool>(*this), std::make_unique<BoxTool>(*this), std::make_unique<RectangleTool>(*this),
             std::make_unique<LassoTool>(*this), std::make_unique<PolygonTool>(*this), std::make_unique<BrushTool>(*this)};
    control.setCamera(kFirstCamera);
    control.frame(scene.bounds());
    restTimer.setSingleShot(true);
    QObject::connect(&restTimer, &QTimer::timeout, &owner, [this] { rest(); });
    QObject::connect(&flyTimer, &QTimer::timeout, &owner, [this] { fly(); });
    if (!VtkWidget::isPossible()) return;
    surface = new VtkWidget(&owner);
    surface->setAttribute(Qt::WA_TransparentForMouseEvents);
    surface->setFocusPolicy(Qt::NoFocus);
    surface->addRenderer(scene.renderer());
    QObject::connect(surface, &VtkWidget::contextMade, &owner, [this] { scene.useDriver(surface->driver().toStdString()); });
    QObject::connect(surface, &VtkWidget::aboutToDraw, &owner, [this] {
        scene.setView(control.projection(), surface->sizeInPixels());
        frameTimer.start();
        scene.prepareFrame();
    });
    QObject::connect(surface, &VtkWidget::frameSwapped, &owner, [this] {
        if (frameTimer.isValid()) scene.frameTook(double(frameTimer.nsecsElapsed()) * 1e-6);
        frameTimer.invalidate();
    });
    QObject::connect(surface, &VtkWidget::drawOver, &owner, [this](QPainter& painter) { drawOver(painter); });
}

CloudView::Parts::~Parts() {
    restTimer.stop();
    flyTimer.stop();
    // Before the scene, whose graphics resources live in its context.
    delete surface;
}

std::optional<Vec3d> CloudView::Parts::placeUnder(QPointF pos) const {
    if (!octree || octree->size() == 0) return std::nullopt;
    const auto picked = spatial::pickPoint(*octree, owner.screenView(), {pos.x(), pos.y()}, kPickReach);
    if (!picked) return std::nullopt;
    return Vec3d{double(picked->position[0]), double(picked->position[1]), double(picked->position[2])};
}

double CloudView::Parts::floorHeight() const { return octree && octree->size() > 0 ? double(octree->bounds().min[2]) : 0; }

geometry::Box3 CloudView::Parts::toFile(geometry::Box3 box) const { return cloud ? movedBy(box, cloud->offset) : box; }
geometry::Box3 CloudView::Parts::fromFile(geometry::Box3 box) const { return cloud ? movedBy(box, -cloud->offset) : box; }

void CloudView::Parts::requestBox(const geometry::Box3& box) {
    endPreview();
    Q_EMIT owner.boxDrawn(toFile(box));
}

void CloudView::Parts::preview(qint64 id, const geometry::Box3& box) {
    if (previewed && previewed->id == id && previewed->box == box) return;
    previewed = Preview{id, box};
    showRegions();
    Q_EMIT owner.boxChanging(id, toFile(box));
}

void CloudView::Parts::endPreview() {
    previewed.reset();
    showRegions();
}

void CloudView::Parts::dropPreview() {
    if (!previewed) return;
    endPreview();
    Q_EMIT owner.boxChangeCancelled();
}

void CloudView::Parts::requestChange(qint64 id, const geometry::Box3& box) {
    endPreview();
    Q_EMIT owner.boxChanged(id, toFile(box));
}

void CloudView::Parts::clickRegion(qint64 id, Qt::KeyboardModifiers modifiers) { Q_EMIT owner.regionClicked(id, modifiers); }

void CloudView::Parts::markArea(const QPolygonF& polygon, Qt::KeyboardModifiers modifiers) {
    Q_EMIT owner.screenPolygonDrawn(polygon, owner.screenView(), modifiers);
}

void CloudView::Parts::brush(QPointF centre, double radius, Qt::KeyboardModifiers modifiers) {
    Q_EMIT owner.brushMoved(centre, radius, owner.screenView(), modifiers);
}

void CloudView::Parts::endBrush() { Q_EMIT owner.brushReleased(); }

void CloudView::Parts::repaintView() {
    if (surface) surface->update();
    else owner.update();
}

void CloudView::Parts::setRegions(std::vector<RegionBox> regions) {
    for (RegionBox& region : regions) region.box = fromFile(region.box);
    m_regions = std::move(regions);
    if (previewed && previewed->id != 0 && std::none_of(m_regions.begin(), m_regions.end(), [this](const RegionBox& r) { return r.id == previewed->id; }))
        activeTool().cancel();
    showRegions();
    control.setBounds(scene.drawnBounds());
}

void CloudView::Parts::showRegions() {
    std::vector<RegionBox> shown = m_regions;
    if (previewed && previewed->id == 0) shown.push_back({0, previewed->box, m_look.accent, {}, true, false});
    for (RegionBox& region : shown)
        if (previewed && region.id == previewed->id) region.box = previewed->box;
    scene.setRegions(shown);
    repaintView();
}

void CloudView::Parts::viewMoved() {
    control.setBounds(scene.drawnBounds());
    filling = octree != nullptr && surface != nullptr;
    restTimer.start(kRestMs);
    repaintView();
    Q_EMIT owner.cameraChanged();
}

void CloudView::Parts::viewChanged() {
    filling = octree != nullptr && surface != nullptr;
    restTimer.start(kRestMs);
    repaintView();
}

void CloudView::Parts::rest() {
    if (gesture == Gesture::Camera || control.isFlying()) {
        restTimer.start(kRestMs);
        return;
    }
    // A view that is not on the screen draws nothing, so there is nothing to wait for.
    filling = surface && surface->isVisible() && scene.fillMore();
    if (!filling) return;
    repaintView();
    restTimer.start(kFillMs);
}

void CloudView::Parts::fly() {
    const double seconds = std::min(0.1, double(flown.restart()) * 1e-3);
    if (control.fly(seconds, fast)) viewMoved();
    if (!control.isFlying()) flyTimer.stop();
}

void CloudView::Parts::drawOver(QPainter& painter) {
    painter.setFont(owner.font());
    const Projection& view = control.projection();
    std::vector<RegionBox> shown = m_regions;
    for (RegionBox& region : shown)
        if (previewed && region.id == previewed->id) region.box = previewed->box;
    if (labels) paintLabels(painter, shown, view, m_look);
    activeTool().paint(painter);
    if (gesture == Gesture::Camera) paintPivot(painter);
    if (octree && octree->size() > 0) paintScaleBar(painter, view, m_look);
    OrientationCube(control.camera(), cubeRect()).paint(painter, m_look, hoveredSide);
}

void CloudView::Parts::paintPivot(QPainter& painter) const {
    const auto at = control.projection().toScreen(control.pivot());
    if (!at) return;
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, width] : {std::pair(m_look.plate, 3.0), std::pair(m_look.accent, 1.4)}) {
        painter.setPen(QPen(color, width));
        painter.drawEllipse(QPointF(at->x, at->y), 6, 6);
    }
}

std::optional<spatial::Bounds> CloudView::Parts::selectedBounds() const {
    std::optional<spatial::Bounds> all;
    for (const RegionBox& region : m_regions) {
        if (!region.selected || region.hidden) continue;
        const spatial::Bounds box = boundsOf(region.box);
        if (!all) all = box;
        for (std::size_t k = 0; k < 3; ++k) {
            all->min[k] = std::min(all->min[k], box.min[k]);
            all->max[k] = std::max(all->max[k], box.max[k]);
        }
    }
    return all;
}

} // namespace rb::viewer3d
