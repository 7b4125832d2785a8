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

PlateLook CaptionPlates::lookOf(const ShownRegion& shown, QSizeF size) const {
    const CanvasRegion& region = *shown.region;
    return {nullptr, size, shown.number, shown.color, region.state, region.locked, shown.selected, region.confidence, m_font, m_theme.dark};
}

void CaptionPlates::draw(QPainter& painter, PlateImages& images, double ratio) const {
    const auto put = [&](QPointF at, const QImage& image) {
        const QPointF corner = (at - QPointF(PlateImages::kMargin, PlateImages::kMargin)) * ratio;
        painter.drawImage(QPointF(corner.toPoint()) / ratio, image);
    };
    for (const Badge& badge : m_badges) {
        PlateLook look = lookOf(*badge.shown, badge.rect.size());
        if (!badge.withState) look.state = CanvasRegion::None, look.locked = false;
        put(badge.rect.topLeft(), images.of(badge.shown->region->id, look, ratio, [&](QPainter& own) { paintBadge(own, badge); }));
    }
    for (auto plate = m_plates.rbegin(); plate != m_plates.rend(); ++plate) {
        PlateLook look = lookOf(*plate->shown, plate->rect.size());
        look.text = plate->text;
        put(plate->rect.topLeft(), images.of(plate->shown->region->id, look, ratio, [&](QPainter& own) { paintPlate(own, *plate); }));
    }
}

void CaptionPlates::paintPlate(QPainter& painter, const Plate& plate) const {
    const CanvasRegion& region = *plate.shown->region;
    const QRectF rect(QPointF(), plate.rect.size());
    paintGround(painter, *plate.shown, rect);

    const double firstLine = QFontMetricsF(m_font).height() + 2 * kPadY;
    const QRectF numberRect(0, 0, numberWidth(*plate.shown), firstLine);
    painter.setFont(m_numberFont);
    painter.setPen(inkOn(plate.shown->color));
    painter.drawText(numberRect, Qt::AlignCenter, QString::number(plate.shown->number));

    const double confidence = std::clamp(region.confidence, 0.0, 1.0);
    QColor ink = m_theme.text;
    ink.setAlphaF(float(kFaintest + (1 - kFaintest) * confidence));
    const QPointF textAt(numberRect.right() + kPadX, kPadY);
    plate.text->draw(painter, textAt, ink);
    if (confidence < kUnsure) {
        painter.setPen(QPen(ink, 1, Qt::DotLine));
        const double y = rect.bottom() - kPadY + 1;
        painter.drawLine(QPointF(textAt.x(), y), QPointF(textAt.x() + plate.text->size().width(), y));
    }
    const double glyphX = rect.right() - glyphRoom(region) - 1;
    drawGlyphs(painter, {glyphX, (firstLine - kGlyph) / 2}, region, m_theme);
}

void CaptionPlates::paintGround(QPainter& painter, const ShownRegion& shown, const QRectF& rect) const {
    QPainterPath outline;
    outline.addRoundedRect(rect, kRadius, kRadius);
    QColor back = m_theme.surface;
    back.setAlpha(kOpacity);
    painter.fillPath(outline, back);
    painter.save();
    painter.setClipRect(QRectF(0, 0, numberWidth(shown), rect.height()), Qt::IntersectClip);
    painter.fillPath(outline, shown.color);
    painter.restore();
    painter.setPen(QPen(shown.selected ? m_theme.accent : QColor(0, 0, 0, 90), shown.selected ? 1.5 : 1));
    painter.drawPath(outline);
}

void CaptionPlates::paintBadge(QPainter& painter, const Badge& badge) const {
    const QColor color = badge.shown->color;
    const QRectF rect(QPointF(), badge.rect.size()), numberRect(0, 0, numberWidth(*badge.shown), rect.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(rect, 3, 3);
    painter.setBrush(color);
    painter.drawRoundedRect(numberRect, 3, 3);
    painter.setPen(inkOn(color));
    painter.setFont(m_numberFont);
    painter.drawText(numberRect, Qt::AlignCenter, QString::number(badge.shown->number));
    if (badge.withState) drawGlyphs(painter, {numberRect.right() + 3, (rect.height() - kGlyph) / 2}, *badge.shown->region, m_theme);
}

} // namespace rb::ui
