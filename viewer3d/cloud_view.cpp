#include "viewer3d/cloud_view.h"

#include "viewer3d/cloud_view_parts.h"
#include "viewer3d/vtk_widget.h"

#include <QPainter>

namespace rb::viewer3d {

CloudView::CloudView(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>(*this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 120);
    setAccessibleName(tr("3-D view"));
    setAccessibleDescription(tr("The point cloud with its regions"));
}

CloudView::~CloudView() = default;

void CloudView::setCloud(std::shared_ptr<const clouds::Cloud> cloud, std::shared_ptr<const spatial::PointOctree> octree) {
    Parts& p = *m_parts;
    cancelGesture();
    // Regions keep their places in the file, whatever the new cloud's offset is.
    std::vector<RegionBox> regions = p.m_regions;
    for (RegionBox& region : regions) region.box = p.toFile(region.box);
    p.cloud = std::move(cloud);
    p.octree = std::move(octree);
    p.scene.setCloud(p.cloud, p.octree);
    p.setRegions(std::move(regions));
    frameAll();
    p.viewChanged();
}

void CloudView::setRegions(std::vector<RegionBox> regions) { m_parts->setRegions(std::move(regions)); }

void CloudView::setSelection(std::span<const std::uint64_t> words) {
    m_parts->scene.setSelection({words.begin(), words.end()});
    m_parts->repaintView();
}

void CloudView::setColoring(const ColorChoice& choice) {
    m_parts->scene.setColoring(choice);
    m_parts->viewChanged();
}

void CloudView::setPointSize(int pixels) {
    m_parts->scene.setPointSize(pixels);
    m_parts->repaintView();
}

void CloudView::setEyeDome(bool on) {
    m_parts->scene.setEyeDome(on);
    m_parts->repaintView();
}

void CloudView::setGridShown(bool shown) {
    m_parts->scene.setGridShown(shown);
    m_parts->repaintView();
}

void CloudView::setLabelsShown(bool shown) {
    m_parts->labels = shown;
    m_parts->repaintView();
}

void CloudView::setLook(const ViewLook& look) {
    m_parts->m_look = look;
    m_parts->scene.setLook(look);
    m_parts->repaintView();
}

void CloudView::setPreset(NavigationPreset preset) { m_parts->control.setPreset(preset); }
void CloudView::setDrawBy(DrawBy by) { m_parts->scene.setDrawBy(by); }

void CloudView::setReadOnly(bool readOnly) {
    cancelGesture();
    m_parts->readOnly = readOnly;
    m_parts->repaintView();
}

void CloudView::setTool(Tool tool) {
    Parts& p = *m_parts;
    if (p.tool == tool) return;
    p.activeTool().finish();
    cancelGesture();
    p.tool = tool;
    p.updateCursor();
    p.repaintView();
    Q_EMIT toolChanged(tool);
}

CloudView::Tool CloudView::tool() const { return m_parts->tool; }

void CloudView::cancelGesture() {
    Parts& p = *m_parts;
    p.activeTool().cancel();
    p.control.endDrag();
    p.gesture = Parts::Gesture::None;
    p.repaintView();
}

Camera CloudView::camera() const {
    Camera camera = m_parts->control.camera();
    if (m_parts->cloud) {
        camera.position = camera.position + m_parts->cloud->offset;
        camera.focal = camera.focal + m_parts->cloud->offset;
    }
    return camera;
}

void CloudView::setCamera(const Camera& camera) {
    Camera own = camera;
    if (m_parts->cloud) {
        own.position = own.position - m_parts->cloud->offset;
        own.focal = own.focal - m_parts->cloud->offset;
    }
    m_parts->control.setCamera(own);
    m_parts->control.setPivot(own.focal);
    m_parts->viewMoved();
}

void CloudView::seeFrom(StandardView view) {
    m_parts->control.seeFrom(view, m_parts->scene.bounds());
    m_parts->viewMoved();
}

void CloudView::toggleProjection() {
    m_parts->control.toggleProjection();
    m_parts->viewMoved();
}

void CloudView::frameAll() {
    m_parts->control.frame(m_parts->scene.bounds());
    m_parts->viewMoved();
}

void CloudView::frameSelection() {
    m_parts->control.frame(m_parts->selectedBounds().value_or(m_parts->scene.bounds()));
    m_parts->viewMoved();
}

spatial::ScreenView CloudView::screenView() const {
    const Projection& projection = m_parts->control.projection();
    return {projection.viewProjection(), projection.width(), projection.height()};
}

std::size_t CloudView::pointsShown() const { return m_parts->scene.pointsShown(); }
bool CloudView::isFilling() const { return m_parts->filling; }
bool CloudView::drawsOnProcessor() const { return m_parts->scene.drawsOnProcessor(); }
QSize CloudView::sizeHint() const { return {960, 640}; }

void CloudView::paintEvent(QPaintEvent*) {
    if (m_parts->surface) return;
    QPainter painter(this);
    painter.fillRect(rect(), m_parts->m_look.background);
    painter.setPen(m_parts->m_look.text);
    painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, tr("The 3-D view needs OpenGL, which this display does not have."));
}

void CloudView::resizeEvent(QResizeEvent*) {
    if (m_parts->surface) m_parts->surface->setGeometry(rect());
    m_parts->control.setViewSize(width(), height());
    m_parts->viewMoved();
}

} // namespace rb::viewer3d
