// Where the picture lies in the view; image_view.cpp holds the rest.
#include "ui/image_view/image_view.h"

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kMaxZoom = 64;
constexpr double kMinZoom = 0.01;
constexpr double kMaxFitZoom = 8;
constexpr double kZoomStep = 1.25;

} // namespace

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

void ImageView::pan(QPointF widgetDelta) {
    scrollBy(widgetDelta);
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

QPointF ImageView::toPicture(QPointF widgetPos) const {
    return m_transform.toPicture(widgetPos);
}

QPointF ImageView::toWidget(QPointF picturePos) const {
    return m_transform.toWidget(picturePos);
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

const ViewTransform& ImageView::transform() const {
    return m_transform;
}

void ImageView::setMiniMapShown(bool shown) {
    m_miniMapShown = shown;
    update();
}

bool ImageView::isMiniMapShown() const {
    return m_miniMapShown;
}

MiniMap ImageView::miniMap() const {
    return {m_miniMapShown ? pictureSize() : QSizeF(), viewRect(), m_transform};
}

} // namespace rb::ui
