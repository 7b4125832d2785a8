#include "ui/image_view/region_outline.h"

#include "ui/tools/hit_test.h"

#include <QPainter>

#include <cmath>

namespace rb::ui {

namespace {

constexpr double kHandle = 8;
constexpr double kSmallBox = 14;       // thinner lines below
constexpr double kSideHandleFrom = 40; // shorter sides show corner handles only

const QColor kShade(0, 0, 0, 150);
const QColor kInnerShade(0, 0, 0, 80);
const QColor kGlare(255, 255, 255, 190);
const QColor kInnerGlare(255, 255, 255, 110);

} // namespace

QRectF RegionOutline::snapped(const QRectF& rect) const {
    const auto snap = [this](double v) { return std::round(v * m_ratio) / m_ratio; };
    return {QPointF(snap(rect.left()), snap(rect.top())), QPointF(snap(rect.right()), snap(rect.bottom()))};
}

void RegionOutline::frame(const QRectF& rect, double outset, double width, const QColor& color) {
    const QRectF r = rect.adjusted(-outset, -outset, outset, outset);
    const double inner = r.height() - 2 * width;
    m_painter.fillRect(QRectF(r.left(), r.top(), r.width(), width), color);
    m_painter.fillRect(QRectF(r.left(), r.bottom() - width, r.width(), width), color);
    m_painter.fillRect(QRectF(r.left(), r.top() + width, width, inner), color);
    m_painter.fillRect(QRectF(r.right() - width, r.top() + width, width, inner), color);
}

void RegionOutline::draw(const ShownRegion& shown) {
    const QRectF rect = snapped(shown.rect);
    if (shown.selected) {
        selectedFrame(rect);
        return;
    }
    QColor color = regionColor(shown.region->colorIndex);
    const bool dark = contrastRatio(color, Qt::black) < 3;
    const bool rejected = shown.region->state == CanvasRegion::Rejected;
    if (rejected) {
        dashed(rect, color);
        return;
    }
    if (std::min(rect.width(), rect.height()) < kSmallBox) {
        frame(rect, 1, 1, dark ? kGlare : kShade);
        frame(rect, 0, 1, color);
        return;
    }
    const double width = shown.hovered ? 3 : 2;
    frame(rect, 2, 1, dark ? kGlare : kShade);
    frame(rect, 1, width, color);
    frame(rect, 1 - width, 1, dark ? kInnerGlare : kInnerShade);
}

void RegionOutline::selectedFrame(const QRectF& rect) {
    frame(rect, 3, 1, QColor(0, 0, 0, 200));
    frame(rect, 2, 1, Qt::white);
    frame(rect, 1, 2, m_theme.accent);
    frame(rect, -1, 1, Qt::white);
    frame(rect, -2, 1, kInnerShade);
}

void RegionOutline::dashed(const QRectF& rect, const QColor& color) {
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(kShade, 3));
    m_painter.drawRect(rect);
    QPen pen(color, 1.5);
    pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.drawRect(rect);
}

void RegionOutline::drawHandles(const QRectF& box) {
    const QRectF rect = snapped(box);
    const auto centres = handleCentres(rect);
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const bool corner = i % 2 == 0;
        const bool horizontal = i % 4 == 1;
        if (!corner && (horizontal ? rect.width() : rect.height()) < kSideHandleFrom) continue;
        QRectF square(0, 0, kHandle, kHandle);
        square.moveCenter(centres[i]);
        square = snapped(square);
        m_painter.fillRect(square.adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 170));
        m_painter.fillRect(square, m_theme.accent);
        m_painter.fillRect(square.adjusted(1.5, 1.5, -1.5, -1.5), Qt::white);
    }
}

void RegionOutline::drawNew(const QRectF& rect) {
    QColor tint = m_theme.accent;
    tint.setAlpha(30);
    m_painter.fillRect(rect, tint);
    selectedFrame(snapped(rect));
}

void RegionOutline::drawSelectionFrame(const QRectF& rect) {
    QColor tint = m_theme.accent;
    tint.setAlpha(40);
    m_painter.fillRect(rect, tint);
    frame(snapped(rect), 0, 1, m_theme.accent);
}

} // namespace rb::ui
