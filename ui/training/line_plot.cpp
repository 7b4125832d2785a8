#include "ui/training/line_plot.h"

#include "core/base/durable_file.h"
#include "ui/training/plot_csv.h"
#include "ui/training/plot_decimation.h"

#include <QBuffer>
#include <QImage>
#include <QRubberBand>

#include <algorithm>
#include <cmath>

namespace rb::ui {

static constexpr double kMargin = 0.05; // of the range of y, above and below

LinePlot::LinePlot(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_rubber(new QRubberBand(QRubberBand::Rectangle, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setToolTip(tr("Wheel or drag: zoom. Double click or 0: everything. Arrows: read values. L: logarithmic."));
}

void LinePlot::setSeries(std::vector<PlotSeries> series) {
    m_series = std::move(series);
    if (m_readAt) setAccessibleDescription(valueText(*m_readAt));
    update();
}

void LinePlot::setEmptyText(const QString& text) {
    m_emptyText = text;
    update();
}

void LinePlot::setLogarithmic(bool logarithmic) {
    m_logarithmic = logarithmic;
    update();
}

void LinePlot::zoomTo(const PlotRange& x) {
    const PlotRange whole = wholeX();
    const double least = whole.length() / 10'000;
    if (x.length() < least) return;
    const bool all = x.low <= whole.low && x.high >= whole.high;
    m_zoom = all ? std::nullopt : std::optional(x);
    update();
}

void LinePlot::showAll() {
    m_zoom.reset();
    update();
}

PlotRange LinePlot::wholeX() const {
    PlotRange range{INFINITY, -INFINITY};
    for (const PlotSeries& series : m_series) {
        if (series.points.empty()) continue;
        range.low = std::min(range.low, series.points.front().x());
        range.high = std::max(range.high, series.points.back().x());
    }
    if (!(range.low <= range.high)) return {0, 1};
    return range.length() > 0 ? range : PlotRange{range.low - 0.5, range.high + 0.5};
}

/// Of what is seen; bands count where there are any.
PlotRange LinePlot::visibleY(const PlotRange& x) const {
    double low = INFINITY, high = -INFINITY;
    const auto take = [&](double value) {
        if (!std::isfinite(value) || (m_logarithmic && value <= 0)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const PlotSeries& series : m_series) {
        const auto from = std::lower_bound(series.points.begin(), series.points.end(), x.low, [](const QPointF& p, double at) { return p.x() < at; });
        for (auto point = from; point != series.points.end() && point->x() <= x.high; ++point) take(point->y());
        for (const PlotSeries::Band& part : series.band)
            if (part.x >= x.low && part.x <= x.high) take(part.low), take(part.high);
    }
    if (!(low <= high)) return m_logarithmic ? PlotRange{0.1, 1} : PlotRange{0, 1};
    if (m_logarithmic) return high > low ? PlotRange{low / std::pow(high / low, kMargin), high * std::pow(high / low, kMargin)} : PlotRange{low / 2, high * 2};
    const double margin = high > low ? kMargin * (high - low) : std::max(0.5, std::abs(low) * 0.1);
    return {low - margin, high + margin};
}

PlotFrame LinePlot::frame() const {
    const PlotRange x = m_zoom.value_or(wholeX());
    return {area(), x, visibleY(x), m_logarithmic};
}

std::optional<QPointF> nearestPoint(const PlotSeries& series, double x) {
    const auto& points = series.points;
    if (points.empty()) return std::nullopt;
    const auto after = std::lower_bound(points.begin(), points.end(), x, [](const QPointF& p, double at) { return p.x() < at; });
    if (after == points.end()) return points.back();
    if (after == points.begin() || after->x() - x <= x - std::prev(after)->x()) return *after;
    return *std::prev(after);
}

QString LinePlot::valueText(double x) const {
    QStringList values;
    std::optional<double> step;
    for (const PlotSeries& series : m_series)
        if (const auto point = nearestPoint(series, x)) {
            if (!step || std::abs(point->x() - x) < std::abs(*step - x)) step = point->x();
            values << tr("%1 %2").arg(series.name, tickText(point->y()));
        }
    return step ? tr("Step %1: %2").arg(QString::number(*step, 'g', 9), values.join(QStringLiteral(", "))) : QString();
}

QImage LinePlot::picture(double scale) const {
    QImage image(size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(palette().color(QPalette::Window));
    const_cast<LinePlot*>(this)->render(&image); // QWidget::render changes nothing, and is not const
    return image;
}

Status LinePlot::savePicture(const QString& file) const {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture(2).save(&buffer, "PNG");
    return replaceFile(file.toStdString(), bytes.toStdString());
}

Status LinePlot::saveValues(const QString& file) const { return replaceFile(file.toStdString(), toCsv(tr("step"), m_series).toStdString()); }

} // namespace rb::ui
