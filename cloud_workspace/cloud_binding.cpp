#include "cloud_workspace/cloud_binding.h"

#include "cloud_workspace/cloud_page.h"
#include "core/project/caption_edits.h"
#include "core/project/region_edits.h"
#include "core/spatial/grow_region.h"
#include "core/spatial/nearest_points.h"
#include "core/spatial/screen_queries.h"
#include "ui/error_text.h"
#include "ui/theme/theme.h"
#include "viewer3d/side/side_views.h"

namespace rb::cloud_workspace {

using project::Id;
using spatial::PointSelection;
using viewer3d::CloudView;

CloudBinding::CloudBinding(CloudPage& page, ui::Workspace& workspace, ui::CaptionFlow& flow, QObject* parent)
    : QObject(parent), m_page(page), m_view(page.view()), m_workspace(workspace), m_flow(flow) {
    connect(&workspace, &ui::Workspace::currentMediaChanged, this, &CloudBinding::showMedia);
    connect(&workspace, &ui::Workspace::projectChanged, this, &CloudBinding::showMedia);
    connect(&workspace, &ui::Workspace::currentRegionChanged, this, &CloudBinding::showRegions);
    connect(&workspace, &ui::Workspace::changed, this, [this](const project::ChangeSummary& summary) {
        if (summary.touchedMedia.contains(m_workspace.currentMedia())) showRegions();
    });
    connect(&flow, &ui::CaptionFlow::runningChanged, this, &CloudBinding::showRegions);
    connect(&m_loader, &CloudLoader::progressed, &page, &CloudPage::showLoading);
    connect(&m_loader, &CloudLoader::loaded, this, &CloudBinding::take);
    connect(&m_loader, &CloudLoader::failed, this, [this](const Error& error) {
        m_page.showMessage(ui::errorText(error) + tr(" Its regions and captions are kept. If it was moved, File › Find moved pictures looks for it."));
    });
    connectView();
}

void CloudBinding::connectView() {
    connect(&m_view, &CloudView::boxDrawn, this, &CloudBinding::drawBox);
    connect(&m_view, &CloudView::boxChanged, this, &CloudBinding::changeBox);
    connect(&m_page.sides(), &viewer3d::SideViews::boxChanged, this, &CloudBinding::changeBox);
    connect(&m_view, &CloudView::regionClicked, this, [this](qint64 id) { m_workspace.setCurrentRegion(id); });
    connect(&m_view, &CloudView::pointPicked, this, &CloudBinding::grow);
    connect(&m_view, &CloudView::screenPolygonDrawn, this, &CloudBinding::markArea);
    connect(&m_view, &CloudView::brushMoved, this, &CloudBinding::brush);
    connect(&m_view, &CloudView::brushReleased, this, &CloudBinding::endBrush);
}

bool CloudBinding::isCloud() const {
    const auto media = m_workspace.project() ? m_workspace.project()->media(m_workspace.currentMedia()) : std::nullopt;
    return media && media->kind == project::MediaKind::Cloud;
}

void CloudBinding::showMedia() {
    if (!isCloud()) return m_loader.cancel();
    const project::Project& project = *m_workspace.project();
    const QString file = project.filePath(*project.media(m_workspace.currentMedia()));
    m_view.setReadOnly(project.access() == project::Project::Access::ReadOnly);
    m_page.sides().setReadOnly(project.access() == project::Project::Access::ReadOnly);
    if (m_document && file == m_file) return showRegions();
    m_document = {};
    m_file = file;
    m_page.showLoading(0);
    m_loader.load(file);
}

void CloudBinding::take(const CloudDocument& document) {
    m_document = document;
    m_page.showCloud(document);
    showRegions();
    Q_EMIT documentShown();
}

bool CloudBinding::isShown(Id media) const {
    const auto own = m_workspace.project() ? m_workspace.project()->media(media) : std::nullopt;
    return m_document && own && m_workspace.project()->filePath(*own) == m_file;
}

std::optional<project::Region> CloudBinding::currentRegion() const {
    auto region = m_workspace.project()->region(m_workspace.currentRegion());
    if (region && !region->cloud) region.reset();
    return region;
}

void CloudBinding::showRegions() {
    if (!m_document || !isCloud()) return;
    const project::Project& project = *m_workspace.project();
    QHash<Id, QString> words;
    for (const project::Caption& caption : project.captionsOf(m_workspace.currentMedia()))
        if (caption.rank == 0) words.insert(caption.region, caption.text);
    std::vector<viewer3d::RegionBox> boxes;
    std::optional<viewer3d::RegionBox> selected;
    int number = 0;
    for (const project::Region& region : project.regionsOf(m_workspace.currentMedia())) {
        const QColor color = ui::regionColor(number++);
        if (!region.cloud) continue;
        QString text = m_flow.isRunning(region.media, region.id) ? tr("…") : words.value(region.id);
        if (text.isEmpty()) text = region.label;
        boxes.push_back({region.id, region.cloud->box, color, text, region.id == m_workspace.currentRegion(), region.hidden});
        if (boxes.back().selected) selected = boxes.back();
    }
    m_view.setRegions(std::move(boxes));
    m_page.sides().setRegion(selected);
    selectCurrent();
}

/// Stored points are highlighted; of a mere box nothing is.
void CloudBinding::selectCurrent() {
    const auto region = currentRegion();
    if (!region || region->cloud->points.isEmpty()) return m_view.setSelection({});
    m_view.setSelection(pointsOf(m_document, *region->cloud).words());
}

Id CloudBinding::insert(const project::CloudShape& shape, const QString& editName) {
    Id made = 0;
    const Status status = m_workspace.project()->edit(editName, [&](project::Edit& edit) {
        project::Region region;
        region.media = m_workspace.currentMedia();
        project::setCloudShape(region, shape);
        made = edit.insert(region);
    });
    m_workspace.report(status);
    if (!status.ok()) return 0;
    m_workspace.setCurrentRegion(made);
    m_flow.caption(m_workspace.currentMedia(), made);
    return made;
}

void CloudBinding::setShape(Id id, const project::CloudShape& shape, const QString& editName) {
    const Status status = m_workspace.project()->edit(editName, [&](project::Edit& edit) {
        auto region = m_workspace.project()->region(id);
        if (!region || region->locked) return;
        project::setCloudShape(*region, shape);
        edit.update(*region);
    });
    m_workspace.report(status);
    if (!status.ok()) return showRegions();
    // What a person wrote or accepted stands; a machine's draft no longer fits the new shape.
    const auto shown = project::shownCaption(*m_workspace.project(), m_workspace.currentMedia(), id);
    if (!shown || !project::isHumanWork(*shown)) m_flow.caption(m_workspace.currentMedia(), id);
}

void CloudBinding::drawBox(const geometry::Box3& box) {
    if (insert({box, {}}, tr("Draw region"))) Q_EMIT regionMade();
}

/// A box that is moved by hand holds what is in it.
void CloudBinding::changeBox(qint64 id, const geometry::Box3& box) { setShape(id, {box, {}}, tr("Reshape region")); }

void CloudBinding::fitBox(const QPolygonF& rectangle, const spatial::ScreenView& view) {
    const QRectF frame = rectangle.boundingRect();
    const auto fitted = spatial::fitBox(*m_document.octree, view, {frame.x(), frame.y(), frame.width(), frame.height()});
    if (!fitted.ok()) return Q_EMIT said(ui::errorText(fitted.error()));
    if (insert({inFile(m_document, fitted->box), {}}, tr("Fit region"))) Q_EMIT regionMade();
}

void CloudBinding::markArea(const QPolygonF& polygon, const spatial::ScreenView& view, Qt::KeyboardModifiers modifiers) {
    if (!m_document) return;
    if (m_view.tool() == CloudView::Tool::Rectangle) return fitBox(polygon, view);
    std::vector<geometry::Point2> corners;
    for (const QPointF& corner : polygon) corners.push_back({corner.x(), corner.y()});
    mark(spatial::pointsInScreenPolygon(*m_document.octree, view, corners), &view, combineFor(modifiers), tr("Mark points"));
}

void CloudBinding::brush(QPointF centre, double radius, const spatial::ScreenView& view, Qt::KeyboardModifiers modifiers) {
    if (!m_document) return;
    if (!m_brushed) m_brushed.emplace(m_document.octree->size());
    m_brushed->add(spatial::pointsInScreenDisc(*m_document.octree, view, {centre.x(), centre.y()}, radius));
    m_brushView = view;
    m_brushHow = combineFor(modifiers);
    m_view.setSelection(m_brushed->words());
}

void CloudBinding::endBrush() {
    if (!m_brushed) return;
    PointSelection marked = std::move(*m_brushed);
    m_brushed.reset();
    mark(std::move(marked), &m_brushView, m_brushHow, tr("Brush points"));
}

void CloudBinding::grow(double x, double y, double z) {
    if (!m_growing || !m_document) return;
    m_growing = false;
    const auto& offset = m_document.cloud->offset;
    const spatial::Vec3 place{static_cast<float>(x - offset[0]), static_cast<float>(y - offset[1]), static_cast<float>(z - offset[2])};
    const auto seed = spatial::nearest(*m_document.octree, place, 1);
    if (seed.empty()) return;
    spatial::GrowOptions options;
    if (!m_document.cloud->colors.empty()) options.colorTolerance = 60;
    auto grown = spatial::growRegion(*m_document.octree, {m_document.cloud->colors, m_document.cloud->normals}, seed.front().place, options);
    if (!grown.ok()) return m_workspace.report(grown.error());
    mark(std::move(*grown), nullptr, Combine::Replace, tr("Grow region"));
}

void CloudBinding::mark(PointSelection marked, const spatial::ScreenView* view, Combine how, const QString& editName) {
    if (m_surfaceOnly && view) {
        marked = spatial::visibleSurfaceOnly(*m_document.octree, marked, *view, surfaceOf(m_document));
    }
    const auto region = currentRegion();
    if (region && how != Combine::Replace) marked = combined(how, pointsOf(m_document, *region->cloud), marked);
    const auto shape = shapeOf(m_document, marked, spatial::BoxTurn::AxisAligned);
    if (!shape.ok()) {
        Q_EMIT said(tr("No points were marked"));
        return selectCurrent();
    }
    if (region && how != Combine::Replace) setShape(region->id, *shape, editName);
    else insert(*shape, editName);
}

void CloudBinding::invertPoints() {
    const auto region = currentRegion();
    if (!m_document || !region) return Q_EMIT said(tr("Select a region first"));
    PointSelection points = pointsOf(m_document, *region->cloud);
    points.invert();
    const auto shape = shapeOf(m_document, points, spatial::BoxTurn::AxisAligned);
    if (shape.ok()) setShape(region->id, *shape, tr("Invert points"));
    else Q_EMIT said(tr("No points would be left"));
}

void CloudBinding::captionPoints() {
    const auto region = currentRegion();
    if (!m_document || !region) return Q_EMIT said(tr("Select a region first"));
    const auto points = std::make_shared<const geometry::PointCloud>(pointsFor(m_document, pointsOf(m_document, *region->cloud)));
    m_flow.captionPoints(region->media, region->id, points);
}

} // namespace rb::cloud_workspace
