#include "viewer3d/scene/cloud_scene.h"

#include "viewer3d/boxes/box_geometry.h"
#include "viewer3d/scene/ground_grid.h"
#include "viewer3d/scene/point_detail.h"
#include "viewer3d/scene/region_lines.h"

#include <vtkCamera.h>
#include <vtkEDLShading.h>
#include <vtkNew.h>
#include <vtkRenderStepsPass.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <algorithm>
#include <cmath>

namespace rb::viewer3d {
namespace {

constexpr std::uint32_t kSelected = packed(255, 64, 160); // in no ramp and no palette

} // namespace

struct CloudScene::Parts {
    vtkNew<vtkRenderer> renderer;
    std::unique_ptr<PointLayer> layer;
    bool onProcessor = true;
    DrawBy drawBy = DrawBy::Automatic;

    std::shared_ptr<const clouds::Cloud> cloud;
    std::shared_ptr<const spatial::PointOctree> octree;
    ColorChoice choice;
    std::vector<std::uint32_t> colors;
    std::vector<std::uint64_t> selection;
    int pointSize = 2;
    bool eyeDome = true;
    double pixelRatio = 1;
    PointDetail detail;

    ViewLook look = ViewLook::dark();
    std::vector<RegionBox> regions;
    bool gridShown = true;
    LineActor grid{renderer, 1};
    RegionLines lines{renderer};

    void restyle();
    void showGrid();
    void setCamera(const Projection& projection);
};

void CloudScene::Parts::restyle() {
    SplatStyle style;
    style.colors = colors;
    style.selected = selection;
    style.selectedColor = kSelected;
    style.pointSize = std::clamp(int(std::lround(pointSize * pixelRatio)), 1, 8);
    style.eyeDome = eyeDome ? 6.0F : 0.0F;
    style.eyeDomeReach = std::max(1, int(std::lround(pixelRatio)));
    detail.setStyle(style);
}

void CloudScene::Parts::showGrid() {
    grid.setLines(gridShown && octree && octree->size() > 0 ? gridLines(octree->bounds(), look) : std::vector<LineActor::Line>{});
}

void CloudScene::Parts::setCamera(const Projection& projection) {
    const Camera& camera = projection.camera();
    vtkCamera* vtk = renderer->GetActiveCamera();
    vtk->SetPosition(camera.position.data());
    vtk->SetFocalPoint(camera.focal.data());
    vtk->SetViewUp(camera.up.data());
    vtk->SetViewAngle(camera.viewAngle);
    vtk->SetParallelProjection(camera.parallel);
    vtk->SetParallelScale(camera.parallelScale);
    vtk->SetClippingRange(projection.clip().near, projection.clip().far);
}

CloudScene::CloudScene() : m_parts(std::make_unique<Parts>()) { setLook(ViewLook::dark()); }
CloudScene::~CloudScene() = default;

vtkRenderer* CloudScene::renderer() const { return m_parts->renderer; }
bool CloudScene::drawsOnProcessor() const { return m_parts->onProcessor; }
void CloudScene::setDrawBy(DrawBy by) { m_parts->drawBy = by; }
std::size_t CloudScene::pointsShown() const { return m_parts->layer ? m_parts->layer->pointsShown() : 0; }

void CloudScene::useDriver(std::string_view driver) {
    Parts& p = *m_parts;
    p.onProcessor = p.drawBy == DrawBy::Automatic ? isEmulated(driver) : p.drawBy == DrawBy::Processor;
    p.layer = p.onProcessor ? makeSoftwareLayer(p.renderer) : makeGraphicsLayer(p.renderer);
    p.layer->setPoints(p.octree);
    p.detail.restart();
    setEyeDome(p.eyeDome);
}

void CloudScene::setCloud(std::shared_ptr<const clouds::Cloud> cloud, std::shared_ptr<const spatial::PointOctree> octree) {
    Parts& p = *m_parts;
    p.cloud = std::move(cloud);
    p.octree = std::move(octree);
    p.selection.clear();
    if (p.layer) p.layer->setPoints(p.octree);
    p.detail.setPoints(p.octree);
    p.showGrid();
    setColoring(p.choice);
}

void CloudScene::setColoring(const ColorChoice& choice) {
    Parts& p = *m_parts;
    p.choice = choice;
    p.colors = p.cloud && p.octree ? pointColors(*p.cloud, p.octree->order(), choice) : std::vector<std::uint32_t>{};
    p.choice.given = {};
    p.restyle();
}

void CloudScene::setSelection(std::vector<std::uint64_t> words) {
    m_parts->selection = std::move(words);
    m_parts->restyle();
}

void CloudScene::setPointSize(int size) {
    m_parts->pointSize = std::clamp(size, 1, 8);
    m_parts->restyle();
}

void CloudScene::setEyeDome(bool on) {
    Parts& p = *m_parts;
    p.eyeDome = on;
    vtkSmartPointer<vtkEDLShading> shading;
    if (on && !p.onProcessor) {
        vtkNew<vtkRenderStepsPass> steps;
        shading = vtkSmartPointer<vtkEDLShading>::New();
        shading->SetDelegatePass(steps);
    }
    p.renderer->SetPass(shading);
    p.restyle();
}

void CloudScene::setLook(const ViewLook& look) {
    Parts& p = *m_parts;
    p.look = look;
    p.renderer->SetBackground(look.background.redF(), look.background.greenF(), look.background.blueF());
    p.showGrid();
    p.lines.show(p.regions, p.look);
}

void CloudScene::setGridShown(bool shown) {
    m_parts->gridShown = shown;
    m_parts->showGrid();
}

void CloudScene::setRegions(const std::vector<RegionBox>& regions) {
    Parts& p = *m_parts;
    p.regions = regions;
    p.lines.show(p.regions, p.look);
}

spatial::Bounds CloudScene::bounds() const {
    const Parts& p = *m_parts;
    spatial::Bounds all{{-1, -1, -1}, {1, 1, 1}};
    bool any = p.octree && p.octree->size() > 0;
    if (any) all = p.octree->bounds();
    for (const RegionBox& region : p.regions) {
        const spatial::Bounds box = boundsOf(region.box);
        for (std::size_t k = 0; k < 3; ++k) {
            all.min[k] = any ? std::min(all.min[k], box.min[k]) : box.min[k];
            all.max[k] = any ? std::max(all.max[k], box.max[k]) : box.max[k];
        }
        any = true;
    }
    return all;
}

spatial::Bounds CloudScene::drawnBounds() const {
    spatial::Bounds all = bounds();
    // The grid ends at the next whole mesh.
    const float mesh = std::max({all.max[0] - all.min[0], all.max[1] - all.min[1], all.max[2] - all.min[2]}) / 8;
    for (std::size_t k = 0; k < 3; ++k) {
        all.min[k] -= mesh;
        all.max[k] += mesh;
    }
    return all;
}

void CloudScene::setView(const Projection& projection, QSize pixels) {
    Parts& p = *m_parts;
    p.setCamera(projection);
    p.detail.setView(projection, pixels);
    const double ratio = pixels.height() / projection.height();
    if (std::abs(ratio - p.pixelRatio) > 0.01) {
        p.pixelRatio = ratio;
        p.lines.setPixelRatio(ratio);
        p.restyle();
    }
}

void CloudScene::prepareFrame() {
    if (m_parts->layer) m_parts->detail.drawOn(*m_parts->layer);
}

void CloudScene::frameTook(double milliseconds) { m_parts->detail.frameTook(milliseconds); }

bool CloudScene::fillMore() { return m_parts->layer && m_parts->detail.fillMore(*m_parts->layer); }

} // namespace rb::viewer3d
