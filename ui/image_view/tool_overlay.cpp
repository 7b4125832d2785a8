#include "ui/image_view/tool_overlay.h"

#include "ui/image_view/picture_layer.h"
#include "ui/tools/canvas_tool.h"
#include "ui/tools/shape_handles.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kHandle = 8;
constexpr double kPoint = 7;
constexpr double kTurnRadius = 5;
constexpr double kSideHandleFrom = 40; // shorter sides show corner handles only
const QColor kGuide(0xE6, 0x3C, 0xC8); // none of the palette's

double pixels(double side) {
    return std::round(side * 10) / 10;
}

QString sizeInWords(const geometry::Shape2& shape) {
    const bool turned = shape.kind == geometry::Shape2::Kind::RotatedBox;
    const geometry::Box2 box = turned ? shape.box : geometry::boundsOf(shape);
    if (!turned || shape.angle == 0)
        return QCoreApplication::translate("rb::ui::ImageView", "%1 × %2 px").arg(pixels(box.width)).arg(pixels(box.height));
    return QCoreApplication::translate("rb::ui::ImageView", "%1 × %2 px, %3°")
        .arg(pixels(box.width))
        .arg(pixels(box.height))
        .arg(pixels(shape.angle));
}

} // namespace

const ShownRegion* ToolOverlay::withHandles(const std::vector<ShownRegion>& shown) const {
    if (m_scene.selection.size() != 1 || !m_scene.editable) return nullptr;
    const auto found = std::find_if(shown.begin(), shown.end(), [](const ShownRegion& each) {
        return each.selected && !each.region->locked && !each.region->hidden;
    });
    return found == shown.end() ? nullptr : &*found;
}

HandlePlaces ToolOverlay::handlePlaces(const std::vector<ShownRegion>& shown) const {
    const ShownRegion* region = withHandles(shown);
    if (!region) return {};
    const geometry::Shape2 shape = m_scene.transform.toWidget(region->shape());
    QRectF turn(0, 0, 4 * kTurnRadius, 4 * kTurnRadius);
    turn.moveCenter(turnGripCentre(shape, m_scene.view));
    const geometry::Box2 frame = geometry::boundsOf(handleFrame(shape));
    return {turn, QRectF(frame.x, frame.y, frame.width, frame.height)};
}

void ToolOverlay::draw(const std::vector<ShownRegion>& shown) {
    if (const ShownRegion* region = withHandles(shown)) drawHandles(*region);
    drawGuides();
    if (const QRectF frame = m_scene.tool.selectionFrame(); !frame.isNull()) m_outline.drawSelectionFrame(frame);
    if (m_scene.pointer && m_scene.tool.showsCrosshair()) drawCrosshair(*m_scene.pointer);
    if (const auto line = m_scene.tool.openLine(); !line.empty()) m_outline.drawOpenLine(line);
    if (const auto shape = m_scene.tool.newShape()) {
        m_outline.drawNew(*shape);
        drawSize(*shape);
    }
    if (!m_scene.tool.hasPreviews()) return;
    const auto changed = std::find_if(shown.begin(), shown.end(), [](const ShownRegion& each) { return each.preview; });
    if (changed != shown.end()) drawSize(*changed->preview);
}

void ToolOverlay::drawHandles(const ShownRegion& shown) {
    const geometry::Shape2 shape = m_scene.transform.toWidget(shown.shape());
    const geometry::Shape2 frame = handleFrame(shape);
    if (!shape.points.empty()) drawFrame(frame);
    drawTurnHandle(shape);
    const std::vector<QPointF> centres = handleCentres(shape);
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const bool corner = i % 2 == 0;
        const bool horizontal = i % 4 == 1;
        if (!corner && (horizontal ? frame.box.width : frame.box.height) < kSideHandleFrom) continue;
        m_outline.drawHandle(centres[i], kHandle, false);
    }
    const auto active = m_scene.tool.activePoint();
    for (std::size_t i = 0; i < shape.points.size(); ++i)
        m_outline.drawHandle({shape.points[i].x, shape.points[i].y}, active == i ? kPoint + 3 : kPoint, active == i);
}

/// What joins the handles round a polygon.
void ToolOverlay::drawFrame(const geometry::Shape2& frame) {
    const QRectF rect = m_outline.snapped({frame.box.x, frame.box.y, frame.box.width, frame.box.height});
    m_painter.save();
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(QColor(0, 0, 0, 110), 1));
    m_painter.drawRect(rect);
    QPen pen(QColor(255, 255, 255, 200), 1);
    pen.setDashPattern({4, 4});
    m_painter.setPen(pen);
    m_painter.drawRect(rect);
    m_painter.restore();
}

void ToolOverlay::drawTurnHandle(const geometry::Shape2& widgetShape) {
    const QPointF at = turnGripCentre(widgetShape, m_scene.view);
    const std::vector<QPointF> centres = handleCentres(widgetShape);
    const auto length = [&](QPointF from) { return std::hypot(from.x() - at.x(), from.y() - at.y()); };
    const QPointF root = length(centres[1]) < length(centres[5]) ? centres[1] : centres[5];
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
    m_painter.drawLine(root, at);
    m_painter.setPen(QPen(Qt::white, 1.25));
    m_painter.drawLine(root, at);
    m_painter.setPen(QPen(QColor(0, 0, 0, 170), 1));
    m_painter.setBrush(m_scene.theme.accent);
    m_painter.drawEllipse(at, kTurnRadius + 0.5, kTurnRadius + 0.5);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(Qt::white);
    m_painter.drawEllipse(at, kTurnRadius - 1.5, kTurnRadius - 1.5);
    m_painter.restore();
}

void ToolOverlay::drawGuides() {
    const Guides& guides = m_scene.tool.guides();
    const QRectF& view = m_scene.view;
    if (guides.x) {
        const double x = std::round(m_scene.transform.toWidget(QPointF(*guides.x, 0)).x());
        m_painter.fillRect(QRectF(x, view.top(), 1, view.height()), kGuide);
    }
    if (guides.y) {
        const double y = std::round(m_scene.transform.toWidget(QPointF(0, *guides.y)).y());
        m_painter.fillRect(QRectF(view.left(), y, view.width(), 1), kGuide);
    }
}

QRectF ToolOverlay::pictureRect() const {
    const QSizeF size = m_scene.picture.size();
    return m_scene.transform.toWidget(geometry::Box2{0, 0, size.width(), size.height()}) & m_scene.view;
}

void ToolOverlay::drawCrosshair(QPointF pointer) {
    const QRectF picture = pictureRect();
    if (!picture.contains(pointer)) return;
    const double x = std::round(pointer.x());
    const double y = std::round(pointer.y());
    for (const auto& [shift, color] : {std::pair{0.0, QColor(255, 255, 255, 150)}, {1.0, QColor(0, 0, 0, 120)}}) {
        m_painter.fillRect(QRectF(picture.left(), y + shift, picture.width(), 1), color);
        m_painter.fillRect(QRectF(x + shift, picture.top(), 1, picture.height()), color);
    }
}

void ToolOverlay::drawSize(const geometry::Shape2& shape) {
    const QString text = sizeInWords(shape);
    const QFontMetricsF metrics(m_painter.font());
    QRectF rect(0, 0, std::ceil(metrics.horizontalAdvance(text)) + 16, metrics.height() + 8);
    const QRectF bounds = m_scene.transform.toWidget(geometry::boundsOf(shape));
    const QPointF at = m_scene.tool.isDragging() && m_scene.pointer ? *m_scene.pointer : bounds.bottomRight();
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

} // namespace rb::ui
