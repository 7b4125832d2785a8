#include "ui/training/line_plot.h"
#include "ui/training/plot_color.h"
#include "ui/training/plot_decimation.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::ui {
namespace {

constexpr int kLeft = 52, kRight = 12, kTickGap = 4;
constexpr int kDense = 400; // points of a line: thicker ones take much longer to draw

QColor faded(QColor color, int alpha) {
    color.setAlpha(alpha);
    return color;
}

} // namespace

QRectF LinePlot::area() const {
    const int text = fontMetrics().height();
    const int head = 2 * text + 12;
    return QRectF(kLeft, head, std::max(10, width() - kLeft - kRight), std::max(10, height() - head - text - 8));
}

void LinePlot::paintGrid(QPainter& painter, const PlotFrame& frame, const Theme& theme) const {
    painter.fillRect(frame.area, theme.surface);
    const int text = fontMetrics().height();
    const auto line = [&](QPointF a, QPointF b) {
        painter.setPen(theme.line);
        painter.drawLine(a, b);
        painter.setPen(theme.muted);
    };
    for (const double value : ticksIn(frame.y, std::max(2, static_cast<int>(frame.area.height()) / 40), frame.logarithmic)) {
        const double y = std::round(frame.pixelY(value)) + 0.5;
        if (y < frame.area.top() || y > frame.area.bottom() + 1) continue;
        line({frame.area.left(), y}, {frame.area.right(), y});
        painter.drawText(QRectF(0, y - text, kLeft - kTickGap, 2 * text), Qt::AlignRight | Qt::AlignVCenter, tickText(value));
    }
    for (const double value : ticksIn(frame.x, std::max(2, static_cast<int>(frame.area.width()) / 90))) {
        if (value != std::round(value)) continue; // there is no half step
        const double x = std::round(frame.pixelX(value)) + 0.5;
        line({x, frame.area.top()}, {x, frame.area.bottom()});
        painter.drawText(QRectF(x - 40, frame.area.bottom() + kTickGap, 80, text), Qt::AlignCenter, tickText(value));
    }
}

/// The band as one shape, its lower side backwards.
static QPolygonF bandShape(const PlotFrame& frame, const std::vector<PlotSeries::Band>& band) {
    QPolygonF shape;
    const auto clamped = [&](double value) { return frame.logarithmic ? std::max(value, frame.y.low) : value; };
    for (const PlotSeries::Band& part : band) shape << frame.pixel({part.x, clamped(part.high)});
    for (auto part = band.rbegin(); part != band.rend(); ++part) shape << frame.pixel({part->x, clamped(part->low)});
    return shape;
}

void LinePlot::paintSeries(QPainter& painter, const PlotFrame& frame, const PlotSeries& series, const Theme& theme) const {
    const QColor color = plotColor(series.color, theme);
    if (!series.band.empty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(color, 60));
        painter.drawPolygon(bandShape(frame, series.band));
        painter.setBrush(Qt::NoBrush);
    }
    for (auto& line : decimated(series.points, frame.x.low, frame.x.high, static_cast<int>(frame.area.width()))) {
        QPolygonF pixels;
        for (const QPointF& point : line)
            if (!frame.logarithmic || point.y() > 0) pixels << frame.pixel(point);
        const double pen = pixels.size() > kDense || series.faint ? 1.0 : 2.0;
        painter.setPen(QPen(series.faint ? faded(color, 110) : color, pen, series.dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (pixels.size() > 1) painter.drawPolyline(pixels);
        if (!series.marked && pixels.size() > 1) continue;
        painter.setBrush(color);
        for (const QPointF& pixel : pixels) painter.drawEllipse(pixel, 2.5, 2.5);
        painter.setBrush(Qt::NoBrush);
    }
}

/// Title and, below it, what colour is whose; or the values that are read.
void LinePlot::paintHead(QPainter& painter, const Theme& theme) const {
    const int text = fontMetrics().height();
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(theme.text);
    const QString scale = m_logarithmic ? tr(" (logarithmic)") : QString();
    painter.drawText(QRect(4, 2, width() - 8, text), Qt::AlignLeft | Qt::AlignVCenter, m_title + scale);
    painter.setFont(font());
    double x = 4;
    for (const PlotSeries& series : m_series) {
        const QString name = legendText(series);
        const double wide = fontMetrics().horizontalAdvance(name);
        if (x + 16 + wide > width()) break;
        const QColor color = plotColor(series.color, theme);
        painter.setPen(QPen(series.faint ? faded(color, 110) : color, series.faint ? 1.5 : 3, series.dashed ? Qt::DotLine : Qt::SolidLine));
        painter.drawLine(QPointF(x, 1.5 * text + 4), QPointF(x + 12, 1.5 * text + 4));
        painter.setPen(m_readAt ? theme.text : theme.muted);
        painter.drawText(QRectF(x + 16, text + 4, wide + 4, text), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += 16 + wide + 12;
    }
}

QString LinePlot::legendText(const PlotSeries& series) const {
    if (!m_readAt) return series.name;
    const auto point = nearestPoint(series, *m_readAt);
    return point ? tr("%1 %2").arg(series.name, tickText(point->y())) : series.name;
}

void LinePlot::paintReading(QPainter& painter, const PlotFrame& frame, const Theme& theme) const {
    if (!m_readAt || *m_readAt < frame.x.low || *m_readAt > frame.x.high) return;
    const double x = std::round(frame.pixelX(*m_readAt)) + 0.5;
    painter.setPen(QPen(theme.muted, 1));
    painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()));
    for (const PlotSeries& series : m_series) {
        const auto point = nearestPoint(series, *m_readAt);
        if (!point || !std::isfinite(point->y()) || (m_logarithmic && point->y() <= 0)) continue;
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(plotColor(series.color, theme));
        painter.drawEllipse(frame.pixel(*point), 4, 4);
    }
    const QString step = tr("Step %1").arg(QString::number(*m_readAt, 'g', 9));
    painter.setPen(theme.text);
    painter.drawText(QRect(4, 2, width() - 8 - kRight, fontMetrics().height()), Qt::AlignRight | Qt::AlignVCenter, step);
}

void LinePlot::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::matching(palette());
    const PlotFrame shown = frame();
    QPainter painter(this);
    paintGrid(painter, shown, theme);
    paintHead(painter, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(shown.area.adjusted(0, -2, 0, 2));
    // Raw values lie behind smoothed ones.
    for (const bool faint : {true, false})
        for (const PlotSeries& series : m_series)
            if (series.faint == faint) paintSeries(painter, shown, series, theme);
    paintReading(painter, shown, theme);
    painter.restore();
    const bool empty = std::all_of(m_series.begin(), m_series.end(), [](const PlotSeries& series) { return series.points.empty(); });
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.muted);
    if (empty) painter.drawText(shown.area.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    painter.setPen(hasFocus() ? theme.accent : theme.line);
    painter.drawRect(shown.area);
}

} // namespace rb::ui
