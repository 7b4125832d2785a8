#include "cloud_workspace/cloud_binding.h"

#include "cloud_workspace/cloud_page.h"
#include "core/project/caption_edits.h"
#include "core/project/region_edits.h"
#include "cloud_workspace/region_points.h"
#include "ui/error_text.h"
#include "ui/theme/theme.h"
#include "viewer3d/side/side_views.h"

namespace rb::cloud_workspace {

using project::Id;
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
    connect(&m_page, &CloudPage::regionColorsWanted, this, &CloudBinding::colorRegions);
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
    showMarked();
    colorRegions();
}

/// Every point in the colour of the last region that holds it.
void CloudBinding::colorRegions() {
    if (!m_document || !isCloud() || !m_page.showsRegionColors()) return;
    std::vector<std::uint32_t> colors(m_document.cloud->size());
    const std::span<const std::uint32_t> order = m_document.octree->order();
    int number = 0;
    for (const project::Region& region : m_workspace.project()->regionsOf(m_workspace.currentMedia())) {
        const QColor color = ui::regionColor(number++);
        if (!region.cloud || region.hidden) continue;
        const std::uint32_t value = viewer3d::packed(static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()), static_cast<std::uint8_t>(color.blue()));
        pointsOf(m_document, *region.cloud).forEach([&](std::size_t place) { colors[order[place]] = value; });
    }
    m_page.setRegionColors(std::move(colors));
}

/// Stored points are highlighted; of a mere box nothing is.
void CloudBinding::showMarked() {
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
    if (insert({box, {}}, tr("Draw region"))) Q_EMIT boxDrawn();
}

/// A box that is moved by hand holds what is in it.
void CloudBinding::changeBox(qint64 id, const geometry::Box3& box) { setShape(id, {box, {}}, tr("Reshape region")); }

void CloudBinding::captionPoints() {
    const auto region = currentRegion();
    if (!m_document || !region) return Q_EMIT said(tr("Select a region first"));
    const auto points = std::make_shared<const geometry::PointCloud>(pointsFor(m_document, pointsOf(m_document, *region->cloud)));
    m_flow.captionPoints(region->media, region->id, points);
}

} // namespace rb::cloud_workspace
