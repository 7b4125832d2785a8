#include "ui/workspace/canvas_binding.h"

#include "core/media/image.h"
#include "core/project/caption_edits.h"
#include "ui/error_text.h"
#include "ui/image_view/image_view.h"

#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace rb::ui {

CanvasBinding::CanvasBinding(ImageView& view, Workspace& workspace, CaptionFlow& flow, QObject* parent)
    : QObject(parent), m_view(view), m_workspace(workspace), m_flow(flow) {
    connect(&workspace, &Workspace::currentMediaChanged, this, &CanvasBinding::showPicture);
    connect(&workspace, &Workspace::projectChanged, this, &CanvasBinding::showPicture);
    connect(&workspace, &Workspace::currentRegionChanged, this, &CanvasBinding::selectCurrent);
    connect(&workspace, &Workspace::changed, this, [this](const project::ChangeSummary& summary) {
        if (summary.touchedMedia.contains(m_workspace.currentMedia())) showRegions();
    });
    connect(&flow, &CaptionFlow::grew, this, [this](project::Id media, project::Id region, const QString& text) {
        if (media != m_workspace.currentMedia() || !region) return;
        m_growing.insert(region, text);
        m_view.setRegionCaption(region, text, true);
    });
    connect(&flow, &CaptionFlow::runningChanged, this, &CanvasBinding::showRegions);
    connect(&view, &ImageView::boxDrawn, this, &CanvasBinding::drawRegion);
    connect(&view, &ImageView::boxChangeRequested, this, &CanvasBinding::changeRegion);
    connect(&view, &ImageView::removeRequested, this, &CanvasBinding::removeRegions);
    connect(&view, &ImageView::selectionChanged, this, [this] {
        const QSet<qint64>& ids = m_view.selection();
        m_workspace.setCurrentRegion(ids.size() == 1 ? *ids.begin() : 0);
    });
}

void CanvasBinding::showPicture() {
    m_growing.clear();
    const auto media = m_workspace.project()->media(m_workspace.currentMedia());
    if (!media) {
        m_view.clearImage();
        m_view.setRegions({});
        m_view.setMessage(tr("Drop pictures here"), tr("or open pictures or a folder with Ctrl+O, then press R and draw a box."));
        return;
    }
    const auto image = media::readImage(m_workspace.project()->filePath(*media).toStdString());
    if (image.ok()) {
        const QImage view(image->rgb.data(), image->width, image->height, 3 * image->width, QImage::Format_RGB888);
        m_view.setImage(view.convertToFormat(QImage::Format_RGB32));
    } else {
        m_view.clearImage();
        m_view.setMessage(tr("This picture cannot be shown"), errorText(image.error()) + tr(" Its regions and captions are kept."));
    }
    m_view.setReadOnly(m_workspace.project()->access() == project::Project::Access::ReadOnly);
    showRegions();
}

static CanvasRegion::State stateOf(const project::Caption& caption) {
    switch (caption.state) {
    case project::CaptionState::Accepted: return CanvasRegion::Accepted;
    case project::CaptionState::Rejected: return CanvasRegion::Rejected;
    case project::CaptionState::Draft: break;
    }
    return CanvasRegion::Draft;
}

void CanvasBinding::showRegions() {
    if (!m_workspace.project()) return;
    const project::Id media = m_workspace.currentMedia();
    QHash<project::Id, project::Caption> shown;
    for (const project::Caption& caption : m_workspace.project()->captionsOf(media))
        if (caption.rank == 0) shown.insert(caption.region, caption);
    std::vector<CanvasRegion> regions;
    for (const project::Region& region : m_workspace.project()->regionsOf(media)) {
        CanvasRegion item{region.id, region.box(), {}, region.label, static_cast<int>(regions.size()), CanvasRegion::None,
                          region.hidden, region.locked, 1.0};
        if (const auto caption = shown.constFind(region.id); caption != shown.constEnd()) {
            item.caption = caption->text;
            item.state = stateOf(*caption);
            if (caption->source == project::CaptionSource::Model && caption->score)
                item.confidence = std::clamp(std::exp(*caption->score), 0.0, 1.0);
        }
        if (m_flow.isRunning(media, region.id)) {
            item.state = CanvasRegion::Running;
            item.caption = m_growing.value(region.id);
        } else {
            m_growing.remove(region.id);
        }
        regions.push_back(std::move(item));
    }
    m_view.setRegions(std::move(regions));
    selectCurrent();
}

void CanvasBinding::selectCurrent() {
    const project::Id region = m_workspace.currentRegion();
    const QSet<qint64> wanted = region ? QSet<qint64>{region} : QSet<qint64>{};
    if (m_view.selection() == wanted || (!region && m_view.selection().size() > 1)) return;
    const QSignalBlocker blocker(m_view);
    m_view.setSelection(wanted);
    if (region) m_view.ensureVisible(region);
}

void CanvasBinding::drawRegion(const geometry::Box2& box) {
    project::Id made = 0;
    const Status status = m_workspace.project()->edit(tr("Draw region"), [&](project::Edit& edit) {
        project::Region region;
        region.media = m_workspace.currentMedia();
        region.shape.box = box;
        made = edit.insert(region);
    });
    m_workspace.report(status);
    if (!status.ok()) return;
    m_workspace.setCurrentRegion(made);
    m_flow.caption(m_workspace.currentMedia(), made);
}

void CanvasBinding::changeRegion(project::Id id, const geometry::Box2& box) {
    const auto region = m_workspace.project()->region(id);
    if (!region) return;
    const bool moved = region->box().width == box.width && region->box().height == box.height;
    m_workspace.report(m_workspace.project()->edit(moved ? tr("Move region") : tr("Resize region"), [&](project::Edit& edit) {
        project::Region changed = *region;
        changed.shape.box = box;
        edit.update(changed);
    }));
    // What a person wrote or accepted stands; a machine's draft no longer fits the new box.
    const auto shown = project::shownCaption(*m_workspace.project(), region->media, id);
    if (!shown || !project::isHumanWork(*shown)) m_flow.caption(region->media, id);
}

void CanvasBinding::removeRegions(const QSet<qint64>& ids) {
    const QString name = ids.size() == 1 ? tr("Delete region") : tr("Delete %1 regions").arg(ids.size());
    m_workspace.report(m_workspace.project()->edit(name, [&](project::Edit& edit) {
        for (const qint64 id : ids) edit.removeRegion(id);
    }));
}

} // namespace rb::ui
