#include "ui/image_view/caption_plates.h"

#include "ui/image_view/state_glyph.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kPadX = 8;
constexpr double kPadY = 4;
constexpr double kGlyph = 12;
constexpr double kRadius = 4;
constexpr double kGap = 4;
constexpr double kGapToHandles = 9;
constexpr std::size_t kMostTried = 400; // captions broken into lines for one painting
constexpr std::size_t kCrowd = 60;      // boxes in the view
constexpr double kMostCovered = 0.12;   // of the view, by captions nobody pointed at
constexpr double kPlateSide = 20;       // widget pixels a box must have for a caption
constexpr double kCrowdedPlateSide = 56;
constexpr double kBadgeSide = 16; // and for a number
constexpr double kCrowdedBadgeSide = 34;
constexpr int kOpacity = 244;
constexpr double kUnsure = 0.3;
constexpr double kFaintest = 0.6;

bool isImportant(const ShownRegion& shown) {
    return shown.selected || shown.region->state == CanvasRegion::Running;
}

QString shownText(const CanvasRegion& region) {
    const QString text = region.caption.isEmpty() ? region.label : region.caption;
    if (region.state != CanvasRegion::Running) return text.trimmed();
    return region.caption + u'\u258C';
}

CaptionText::Limits limitsFor(const ShownRegion& shown) {
    const bool running = shown.region->state == CanvasRegion::Running;
    if (isImportant(shown) || shown.hovered) return {360, 6, running};
    return {240, 2, false};
}

std::vector<QRectF> obstacles(const std::vector<ShownRegion>& shown) {
    std::vector<QRectF> rects;
    if (shown.size() > kCrowd) return rects;
    for (const ShownRegion& each : shown)
        rects.push_back(each.rect);
    return rects;
}

QColor inkOn(const QColor& color) {
    return contrastRatio(color, Qt::black) >= contrastRatio(color, Qt::white) ? QColor(0x10, 0x11, 0x13)
                                                                              : QColor(Qt::white);
}

double glyphRoom(const CanvasRegion& region) {
    double room = 0;
    if (region.state != CanvasRegion::None) room += kGlyph + 6;
    if (region.locked) room += kGlyph + 4;
    return room;
}

void drawGlyphs(QPainter& painter, QPointF topLeft, const CanvasRegion& region, const Theme& theme) {
    if (region.state != CanvasRegion::None) {
        drawStateGlyph(painter, QRectF(topLeft, QSizeF(kGlyph, kGlyph)), region.state,
                       stateColor(region.state, theme));
        topLeft.rx() += kGlyph + 4;
    }
    if (region.locked) drawLockGlyph(painter, QRectF(topLeft, QSizeF(kGlyph, kGlyph)), theme.muted);
}

} // namespace

CaptionPlates::CaptionPlates(const std::vector<ShownRegion>& shown, const QRectF& view,
                             CaptionDisplay display, const QFont& font)
    : m_shown(shown), m_layout(view.adjusted(4, 4, -4, -4), obstacles(shown)), m_font(font) {
    m_font.setPointSizeF(font.pointSizeF() + 1);
    for (const ShownRegion& each : shown)
        if (isImportant(each)) add(each, true);
    if (display == CaptionDisplay::Always) addOthers(view);
    // Last, so that pointing at a box does not make the other plates jump.
    for (const ShownRegion& each : shown)
        if (each.hovered && display != CaptionDisplay::Selected && !m_withPlate.count(each.region->id))
            add(each, true);
    for (const ShownRegion& each : shown)
        if (!m_withPlate.count(each.region->id)) addBadge(each);
}

void CaptionPlates::addOthers(const QRectF& view) {
    double room = kMostCovered * view.width() * view.height();
    std::size_t tried = 0;
    for (const ShownRegion& each : m_shown) {
        if (isImportant(each) || !isLarge(each, kPlateSide, kCrowdedPlateSide)) continue;
        if (++tried > kMostTried || (m_shown.size() > kCrowd && room < 0)) return;
        room -= add(each, false);
    }
}

double CaptionPlates::add(const ShownRegion& shown, bool insist) {
    const QString text = shownText(*shown.region);
    if (text.isEmpty()) return 0;
    CaptionText laidOut(text, m_font, limitsFor(shown));
    const QSizeF size(numberWidth(shown) + kPadX + laidOut.size().width() + kPadX + glyphRoom(*shown.region),
                      laidOut.size().height() + 2 * kPadY);
    const auto rect = m_layout.place(shown.rect, size, shown.selected ? kGapToHandles : kGap, insist);
    if (!rect) return 0;
    m_withPlate.insert(shown.region->id);
    m_plates.push_back({&shown, std::move(laidOut), QRectF(rect->topLeft().toPoint(), size)});
    return size.width() * size.height();
}

void CaptionPlates::addBadge(const ShownRegion& shown) {
    const bool wanted = shown.selected || shown.hovered;
    if (!wanted && !isLarge(shown, kBadgeSide, kCrowdedBadgeSide)) return;
    const double height = std::ceil(QFontMetricsF(numberFont()).height()) + 2;
    const QSizeF size(numberWidth(shown) + glyphRoom(*shown.region), height);
    // Inside a roomy box; on top of a small one, which the badge would fill. Clear of the handles.
    const bool roomy = shown.rect.width() > 2 * size.width() && shown.rect.height() > 2 * height;
    const double clear = shown.selected ? kGapToHandles : 0;
    const QPointF corner =
        shown.rect.topLeft().toPoint() + (roomy ? QPointF(clear, clear) : QPointF(0, -height - 2 - clear));
    const QRectF rect(corner, size);
    if (m_layout.take(rect) || wanted) m_badges.push_back({&shown, rect});
}

bool CaptionPlates::isLarge(const ShownRegion& shown, double side, double crowdedSide) const {
    const double needed = m_shown.size() > kCrowd ? crowdedSide : side;
    return std::min(shown.rect.width(), shown.rect.height()) >= needed;
}

QFont CaptionPlates::numberFont() const {
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() - 1);
    font.setWeight(QFont::DemiBold);
    return font;
}

double CaptionPlates::numberWidth(const ShownRegion& shown) const {
    return std::ceil(QFontMetricsF(numberFont()).horizontalAdvance(QString::number(shown.number))) + 12;
}

void CaptionPlates::draw(QPainter& painter, const Theme& theme) const {
    for (const Badge& badge : m_badges)
        drawBadge(painter, theme, badge);
    for (auto plate = m_plates.rbegin(); plate != m_plates.rend(); ++plate)
        drawPlate(painter, theme, *plate);
}

void CaptionPlates::drawPlate(QPainter& painter, const Theme& theme, const Plate& plate) const {
    const CanvasRegion& region = *plate.shown->region;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawGround(painter, theme, plate);

    const double firstLine = QFontMetricsF(m_font).height() + 2 * kPadY;
    const QRectF numberRect(plate.rect.topLeft(), QSizeF(numberWidth(*plate.shown), firstLine));
    painter.setFont(numberFont());
    painter.setPen(inkOn(regionColor(region.colorIndex)));
    painter.drawText(numberRect, Qt::AlignCenter, QString::number(plate.shown->number));

    const double confidence = std::clamp(region.confidence, 0.0, 1.0);
    QColor ink = theme.text;
    ink.setAlphaF(float(kFaintest + (1 - kFaintest) * confidence));
    const QPointF textAt(numberRect.right() + kPadX, plate.rect.top() + kPadY);
    plate.text.draw(painter, textAt, ink);
    if (confidence < kUnsure) {
        painter.setPen(QPen(ink, 1, Qt::DotLine));
        const double y = plate.rect.bottom() - kPadY + 1;
        painter.drawLine(QPointF(textAt.x(), y), QPointF(textAt.x() + plate.text.size().width(), y));
    }
    const double glyphX = plate.rect.right() - glyphRoom(region) - 1;
    drawGlyphs(painter, {glyphX, plate.rect.top() + (firstLine - kGlyph) / 2}, region, theme);
    painter.restore();
}

void CaptionPlates::drawGround(QPainter& painter, const Theme& theme, const Plate& plate) const {
    const ShownRegion& shown = *plate.shown;
    QPainterPath outline;
    outline.addRoundedRect(plate.rect, kRadius, kRadius);
    QColor back = theme.surface;
    back.setAlpha(kOpacity);
    painter.fillPath(outline, back);
    painter.save();
    painter.setClipRect(QRectF(plate.rect.topLeft(), QSizeF(numberWidth(shown), plate.rect.height())),
                        Qt::IntersectClip);
    painter.fillPath(outline, regionColor(shown.region->colorIndex));
    painter.restore();
    painter.setPen(QPen(shown.selected ? theme.accent : QColor(0, 0, 0, 90), shown.selected ? 1.5 : 1));
    painter.drawPath(outline);
}

void CaptionPlates::drawBadge(QPainter& painter, const Theme& theme, const Badge& badge) const {
    const QColor color = regionColor(badge.shown->region->colorIndex);
    const QRectF numberRect(badge.rect.topLeft(), QSizeF(numberWidth(*badge.shown), badge.rect.height()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(badge.rect, 3, 3);
    painter.setBrush(color);
    painter.drawRoundedRect(numberRect, 3, 3);
    painter.setPen(inkOn(color));
    painter.setFont(numberFont());
    painter.drawText(numberRect, Qt::AlignCenter, QString::number(badge.shown->number));
    const double glyphY = badge.rect.top() + (badge.rect.height() - kGlyph) / 2;
    drawGlyphs(painter, {numberRect.right() + 3, glyphY}, *badge.shown->region, theme);
    painter.restore();
}

} // namespace rb::ui
