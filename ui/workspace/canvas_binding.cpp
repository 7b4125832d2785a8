#include "ui/workspace/canvas_binding.h"

#include "core/media/image.h"
#include "core/project/caption_edits.h"
#include "core/project/region_edits.h"
#include "ui/error_text.h"
#include "ui/image_view/image_view.h"
#include "ui/image_view/memory_picture.h"
#include "ui/image_view/tiled_picture.h"
#include "ui/workspace/live_captions.h"
#include "ui/workspace/token_spans.h"

#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace rb::ui {

CanvasBinding::CanvasBinding(ImageView& view, Workspace& workspace, CaptionFlow& flow, LiveCaptions& live, QObject* parent)
    : QObject(parent), m_view(view), m_workspace(workspace), m_flow(flow), m_live(live) {
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
    connect(&view, &ImageView::shapeDrawn, this, &CanvasBinding::drawRegion);
    connect(&view, &ImageView::shapesChangeRequested, this, &CanvasBinding::changeRegions);
    connect(&view, &ImageView::shapeChanging, &live, &LiveCaptions::follow);
    connect(&view, &ImageView::shapeChangeCancelled, this, [this] {
        m_live.forget();
        showRegions(); // words of the given-up shape go
    });
    connect(&live, &LiveCaptions::said, this, [this](qint64 region, const QString& text) {
        if (region) m_view.setRegionCaption(region, text, true);
    });
    connect(&view, &ImageView::removeRequested, this, &CanvasBinding::removeRegions);
    connect(&view, &ImageView::selectionChanged, this, [this] {
        const QSet<qint64>& ids = m_view.selection();
        m_workspace.setCurrentRegion(ids.size() == 1 ? *ids.begin() : 0);
    });
}

/// In memory as the model sees it, or in tiles when it is too large for that.
static Result<std::shared_ptr<PictureSource>> pictureOf(const QString& file, const project::Media& media) {
    constexpr qint64 kLargestInMemory = 40'000'000; // pixels
    if (qint64{media.width} * media.height > kLargestInMemory) {
        const auto tiled = TiledPicture::open(file);
        if (!tiled.ok()) return tiled.error();
        return std::shared_ptr<PictureSource>(*tiled);
    }
    const auto image = media::readImage(file.toStdString());
    if (!image.ok()) return image.error();
    const QImage view(image->rgb.data(), image->width, image->height, 3 * image->width, QImage::Format_RGB888);
    return std::shared_ptr<PictureSource>(std::make_shared<MemoryPicture>(view.convertToFormat(QImage::Format_RGB32)));
}

void CanvasBinding::showPicture() {
    m_live.forget();
    m_growing.clear();
    const auto media = m_workspace.project()->media(m_workspace.currentMedia());
    if (media && media->kind == project::MediaKind::Cloud) { // shown elsewhere
        m_view.clearImage();
        return m_view.setRegions({});
    }
    if (!media) {
        m_view.clearImage();
        m_view.setRegions({});
        m_view.setMessage(tr("Drop pictures here"), tr("or open pictures or a folder with Ctrl+O, then press R and draw a box."));
        return;
    }
    const auto picture = pictureOf(m_workspace.project()->filePath(*media), *media);
    if (picture.ok()) {
        m_view.setPicture(*picture);
    } else {
        m_view.clearImage();
        m_view.setMessage(tr("This picture cannot be shown"), errorText(picture.error()) + tr(" Its regions and captions are kept. If it was moved, File › Find moved pictures looks for it."));
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

CanvasRegion CanvasBinding::canvasRegion(const project::Region& region, const std::optional<project::Caption>& caption) {
    CanvasRegion item;
    item.id = region.id;
    item.shape = region.shape;
    item.label = region.label;
    item.hidden = region.hidden;
    item.locked = region.locked;
    if (!caption) return item;
    item.caption = caption->text;
    item.state = stateOf(*caption);
    if (caption->source != project::CaptionSource::Model) return item;
    if (caption->score) item.confidence = std::clamp(std::exp(*caption->score), 0.0, 1.0);
    if (caption->state == project::CaptionState::Draft) item.tokens = tokenSpans(*caption);
    return item;
}

void CanvasBinding::showRegions() {
    if (!m_workspace.project()) return;
    const project::Id media = m_workspace.currentMedia();
    QHash<project::Id, project::Caption> shown;
    for (const project::Caption& caption : m_workspace.project()->captionsOf(media))
        if (caption.rank == 0) shown.insert(caption.region, caption);
    std::vector<CanvasRegion> regions;
    for (const project::Region& region : m_workspace.project()->regionsOf(media)) {
        if (region.cloud) continue;
        const auto caption = shown.constFind(region.id);
        CanvasRegion item = canvasRegion(region, caption == shown.constEnd() ? std::nullopt : std::optional(*caption));
        item.colorIndex = static_cast<int>(regions.size());
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

void CanvasBinding::drawRegion(const geometry::Shape2& shape) {
    m_live.forget();
    project::Id made = 0;
    const Status status = m_workspace.project()->edit(tr("Draw region"), [&](project::Edit& edit) {
        project::Region region;
        region.media = m_workspace.currentMedia();
        region.shape = shape;
        made = edit.insert(region);
    });
    m_workspace.report(status);
    if (!status.ok()) return;
    m_workspace.setCurrentRegion(made);
    m_flow.caption(m_workspace.currentMedia(), made);
}

void CanvasBinding::changeRegions(const QHash<qint64, geometry::Shape2>& shapes) {
    m_live.forget();
    const Status status = project::setShapes(*m_workspace.project(), shapes);
    m_workspace.report(status);
    if (!status.ok()) return showRegions();
    // What a person wrote or accepted stands; a machine's draft no longer fits the new shape.
    for (auto shape = shapes.keyBegin(); shape != shapes.keyEnd(); ++shape) {
        const auto shown = project::shownCaption(*m_workspace.project(), m_workspace.currentMedia(), *shape);
        if (!shown || !project::isHumanWork(*shown)) m_flow.caption(m_workspace.currentMedia(), *shape);
    }
}

void CanvasBinding::removeRegions(const QSet<qint64>& ids) { m_workspace.report(project::removeRegions(*m_workspace.project(), ids)); }

} // namespace rb::ui
