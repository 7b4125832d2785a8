#include "ui/help/step_dots.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace rb::ui {

static constexpr int kStep = 16;

void StepDots::show(const std::vector<bool>& done, int current) {
    m_done = done;
    m_current = current;
    updateGeometry();
    update();
}

QSize StepDots::sizeHint() const { return {static_cast<int>(m_done.size()) * kStep, kStep}; }

void StepDots::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::matching(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < static_cast<int>(m_done.size()); ++i) {
        const bool done = m_done[static_cast<std::size_t>(i)];
        const QPointF centre(kStep * (i + 0.5), height() / 2.0);
        painter.setPen(QPen(done || i == m_current ? theme.accent : theme.muted, i == m_current ? 2 : 1));
        painter.setBrush(done ? theme.accent : QColor(Qt::transparent));
        const double radius = i == m_current ? 5 : 3.5;
        painter.drawEllipse(centre, radius, radius);
    }
}

} // namespace rb::ui
