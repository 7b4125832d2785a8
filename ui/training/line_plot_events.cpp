#include "ui/training/line_plot.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QRubberBand>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace rb::ui {

static constexpr double kWheelZoom = 1.25;
static constexpr int kLeastDrag = 6; // pixels; less is a click

void LinePlot::zoomBy(double factor, double at) {
    const PlotRange now = frame().x, whole = wholeX();
    PlotRange next{at - (at - now.low) / factor, at + (now.high - at) / factor};
    next.low = std::max(next.low, whole.low);
    next.high = std::min(next.high, whole.high);
    zoomTo(next);
}

void LinePlot::moveBy(double share) {
    if (!m_zoom) return;
    const PlotRange whole = wholeX();
    double by = share * m_zoom->length();
    by = std::clamp(by, whole.low - m_zoom->low, whole.high - m_zoom->high);
    zoomTo({m_zoom->low + by, m_zoom->high + by});
}

void LinePlot::read(std::optional<double> x) {
    if (x == m_readAt) return;
    m_readAt = x;
    setAccessibleDescription(x ? valueText(*x) : QString());
    update();
}

/// To the next value of the series that has most.
void LinePlot::readNext(int direction) {
    const auto densest = std::max_element(m_series.begin(), m_series.end(), [](const PlotSeries& a, const PlotSeries& b) { return a.points.size() < b.points.size(); });
    if (densest == m_series.end() || densest->points.empty()) return;
    const auto& points = densest->points;
    const double from = m_readAt.value_or(direction > 0 ? points.front().x() - 1 : points.back().x() + 1);
    auto next = std::lower_bound(points.begin(), points.end(), from, [](const QPointF& p, double at) { return p.x() < at; });
    if (direction > 0) {
        if (next != points.end() && next->x() == from) ++next;
        if (next == points.end()) --next;
    } else if (next != points.begin()) {
        --next;
    }
    read(next->x());
}

void LinePlot::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    if (turns == 0) return event->ignore();
    zoomBy(std::pow(kWheelZoom, turns), frame().valueX(event->position().x()));
    event->accept();
}

void LinePlot::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->position().toPoint();
    m_moved = event->position();
    setFocus(Qt::MouseFocusReason);
}

void LinePlot::mouseMoveEvent(QMouseEvent* event) {
    const PlotFrame shown = frame();
    const QPoint at = event->position().toPoint();
    if (event->buttons() & Qt::MiddleButton) {
        moveBy((m_moved.x() - event->position().x()) / shown.area.width());
        m_moved = event->position();
        return;
    }
    if (event->buttons() & Qt::LeftButton && std::abs(at.x() - m_pressed.x()) >= kLeastDrag) {
        const QRect area = shown.area.toRect();
        m_rubber->setGeometry(QRect(QPoint(m_pressed.x(), area.top()), QPoint(at.x(), area.bottom())).normalized() & area);
        m_rubber->show();
        return;
    }
    std::optional<double> nearest;
    if (shown.area.contains(event->position()))
        for (const PlotSeries& series : m_series)
            if (const auto point = nearestPoint(series, shown.valueX(event->position().x())))
                if (!nearest || std::abs(shown.pixelX(point->x()) - at.x()) < std::abs(shown.pixelX(*nearest) - at.x())) nearest = point->x();
    read(nearest);
}

void LinePlot::mouseReleaseEvent(QMouseEvent*) {
    if (!m_rubber->isVisible()) return;
    m_rubber->hide();
    const PlotFrame shown = frame();
    const QRect span = m_rubber->geometry();
    zoomTo({shown.valueX(span.left()), shown.valueX(span.right())});
}

void LinePlot::mouseDoubleClickEvent(QMouseEvent*) { showAll(); }

void LinePlot::leaveEvent(QEvent*) { read(std::nullopt); }

void LinePlot::keyPressEvent(QKeyEvent* event) {
    const PlotRange x = frame().x;
    const double middle = m_readAt.value_or((x.low + x.high) / 2);
    const bool move = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left: return move ? moveBy(-0.1) : readNext(-1);
    case Qt::Key_Right: return move ? moveBy(0.1) : readNext(1);
    case Qt::Key_Home: return read(wholeX().low);
    case Qt::Key_End: return read(wholeX().high);
    case Qt::Key_Plus: case Qt::Key_Equal: return zoomBy(kWheelZoom, middle);
    case Qt::Key_Minus: return zoomBy(1 / kWheelZoom, middle);
    case Qt::Key_0: return showAll();
    case Qt::Key_L: return setLogarithmic(!m_logarithmic);
    default: QWidget::keyPressEvent(event);
    }
}

void LinePlot::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    QAction* scale = menu.addAction(tr("&Logarithmic"));
    scale->setCheckable(true);
    scale->setChecked(m_logarithmic);
    connect(scale, &QAction::toggled, this, &LinePlot::setLogarithmic);
    menu.addAction(tr("Show &everything"), this, &LinePlot::showAll)->setEnabled(isZoomed());
    menu.addSeparator();
    menu.addAction(tr("Save &picture…"), this, &LinePlot::pictureRequested);
    menu.addAction(tr("Save &values…"), this, &LinePlot::valuesRequested);
    menu.exec(event->globalPos());
}

} // namespace rb::ui
