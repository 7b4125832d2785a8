#include "ui/image_view/image_view.h"

#include "ui/image_view/canvas_painter.h"
#include "ui/image_view/image_view_accessible.h"
#include "ui/tools/box_tool.h"
#include "ui/tools/hit_test.h"
#include "ui/tools/pan_tool.h"
#include "ui/tools/select_tool.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kMaxZoom = 64;
constexpr double kMinZoom = 0.01;
constexpr double kMaxFitZoom = 8;
constexpr double kZoomStep = 1.25;
constexpr double kScrollMargin = 24; // widget pixels round a region that is scrolled to

} // namespace

ImageView::ImageView(QWidget* parent)
    : QWidget(parent), m_theme(Theme::matching(palette())), m_selectTool(new SelectTool(*this)),
      m_boxTool(new BoxTool(*this)), m_panTool(new PanTool(*this)) {
    installImageViewAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Picture"));
    announceSelection();
}

ImageView::~ImageView() = default;

void ImageView::setImage(const QImage& image) {
    cancelGesture();
    m_picture = PicturePyramid(image);
    m_fit = Fit::Window;
    refit();
    announceSelection();
    update();
}

void ImageView::clearImage() {
    setImage({});
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
    announceSelection();
    update();
}

void ImageView::setRegions(std::vector<CanvasRegion> regions) {
    m_regions = std::move(regions);
    if (m_hovered && !regionById(m_regions, *m_hovered)) m_hovered.reset();
    setSelection(QSet<qint64>(m_selection));
    announceSelection();
    update();
}

const std::vector<CanvasRegion>& ImageView::regions() const {
    return m_regions;
}

void ImageView::setRegionCaption(qint64 id, const QString& caption, bool running) {
    const auto found =
        std::find_if(m_regions.begin(), m_regions.end(), [id](const CanvasRegion& r) { return r.id == id; });
    if (found == m_regions.end()) return;
    found->caption = caption;
    if (running) {
        found->state = CanvasRegion::Running;
    } else if (found->state == CanvasRegion::Running) {
        found->state = CanvasRegion::Draft; // a caption that a model has just written is one
    }
    update();
}

void ImageView::setSelection(const QSet<qint64>& ids) {
    QSet<qint64> known;
    for (const CanvasRegion& region : m_regions)
        if (ids.contains(region.id)) known.insert(region.id);
    if (known == m_selection) return;
    m_selectTool->finish();
    m_selection = known;
    announceSelection();
    updateCursor();
    update();
    Q_EMIT selectionChanged();
}

const QSet<qint64>& ImageView::selection() const {
    return m_selection;
}

void ImageView::selectAll() {
    QSet<qint64> ids;
    for (const CanvasRegion& region : m_regions)
        if (!region.hidden) ids.insert(region.id);
    setSelection(ids);
}

void ImageView::selectNext() {
    selectStep(1);
}

void ImageView::selectPrevious() {
    selectStep(-1);
}

void ImageView::selectStep(int step) {
    std::vector<qint64> ids;
    for (const CanvasRegion& region : m_regions)
        if (!region.hidden) ids.push_back(region.id);
    if (ids.empty()) return;
    const auto current =
        std::find_if(ids.begin(), ids.end(), [this](qint64 id) { return m_selection.contains(id); });
    const auto count = static_cast<std::ptrdiff_t>(ids.size());
    std::ptrdiff_t next = step > 0 ? 0 : count - 1;
    if (current != ids.end()) next = (current - ids.begin() + step + count) % count;
    const qint64 id = ids[static_cast<std::size_t>(next)];
    setSelection({id});
    ensureVisible(id);
}

void ImageView::ensureVisible(qint64 id) {
    const CanvasRegion* region = regionById(m_regions, id);
    if (!region || !hasImage()) return;
    const QRectF box = m_transform.toWidget(region->box)
                           .adjusted(-kScrollMargin, -kScrollMargin, kScrollMargin, kScrollMargin);
    const QRectF view = viewRect();
    const auto shift = [](double low, double high, double viewLow, double viewHigh) {
        if (high - low > viewHigh - viewLow) return (viewLow + viewHigh - low - high) / 2;
        return std::max(0.0, viewLow - low) - std::max(0.0, high - viewHigh);
    };
    if (view.contains(m_transform.toWidget(region->box))) return;
    scrollBy({shift(box.left(), box.right(), view.left(), view.right()),
              shift(box.top(), box.bottom(), view.top(), view.bottom())});
}

void ImageView::removeSelected() {
    requestRemoval(false);
}

void ImageView::requestRemoval(bool lockedToo) {
    if (m_readOnly) return;
    QSet<qint64> ids;
    for (const CanvasRegion& region : m_regions)
        if (m_selection.contains(region.id) && (lockedToo || !region.locked)) ids.insert(region.id);
    if (ids.isEmpty()) return;
    cancelGesture();
    Q_EMIT removeRequested(ids);
}

void ImageView::cancelGesture() {
    for (CanvasTool* tool : {m_selectTool.get(), m_boxTool.get(), m_panTool.get()})
        tool->cancel();
}

double ImageView::zoom() const {
    return m_transform.scale() * devicePixelRatioF();
}

void ImageView::setZoom(double zoom) {
    setScale(viewRect().center(), zoom / devicePixelRatioF());
}

void ImageView::zoomAt(QPointF widgetPos, double factor) {
    setScale(widgetPos, m_transform.scale() * factor);
}

void ImageView::zoomIn() {
    const double next = zoom() * kZoomStep;
    setZoom(zoom() < 1 && next > 1 ? 1 : next);
}

void ImageView::zoomOut() {
    const double next = zoom() / kZoomStep;
    setZoom(zoom() > 1 && next < 1 ? 1 : next);
}

void ImageView::fitToWindow() {
    m_fit = Fit::Window;
    refit();
}

void ImageView::fitWidth() {
    m_fit = Fit::Width;
    refit();
}

void ImageView::actualSize() {
    setZoom(1);
}

void ImageView::setScale(QPointF anchor, double scale) {
    if (!hasImage()) return;
    const double ratio = devicePixelRatioF();
    const double bounded = std::clamp(scale, kMinZoom / ratio, kMaxZoom / ratio);
    setTransform(m_transform.scaledAt(anchor, bounded).keptInside(pictureSize(), size()), Fit::None);
}

void ImageView::refit() {
    if (!hasImage() || m_fit == Fit::None) return;
    const double most = kMaxFitZoom / devicePixelRatioF();
    setTransform(m_fit == Fit::Window ? ViewTransform::fitted(pictureSize(), size(), most)
                                      : ViewTransform::fittedToWidth(pictureSize(), size(), most),
                 m_fit);
}

void ImageView::setTransform(const ViewTransform& transform, Fit fit) {
    const double before = zoom();
    m_transform = transform;
    m_fit = fit;
    update();
    if (zoom() != before) Q_EMIT zoomChanged(zoom());
}

void ImageView::setTool(Tool tool) {
    if (tool == m_tool) return;
    activeTool().finish();
    cancelGesture();
    m_tool = tool;
    m_hovered.reset();
    updateCursor();
    announceSelection();
    update();
    Q_EMIT toolChanged(tool);
}

ImageView::Tool ImageView::tool() const {
    return m_tool;
}

void ImageView::setStayInDrawMode(bool stay) {
    m_stayInDrawMode = stay;
}

bool ImageView::stayInDrawMode() const {
    return m_stayInDrawMode;
}

void ImageView::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    cancelGesture();
    updateCursor();
    update();
}

bool ImageView::isReadOnly() const {
    return m_readOnly;
}

void ImageView::setCaptionDisplay(CaptionDisplay display) {
    m_captionDisplay = display;
    update();
}

CaptionDisplay ImageView::captionDisplay() const {
    return m_captionDisplay;
}

void ImageView::setWheelAction(WheelAction action) {
    m_wheelAction = action;
}

QPointF ImageView::toPicture(QPointF widgetPos) const {
    return m_transform.toPicture(widgetPos);
}

QPointF ImageView::toWidget(QPointF picturePos) const {
    return m_transform.toWidget(picturePos);
}

QSize ImageView::sizeHint() const {
    return {800, 600};
}

QSizeF ImageView::pictureSize() const {
    return m_picture.size();
}

QRectF ImageView::viewRect() const {
    return rect();
}

void ImageView::scrollBy(QPointF widgetDelta) {
    if (!hasImage()) return;
    setTransform(m_transform.moved(widgetDelta).keptInside(pictureSize(), size()), Fit::None);
}

void ImageView::requestBox(const geometry::Box2& box) {
    if (!m_stayInDrawMode) setTool(Tool::Select);
    Q_EMIT boxDrawn(box);
}

void ImageView::requestChange(qint64 id, const geometry::Box2& box) {
    Q_EMIT boxChangeRequested(id, box);
}

void ImageView::requestCaptionEdit(qint64 id) {
    if (!m_readOnly) Q_EMIT captionEditRequested(id);
}

void ImageView::repaintCanvas() {
    update();
}

CanvasTool& ImageView::activeTool() const {
    if (m_panHeld || m_tool == Tool::Pan) return *m_panTool;
    return m_tool == Tool::Box ? *m_boxTool : *m_selectTool;
}

void ImageView::announceSelection() {
    if (!hasImage()) {
        setAccessibleDescription(tr("%1 %2").arg(m_title, m_detail).trimmed());
        return;
    }
    const auto count = static_cast<int>(m_regions.size());
    QString text = tr("%n region(s)", nullptr, count);
    for (std::size_t i = 0; i < m_regions.size() && m_selection.size() == 1; ++i)
        if (m_selection.contains(m_regions[i].id))
            text = tr("Region %1 of %2: %3").arg(i + 1).arg(count).arg(m_regions[i].caption);
    if (m_selection.size() > 1) text = tr("%1 of %2 regions selected").arg(m_selection.size()).arg(count);
    setAccessibleDescription(text);
}

void ImageView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    // Not devicePixelRatioF(): the view may be rendered into an image of another ratio.
    const double ratio = painter.deviceTransform().m11();
    if (!hasImage()) {
        painter.fillRect(event->rect(), m_theme.canvas);
        drawCanvasMessage(painter, rect(), m_title, m_detail, m_theme);
    } else {
        const CanvasScene scene{
            m_picture,      m_regions, m_selection, activeTool(),     m_theme,    m_transform.snapped(ratio),
            QRectF(rect()), m_hovered, m_pointer,   m_captionDisplay, !m_readOnly};
        CanvasPainter(painter, scene, ratio).draw(event->rect());
    }
    if (m_filesOver) drawDropFrame(painter, rect(), m_theme);
}

} // namespace rb::ui
