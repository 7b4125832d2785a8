// How plates and badges look; caption_plates.cpp decides which there are and where.
#include "ui/image_view/caption_plates.h"
#include "ui/image_view/plate_measures.h"
#include "ui/image_view/state_glyph.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rb::ui {

namespace {

constexpr double kRadius = 4;
constexpr int kOpacity = 244;
constexpr double kUnsure = 0.3;
constexpr double kFaintest = 0.6;

QColor inkOn(const QColor& color) {
    return contrastRatio(color, Qt::black) >= contrastRatio(color, Qt::white) ? QColor(0x10, 0x11, 0x13)
                                                                              : QColor(Qt::white);
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

void CaptionPlates::draw(QPainter& painter) const {
    for (const Badge& badge : m_badges)
        drawBadge(painter, badge);
    for (auto plate = m_plates.rbegin(); plate != m_plates.rend(); ++plate)
        drawPlate(painter, *plate);
}

void CaptionPlates::drawPlate(QPainter& painter, const Plate& plate) const {
    const CanvasRegion& region = *plate.shown->region;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawGround(painter, plate);

    const double firstLine = QFontMetricsF(m_font).height() + 2 * kPadY;
    const QRectF numberRect(plate.rect.topLeft(), QSizeF(numberWidth(*plate.shown), firstLine));
    painter.setFont(m_numberFont);
    painter.setPen(inkOn(plate.shown->color));
    painter.drawText(numberRect, Qt::AlignCenter, QString::number(plate.shown->number));

    const double confidence = std::clamp(region.confidence, 0.0, 1.0);
    QColor ink = m_theme.text;
    ink.setAlphaF(float(kFaintest + (1 - kFaintest) * confidence));
    const QPointF textAt(numberRect.right() + kPadX, plate.rect.top() + kPadY);
    plate.text->draw(painter, textAt, ink);
    if (confidence < kUnsure) {
        painter.setPen(QPen(ink, 1, Qt::DotLine));
        const double y = plate.rect.bottom() - kPadY + 1;
        painter.drawLine(QPointF(textAt.x(), y), QPointF(textAt.x() + plate.text->size().width(), y));
    }
    const double glyphX = plate.rect.right() - glyphRoom(region) - 1;
    drawGlyphs(painter, {glyphX, plate.rect.top() + (firstLine - kGlyph) / 2}, region, m_theme);
    painter.restore();
}

void CaptionPlates::drawGround(QPainter& painter, const Plate& plate) const {
    const ShownRegion& shown = *plate.shown;
    QPainterPath outline;
    outline.addRoundedRect(plate.rect, kRadius, kRadius);
    QColor back = m_theme.surface;
    back.setAlpha(kOpacity);
    painter.fillPath(outline, back);
    painter.save();
    painter.setClipRect(QRectF(plate.rect.topLeft(), QSizeF(numberWidth(shown), plate.rect.height())),
                        Qt::IntersectClip);
    painter.fillPath(outline, shown.color);
    painter.restore();
    painter.setPen(QPen(shown.selected ? m_theme.accent : QColor(0, 0, 0, 90), shown.selected ? 1.5 : 1));
    painter.drawPath(outline);
}

void CaptionPlates::drawBadge(QPainter& painter, const Badge& badge) const {
    const QColor color = badge.shown->color;
    const QRectF numberRect(badge.rect.topLeft(), QSizeF(numberWidth(*badge.shown), badge.rect.height()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(badge.rect, 3, 3);
    painter.setBrush(color);
    painter.drawRoundedRect(numberRect, 3, 3);
    painter.setPen(inkOn(color));
    painter.setFont(m_numberFont);
    painter.drawText(numberRect, Qt::AlignCenter, QString::number(badge.shown->number));
    if (!badge.withState) {
        painter.restore();
        return;
    }
    const double glyphY = badge.rect.top() + (badge.rect.height() - kGlyph) / 2;
    drawGlyphs(painter, {numberRect.right() + 3, glyphY}, *badge.shown->region, m_theme);
    painter.restore();
}

} // namespace rb::ui
