#include "ui/curation/bar_plot.h"

#include "core/query/markdown.h"
#include "ui/curation/bar_list.h"
#include "ui/curation/column_plot.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rb::ui {

BarPlot* BarPlot::make(const Plot& plot, QWidget* parent) {
    if (plot.kind == Plot::Kind::Columns) return new ColumnPlot(plot, parent);
    return new BarList(plot, parent);
}

BarPlot::BarPlot(const Plot& plot, QWidget* parent) : QWidget(parent), m_plot(plot) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(plot.title);
}

void BarPlot::setPlot(const Plot& plot) {
    m_plot = plot;
    m_hovered = -1;
    m_reached = std::clamp(m_reached, 0, std::max(0, count() - 1));
    setAccessibleName(plot.title);
    setAccessibleDescription(count() ? valueText(m_reached) : QString());
    updateGeometry();
    update();
}

QString BarPlot::countText(int bar) const { return QLocale().toString(m_plot.bars[static_cast<std::size_t>(bar)].count); }

QString BarPlot::valueText(int bar) const {
    const Bar& shown = m_plot.bars[static_cast<std::size_t>(bar)];
    const QString name = shown.meaning.isEmpty() ? shown.name : shown.meaning;
    return tr("%1: %2 (%3)").arg(name, countText(bar), query::share(shown.count, m_plot.whole));
}

int BarPlot::headHeight() const { return fontMetrics().height() + 8; }

int BarPlot::lookedAt() const {
    if (m_hovered >= 0) return m_hovered;
    return hasFocus() && m_reached < count() ? m_reached : -1;
}

qint64 BarPlot::most() const {
    qint64 most = 1;
    for (const Bar& bar : m_plot.bars) most = std::max(most, bar.count);
    return most;
}

bool BarPlot::event(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    return QWidget::event(event);
}

void BarPlot::paintHead(QPainter& painter, const Theme& theme) {
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QRect head(0, 0, width(), headHeight() - 4);
    const int titleWidth = std::min(QFontMetrics(bold).horizontalAdvance(m_plot.title) + 12, width());
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_plot.title);
    painter.setFont(font());
    painter.setPen(lookedAt() >= 0 ? theme.text : theme.muted);
    const QRect rest = head.adjusted(titleWidth, 0, -1, 0);
    QString told = m_plot.summary;
    if (lookedAt() >= 0) told = fontMetrics().elidedText(valueText(lookedAt()), Qt::ElideMiddle, rest.width());
    else if (fontMetrics().horizontalAdvance(told) > rest.width()) return;
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, told);
}

void BarPlot::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::matching(palette());
    QPainter painter(this);
    paintHead(painter, theme);
    paintBars(painter, theme);
}

int BarPlot::barAt(QPoint position) const {
    for (int bar = 0; bar < count(); ++bar)
        if (barArea(bar).contains(position)) return bar;
    return -1;
}

void BarPlot::hover(int bar) {
    if (bar == m_hovered) return;
    m_hovered = bar;
    const bool choosable = bar >= 0 && !m_plot.bars[static_cast<std::size_t>(bar)].query.isEmpty();
    setCursor(choosable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void BarPlot::reach(int bar) {
    if (count() == 0) return;
    m_reached = std::clamp(bar, 0, count() - 1);
    m_hovered = -1;
    setAccessibleDescription(valueText(m_reached));
    Q_EMIT barReached(barArea(m_reached));
    update();
}

void BarPlot::choose(int bar) {
    if (bar < 0 || bar >= count()) return;
    const QString query = m_plot.bars[static_cast<std::size_t>(bar)].query;
    if (!query.isEmpty()) Q_EMIT queryRequested(query);
}

void BarPlot::mouseMoveEvent(QMouseEvent* event) { hover(barAt(event->position().toPoint())); }

void BarPlot::leaveEvent(QEvent*) { hover(-1); }

void BarPlot::mouseReleaseEvent(QMouseEvent* event) {
    const int bar = barAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || bar < 0) return;
    m_reached = bar;
    choose(bar);
}

void BarPlot::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right: return reach(m_reached + 1);
    case Qt::Key_Up:
    case Qt::Key_Left: return reach(m_reached - 1);
    case Qt::Key_Home: return reach(0);
    case Qt::Key_End: return reach(count() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return choose(m_reached);
    default: QWidget::keyPressEvent(event);
    }
}

void BarPlot::focusInEvent(QFocusEvent* event) {
    if (event->reason() != Qt::MouseFocusReason) reach(m_reached);
    update();
}

void BarPlot::focusOutEvent(QFocusEvent*) { update(); }

} // namespace rb::ui
