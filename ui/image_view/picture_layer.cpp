#include "ui/image_view/picture_layer.h"

#include "ui/image_view/view_transform.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kSharpFrom = 2; // screen pixels per picture pixel
constexpr double kSame = 1e-6;
constexpr int kCheckSize = 8;
constexpr int kAdjustedKib = 64 * 1024;

QBrush checks() {
    QImage tile(2 * kCheckSize, 2 * kCheckSize, QImage::Format_RGB32);
    tile.fill(QColor(0xC8, 0xC8, 0xC8));
    QPainter painter(&tile);
    const QColor other(0xB0, 0xB0, 0xB0);
    painter.fillRect(0, 0, kCheckSize, kCheckSize, other);
    painter.fillRect(kCheckSize, kCheckSize, kCheckSize, kCheckSize, other);
    return QBrush(tile);
}

/// With edges on whole screen pixels, so that neighbours neither overlap nor leave a gap.
QRectF onScreenPixels(const QRectF& rect, double ratio) {
    const auto snap = [ratio](double v) { return std::round(v * ratio) / ratio; };
    return {QPointF(snap(rect.left()), snap(rect.top())), QPointF(snap(rect.right()), snap(rect.bottom()))};
}

/// A part of a level, given in its pixels, in picture pixels.
geometry::Box2 inPicture(const QRect& part, QSize level, QSize picture) {
    const double x = double(picture.width()) / level.width(), y = double(picture.height()) / level.height();
    return {part.x() * x, part.y() * y, part.width() * x, part.height() * y};
}

} // namespace

void PictureLayer::setSource(std::shared_ptr<PictureSource> source) {
    m_source = std::move(source);
    m_adjusted.setMaxCost(kAdjustedKib);
    m_adjusted.clear();
}

void PictureLayer::setAdjustment(const PictureAdjustment& adjustment) {
    if (adjustment == m_adjustment) return;
    m_adjustment = adjustment;
    m_adjusted.clear();
}

int PictureLayer::levelFor(double screenScale) const {
    const int halvings = screenScale < 1 ? int(std::floor(std::log2(1 / screenScale) + kSame)) : 0;
    return std::min(halvings, m_source->levelCount() - 1);
}

void PictureLayer::draw(QPainter& painter, const ViewTransform& transform, const QRectF& exposed,
                        double deviceRatio) {
    if (isNull()) return;
    const geometry::Box2 all{0, 0, double(size().width()), double(size().height())};
    const QRectF whole = transform.toWidget(all);
    const QRectF visible = whole & exposed;
    if (visible.isEmpty()) return;

    painter.save();
    painter.setClipRect(visible, Qt::IntersectClip);
    if (m_source->hasAlpha()) {
        painter.setBrushOrigin(whole.topLeft());
        painter.fillRect(visible, checks());
    }
    const double screenScale = transform.scale() * deviceRatio;
    const bool sharp = screenScale >= kSharpFrom - kSame || std::abs(screenScale - 1) < kSame;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !sharp);
    drawTiles(painter, transform, visible, deviceRatio);
    painter.restore();
}

void PictureLayer::drawTiles(QPainter& painter, const ViewTransform& transform, const QRectF& visible,
                             double deviceRatio) {
    const int level = levelFor(transform.scale() * deviceRatio);
    const QSize levelSize = m_source->levelSize(level);
    const QRectF part = transform.toPicture(visible);
    const double perX = double(levelSize.width()) / size().width(), perY = double(levelSize.height()) / size().height();
    constexpr double kSide = PictureSource::kTileSide;
    const int firstColumn = std::max(0, int(part.left() * perX / kSide));
    const int firstRow = std::max(0, int(part.top() * perY / kSide));
    for (int row = firstRow; row * kSide < part.bottom() * perY; ++row)
        for (int column = firstColumn; column * kSide < part.right() * perX; ++column)
            drawTile(painter, transform, {level, column, row}, deviceRatio);
}

void PictureLayer::drawTile(QPainter& painter, const ViewTransform& transform, const TileKey& key,
                            double deviceRatio) {
    const QRect own = m_source->ownRect(key);
    if (own.isEmpty()) return;
    const Shown shown = shownFor(key);
    if (shown.image.isNull()) return;
    const QSize level = m_source->levelSize(key.level);
    const QRectF place = transform.toWidget(inPicture(own, level, size()));
    const QRectF target = transform.toWidget(inPicture(shown.rect, m_source->levelSize(shown.level), size()));
    painter.save();
    painter.setClipRect(onScreenPixels(place, deviceRatio), Qt::IntersectClip);
    painter.drawImage(target, shown.image);
    painter.restore();
}

PictureLayer::Shown PictureLayer::shownFor(const TileKey& key) {
    QImage tile = m_source->tile(key);
    if (!tile.isNull()) return {adjustedTile(key, tile), m_source->tileRect(key), key.level};
    for (TileKey coarser = key; ++coarser.level < m_source->levelCount();) {
        coarser.column /= 2;
        coarser.row /= 2;
        tile = m_source->tileAtHand(coarser);
        if (!tile.isNull()) return {adjustedTile(coarser, tile), m_source->tileRect(coarser), coarser.level};
    }
    return {};
}

QImage PictureLayer::adjustedTile(const TileKey& key, const QImage& tile) {
    if (m_adjustment.isNone()) return tile;
    if (const QImage* known = m_adjusted.object(key)) return *known;
    const QImage result = adjusted(tile, m_adjustment);
    m_adjusted.insert(key, new QImage(result), qsizetype(result.sizeInBytes() / 1024)); // the cache owns it
    return result;
}

QImage PictureLayer::overview() {
    if (isNull()) return {};
    const TileKey last{m_source->levelCount() - 1, 0, 0};
    const QImage tile = m_source->tile(last);
    return tile.isNull() ? tile : adjustedTile(last, tile);
}

} // namespace rb::ui
