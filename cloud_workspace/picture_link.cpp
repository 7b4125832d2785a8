#include "cloud_workspace/picture_link.h"

#include "cloud_workspace/cloud_binding.h"
#include "cloud_workspace/region_points.h"
#include "core/project/region_edits.h"
#include "core/spatial/screen_queries.h"
#include "ui/actions/main_actions.h"
#include "ui/workspace/caption_flow.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <cmath>

namespace rb::cloud_workspace {

using project::Id;

// Nearer than this nothing is seen, as a part of how far the cloud reaches.
static constexpr double kNearest = 1e-4;
// How wide the gaps between the points of a surface may be, in mean distances of all points seen.
static constexpr double kPointsApart = 4;
// Of the depth that a picture's region reaches: what stands behind a wider gap is something else.
static constexpr double kWidestGap = 0.15;

spatial::ScreenView viewOf(const geometry::Camera& camera, QSize picture, const CloudDocument& document) {
    const spatial::Bounds bounds = document.octree->bounds();
    const auto& offset = document.cloud->offset;
    double farthest = 0;
    for (unsigned int corner = 0; corner < 8; ++corner) {
        std::array<double, 3> place{};
        for (std::size_t axis = 0; axis < 3; ++axis) place[axis] = double(corner >> axis & 1 ? bounds.max[axis] : bounds.min[axis]) + offset[axis];
        farthest = std::max(farthest, geometry::seenFrom(camera, place)[2]);
    }
    const double far = 1.01 * std::max(farthest, kNearest), near = far * kNearest;
    const double width = picture.width(), height = picture.height();
    // Rows of the camera's axes, with what the octree's places lack.
    std::array<std::array<double, 4>, 3> axes{};
    for (std::size_t row = 0; row < 3; ++row) {
        axes[row][3] = camera.toCamera[4 * row + 3];
        for (std::size_t column = 0; column < 3; ++column) {
            axes[row][column] = camera.toCamera[4 * row + column];
            axes[row][3] += axes[row][column] * offset[column];
        }
    }
    spatial::ScreenView view;
    view.width = width;
    view.height = height;
    for (std::size_t column = 0; column < 4; ++column) {
        const double x = axes[0][column], y = axes[1][column], z = axes[2][column], one = column == 3 ? 1 : 0;
        view.viewProjection[column] = 2 * camera.fx / width * x + (2 * camera.cx / width - 1) * z;
        view.viewProjection[4 + column] = -(2 * camera.fy / height * y + (2 * camera.cy / height - 1) * z);
        view.viewProjection[8 + column] = (far + near) / (far - near) * z - 2 * far * near / (far - near) * one;
        view.viewProjection[12 + column] = z;
    }
    return view;
}

namespace {

/// Of the points that the camera sees those which what stands in the middle of the picture's region reaches, in depth, without a
/// gap: a box in a picture shows what is behind a thing, too.
spatial::PointSelection reachedFromTheMiddle(const spatial::PointSelection& seen, const geometry::Camera& camera, const geometry::Box2& around, const CloudDocument& document) {
    struct Point {
        std::size_t place = 0;
        double depth = 0, fromMiddle = 0;
    };
    std::vector<Point> points;
    seen.forEach([&](std::size_t place) {
        std::array<double, 3> at{};
        for (std::size_t axis = 0; axis < 3; ++axis) at[axis] = double(document.octree->positions()[3 * place + axis]) + document.cloud->offset[axis];
        const auto pixel = geometry::pixelOf(camera, at);
        if (pixel) points.push_back({place, geometry::seenFrom(camera, at)[2], std::hypot((pixel->x - around.x) / around.width - 0.5, (pixel->y - around.y) / around.height - 0.5)});
    });
    if (points.empty()) return seen;
    std::ranges::sort(points, {}, &Point::depth);
    const double gap = kWidestGap * (points.back().depth - points.front().depth);
    const auto middle = std::ranges::min_element(points, {}, &Point::fromMiddle);
    auto first = middle, last = middle;
    while (first != points.begin() && first->depth - std::prev(first)->depth < gap) --first;
    while (std::next(last) != points.end() && std::next(last)->depth - last->depth < gap) ++last;
    spatial::PointSelection reached(document.octree->size());
    for (auto point = first; point <= last; ++point) reached.set(point->place);
    return reached;
}

} // namespace

Result<project::CloudShape> shapeSeenIn(const geometry::Shape2& outline, const geometry::Camera& camera, QSize picture, const CloudDocument& document) {
    const spatial::ScreenView view = viewOf(camera, picture, document);
    const spatial::PointSelection inside = spatial::pointsInScreenPolygon(*document.octree, view, geometry::cornersOf(outline));
    // Where points are sparse each hides more of the picture: a surface has no gaps as wide as a few points lie apart.
    const geometry::Box2 around = geometry::boundsOf(outline);
    const double spacing = std::sqrt(around.width * around.height / double(std::max<std::size_t>(1, inside.count())));
    const spatial::SurfaceOptions surface = surfaceOf(document, std::clamp(kPointsApart * spacing, 3.0, 80.0));
    const spatial::PointSelection seen = spatial::visibleSurfaceOnly(*document.octree, inside, view, surface);
    return shapeOf(document, reachedFromTheMiddle(seen, camera, around, document), spatial::BoxTurn::AxisAligned);
}

PictureLink::PictureLink(ui::MainActions& actions, CloudBinding& binding, ui::Workspace& workspace, ui::CaptionFlow& flow, QObject* parent)
    : QObject(parent), m_actions(actions), m_binding(binding), m_workspace(workspace), m_flow(flow) {
    connect(actions.showPartner, &QAction::triggered, this, &PictureLink::go);
    connect(&workspace, &ui::Workspace::currentRegionChanged, this, &PictureLink::suitAction);
    connect(&workspace, &ui::Workspace::currentMediaChanged, this, &PictureLink::suitAction);
    connect(&workspace, &ui::Workspace::changed, this, &PictureLink::suitAction);
    connect(&workspace, &ui::Workspace::projectClosing, this, [this] { m_waiting = 0; });
    connect(&binding, &CloudBinding::documentShown, this, &PictureLink::makePartner);
    suitAction();
}

void PictureLink::suitAction() {
    const project::Project* project = m_workspace.project();
    const auto region = project ? project->region(m_workspace.currentRegion()) : std::nullopt;
    const auto media = region ? project->media(region->media) : std::nullopt;
    const bool cloud = media && media->kind == project::MediaKind::Cloud;
    m_actions.showPartner->setText(cloud ? tr("Show in the &picture") : tr("Show in the &cloud"));
    m_actions.showPartner->setEnabled(media && (project->region(project::partnerOf(*region)) || project::cameraLink(*media)));
}

void PictureLink::go() {
    const project::Project& project = *m_workspace.project();
    const auto region = project.region(m_workspace.currentRegion());
    if (!region) return;
    if (const auto partner = project.region(project::partnerOf(*region))) return m_workspace.show(partner->media, partner->id);
    const auto link = project::cameraLink(*project.media(region->media));
    if (!link) return;
    if (!project.media(link->cloud)) return Q_EMIT said(tr("The cloud of this picture is no longer in the project"));
    m_waiting = region->id;
    m_workspace.setCurrentMedia(link->cloud);
    if (m_binding.document() && m_binding.isShown(link->cloud)) makePartner();
}

void PictureLink::makePartner() {
    if (!m_waiting || !m_workspace.project()) return;
    project::Project& project = *m_workspace.project();
    auto seen = project.region(std::exchange(m_waiting, 0));
    const auto picture = seen ? project.media(seen->media) : std::nullopt;
    const auto link = picture ? project::cameraLink(*picture) : std::nullopt;
    if (!link || !m_binding.isShown(link->cloud)) return; // something else is looked at by now
    const auto shape = shapeSeenIn(seen->shape, link->camera, {picture->width, picture->height}, m_binding.document());
    if (!shape.ok()) return Q_EMIT said(tr("The picture's region shows no point of the cloud"));
    Id made = 0;
    const Status status = project.edit(tr("Link region"), [&](project::Edit& edit) {
        project::Region region;
        region.media = link->cloud;
        region.label = seen->label;
        project::setCloudShape(region, *shape);
        project::setPartner(region, seen->id);
        made = edit.insert(region);
        project::setPartner(*seen, made);
        edit.update(*seen);
    });
    m_workspace.report(status);
    if (!status.ok()) return;
    m_workspace.setCurrentRegion(made);
    m_flow.caption(link->cloud, made);
}

} // namespace rb::cloud_workspace
