#include "ui/image_view/canvas_painter.h"

#include "ui/image_view/caption_plates.h"
#include "ui/image_view/picture_pyramid.h"
#include "ui/image_view/region_outline.h"
#include "ui/tools/canvas_tool.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kOutlineReach = 12; // widget pixels that an outline and its handles stand out
constexpr double kMessageWidth = 420;
constexpr double kMessageIcon = 44;

double pixels(double side) {
    return std::round(side * 10) / 10;
}

} // namespace

void CanvasPainter::draw(const QRectF& exposed) {
    m_painter.fillRect(exposed, m_scene.theme.canvas);
    m_scene.picture.draw(m_painter, m_scene.transform, exposed, m_ratio);
    const std::vector<ShownRegion> shown = shownRegions();
    drawRegions(shown);
    const CaptionPlates plates(shown, m_scene.view, m_scene.captions, m_painter.font());
    plates.draw(m_painter, m_scene.theme);
    drawHandles(shown); // over the plates: what can be dragged can be seen
    drawTool();
}

std::vector<ShownRegion> CanvasPainter::shownRegions() const {
    std::vector<ShownRegion> shown;
    const QRectF reach = m_scene.view.adjusted(-kOutlineReach, -kOutlineReach, kOutlineReach, kOutlineReach);
    int number = 0;
    for (const CanvasRegion& region : m_scene.regions) {
        ++number;
        if (region.hidden) continue;
        const QRectF rect = m_scene.transform.toWidget(m_scene.tool.previewOf(region).value_or(region.box));
        // Not QRectF::intersects: a box may be a line in the widget when it is drawn very small.
        if (rect.right() < reach.left() || rect.left() > reach.right() || rect.bottom() < reach.top() ||
            rect.top() > reach.bottom())
            continue;
        shown.push_back(
            {&region, rect, number, m_scene.selection.contains(region.id), m_scene.hovered == region.id});
    }
    return shown;
}

void CanvasPainter::drawRegions(const std::vector<ShownRegion>& shown) {
    RegionOutline outline(m_painter, m_scene.theme, m_ratio);
    for (const ShownRegion& each : shown)
        if (!each.selected && !each.hovered) outline.draw(each);
    for (const ShownRegion& each : shown)
        if (each.selected || each.hovered) outline.draw(each);
}

void CanvasPainter::drawHandles(const std::vector<ShownRegion>& shown) {
    RegionOutline outline(m_painter, m_scene.theme, m_ratio);
    if (m_scene.selection.size() != 1 || !m_scene.editable) return;
    for (const ShownRegion& each : shown)
        if (each.selected && !each.region->locked) outline.drawHandles(each.rect);
}

void CanvasPainter::drawTool() {
    RegionOutline outline(m_painter, m_scene.theme, m_ratio);
    if (const QRectF frame = m_scene.tool.selectionFrame(); !frame.isNull())
        outline.drawSelectionFrame(frame);
    if (const auto box = m_scene.tool.newBox()) {
        outline.drawNew(m_scene.transform.toWidget(*box));
        drawSize(*box);
    } else if (m_scene.pointer && m_scene.tool.showsCrosshair() && !m_scene.picture.isNull()) {
        drawCrosshair(*m_scene.pointer);
    }
    if (!m_scene.tool.isDragging()) return;
    for (const CanvasRegion& region : m_scene.regions)
        if (const auto box = m_scene.tool.previewOf(region)) {
            drawSize(*box);
            return;
        }
}

void CanvasPainter::drawCrosshair(QPointF pointer) {
    const QSize size = m_scene.picture.size();
    const QRectF picture =
        m_scene.transform.toWidget({0, 0, double(size.width()), double(size.height())}) & m_scene.view;
    if (!picture.contains(pointer)) return;
    const double x = std::round(pointer.x());
    const double y = std::round(pointer.y());
    for (const auto& [shift, color] :
         {std::pair{0.0, QColor(255, 255, 255, 150)}, {1.0, QColor(0, 0, 0, 120)}}) {
        m_painter.fillRect(QRectF(picture.left(), y + shift, picture.width(), 1), color);
        m_painter.fillRect(QRectF(x + shift, picture.top(), 1, picture.height()), color);
    }
}

void CanvasPainter::drawSize(const geometry::Box2& box) {
    const QString text = QCoreApplication::translate("rb::ui::ImageView", "%1 × %2 px")
                             .arg(pixels(box.width))
                             .arg(pixels(box.height));
    const QFontMetricsF metrics(m_painter.font());
    QRectF rect(0, 0, std::ceil(metrics.horizontalAdvance(text)) + 16, metrics.height() + 8);
    const QRectF boxRect = m_scene.transform.toWidget(box);
    const QPointF at =
        m_scene.tool.isDragging() && m_scene.pointer ? *m_scene.pointer : boxRect.bottomRight();
    rect.moveTopLeft((at + QPointF(16, 16)).toPoint());
    // At the right and lower edge the words go to the pointer's other side, not under it.
    if (rect.right() > m_scene.view.right()) rect.moveRight(at.x() - 10);
    if (rect.bottom() > m_scene.view.bottom()) rect.moveBottom(at.y() - 10);

    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(QColor(0, 0, 0, 90), 1));
    m_painter.setBrush(m_scene.theme.surface);
    m_painter.drawRoundedRect(rect, 4, 4);
    m_painter.setPen(m_scene.theme.text);
    m_painter.drawText(rect, Qt::AlignCenter, text);
    m_painter.restore();
}

void drawCanvasMessage(QPainter& painter, const QRectF& view, const QString& title, const QString& detail,
                       const Theme& theme) {
    if (title.isEmpty() && detail.isEmpty()) return;
    const double width = std::max(80.0, std::min(kMessageWidth, view.width() - 48));
    QFont titleFont = painter.font();
    titleFont.setPointSizeF(titleFont.pointSizeF() + 3);
    titleFont.setWeight(QFont::DemiBold);
    constexpr int kFlags = Qt::AlignHCenter | Qt::TextWordWrap;
    const QRectF endless(0, 0, width, 10000);
    const QSizeF titleSize = QFontMetricsF(titleFont).boundingRect(endless, kFlags, title).size();
    const QSizeF detailSize = QFontMetricsF(painter.font()).boundingRect(endless, kFlags, detail).size();

    const double height = kMessageIcon + 16 + titleSize.height() + 8 + detailSize.height();
    const double left = view.center().x() - width / 2;
    double y = view.center().y() - height / 2;
    QColor quiet = theme.muted;
    const QRectF iconRect(view.center().x() - kMessageIcon / 2, y, kMessageIcon, kMessageIcon);
    icon(QStringLiteral("image"), quiet).paint(&painter, iconRect.toRect());
    y += kMessageIcon + 16;

    painter.save();
    painter.setPen(theme.text);
    painter.setFont(titleFont);
    painter.drawText(QRectF(left, y, width, titleSize.height() + 2), kFlags, title);
    y += titleSize.height() + 8;
    painter.restore();
    painter.setPen(quiet);
    painter.drawText(QRectF(left, y, width, detailSize.height() + 2), kFlags, detail);
}

void drawDropFrame(QPainter& painter, const QRectF& view, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = theme.accent;
    tint.setAlpha(24);
    painter.setBrush(tint);
    painter.setPen(QPen(theme.accent, 2, Qt::DashLine, Qt::RoundCap));
    painter.drawRoundedRect(view.adjusted(10, 10, -10, -10), 8, 8);
}

} // namespace rb::ui
