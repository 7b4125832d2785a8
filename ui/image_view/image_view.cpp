#include "ui/image_view/image_view.h"

#include "ui/image_view/canvas_message.h"
#include "ui/image_view/canvas_painter.h"
#include "ui/image_view/image_view_accessible.h"
#include "ui/image_view/memory_picture.h"
#include "ui/tools/box_tool.h"
#include "ui/tools/pan_tool.h"
#include "ui/tools/polygon_tool.h"
#include "ui/tools/rotated_box_tool.h"
#include "ui/tools/select_tool.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace rb::ui {

ImageView::ImageView(QWidget* parent) : QWidget(parent), m_theme(Theme::matching(palette())) {
    Canvas& canvas = *this;
    m_tools = {std::make_unique<SelectTool>(canvas), std::make_unique<BoxTool>(canvas),
               std::make_unique<RotatedBoxTool>(canvas), std::make_unique<PolygonTool>(canvas),
               std::make_unique<PanTool>(canvas)};
    installImageViewAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Picture"));
    announce();
}

ImageView::~ImageView() = default;

void ImageView::setImage(const QImage& image) {
    setPicture(std::make_shared<MemoryPicture>(image));
}

void ImageView::clearImage() {
    setImage({});
}

void ImageView::setPicture(std::shared_ptr<PictureSource> picture) {
    cancelGesture();
    if (m_picture.source()) m_picture.source()->disconnect(this);
    if (picture) connect(picture.get(), &PictureSource::tilesReady, this, qOverload<>(&QWidget::update));
    m_picture.setSource(std::move(picture));
    m_fit = Fit::Window;
    refit();
    announce();
    update();
}

bool ImageView::hasImage() const {
    return !m_picture.isNull();
}

QSize ImageView::imageSize() const {
    return m_picture.size();
}

void ImageView::setMessage(const QString& title, const QString& detail) {
    m_title = title;
    m_detail = detail;
    announce();
    update();
}

void ImageView::setRegions(std::vector<CanvasRegion> regions) {
    m_regions = std::move(regions);
    m_index = RegionIndex(m_regions);
    m_colors.learn(m_regions);
    if (m_hovered && !m_index.byId(*m_hovered)) m_hovered.reset();
    setSelection(QSet<qint64>(m_selection));
    announce();
    update();
}

const std::vector<CanvasRegion>& ImageView::regions() const {
    return m_regions;
}

void ImageView::setRegionCaption(qint64 id, const QString& caption, bool running) {
    const auto found = std::find_if(m_regions.begin(), m_regions.end(),
                                    [id](const CanvasRegion& r) { return r.id == id; });
    if (found == m_regions.end()) return;
    found->caption = caption;
    if (running) {
        found->state = CanvasRegion::Running;
    } else if (found->state == CanvasRegion::Running) {
        found->state = CanvasRegion::Draft; // a caption that a model has just written is one
    }
    update();
}

void ImageView::setAdjustment(const PictureAdjustment& adjustment) {
    m_picture.setAdjustment(adjustment);
    update();
}

const PictureAdjustment& ImageView::adjustment() const {
    return m_picture.adjustment();
}

void ImageView::setColoring(Coloring coloring) {
    m_colors.setColoring(coloring);
    update();
}

Coloring ImageView::coloring() const {
    return m_colors.coloring();
}

void ImageView::setShowHidden(bool show) {
    m_showHidden = show;
    update();
}

bool ImageView::showsHidden() const {
    return m_showHidden;
}

void ImageView::setCaptionDisplay(CaptionDisplay display) {
    m_captionDisplay = display;
    update();
}

CaptionDisplay ImageView::captionDisplay() const {
    return m_captionDisplay;
}

QSize ImageView::sizeHint() const {
    return {800, 600};
}

void ImageView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    // Not devicePixelRatioF(): the view may be rendered into an image of another ratio.
    const double ratio = painter.deviceTransform().m11();
    if (!hasImage()) {
        painter.fillRect(event->rect(), m_theme.canvas);
        drawCanvasMessage(painter, rect(), m_title, m_detail, m_theme);
    } else {
        const CanvasScene scene{m_picture,
                                m_index,
                                m_selection,
                                chosenTool(),
                                m_theme,
                                m_scratch,
                                m_texts,
                                m_plates,
                                m_transform.snapped(ratio),
                                QRectF(rect()),
                                m_hovered,
                                m_pointer,
                                m_captionDisplay,
                                [this](const CanvasRegion& region) { return m_colors.of(region); },
                                !m_readOnly,
                                m_showHidden};
        CanvasPainter(painter, scene, ratio).draw(event->rect());
        if (const MiniMap map = miniMap(); map.isShown()) map.draw(painter, m_picture.overview(), m_theme);
    }
    if (m_filesOver) drawDropFrame(painter, rect(), m_theme);
}

} // namespace rb::ui
