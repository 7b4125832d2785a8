#include "viewer3d/tools/box_tool.h"

#include "viewer3d/boxes/box_changes.h"
#include "viewer3d/boxes/ray_meets.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rb::viewer3d {

std::optional<Vec3d> BoxTool::onBase(QPointF pos) const {
    const double height = m_step == Step::First ? view().floorHeight() : m_first[2];
    return onPlane({0, 0, height}, {0, 0, 1}, view().projection().rayAt(pos.x(), pos.y()));
}

void BoxTool::press(QPointF pos, Qt::KeyboardModifiers) {
    m_justBegun = false;
    if (m_step != Step::First) return;
    auto place = view().placeUnder(pos);
    if (!place) place = onBase(pos);
    if (!place) return;
    m_first = m_second = *place;
    m_top = m_first[2];
    m_step = Step::Second;
    m_justBegun = true;
    showBox();
}

void BoxTool::hover(QPointF pos, Qt::KeyboardModifiers) {
    if (m_step == Step::Second) {
        if (const auto place = onBase(pos)) m_second = *place;
    } else if (m_step == Step::Height) {
        const Vec3d foot{m_second[0], m_second[1], m_first[2]};
        const auto height = alongLine(foot, {0, 0, 1}, view().projection().rayAt(pos.x(), pos.y()));
        if (height) m_top = m_first[2] + *height;
    }
    if (m_step != Step::First) showBox();
}

void BoxTool::release(QPointF pos, Qt::KeyboardModifiers modifiers, bool travelled) {
    hover(pos, modifiers);
    if (m_step == Step::Second && (!m_justBegun || travelled)) {
        m_step = Step::Height;
        // A first height, so that Enter alone makes a box.
        m_top = m_first[2] + std::max(kSmallestSize, (std::abs(m_second[0] - m_first[0]) + std::abs(m_second[1] - m_first[1])) / 2);
        showBox();
    } else if (m_step == Step::Height) {
        end();
    }
    m_justBegun = false;
}

void BoxTool::showBox() { view().preview(0, spanned(m_first, m_second, m_first[2], m_top)); }

void BoxTool::end() {
    const geometry::Box3 box = spanned(m_first, m_second, m_first[2], m_top);
    m_step = Step::First;
    if (box.size[0] > kSmallestSize && box.size[1] > kSmallestSize && box.size[2] > kSmallestSize) {
        view().requestBox(box);
    } else {
        view().dropPreview();
    }
}

bool BoxTool::keyPress(const QKeyEvent& event) {
    if (m_step == Step::First) return false;
    if (endsShape(event) && m_step == Step::Height) {
        end();
        return true;
    }
    if (event.key() != Qt::Key_Backspace) return false;
    if (m_step == Step::Second) return cancel();
    m_step = Step::Second;
    m_top = m_first[2];
    showBox();
    return true;
}

bool BoxTool::cancel() {
    if (m_step == Step::First) return false;
    m_step = Step::First;
    view().dropPreview();
    return true;
}

void BoxTool::paint(QPainter& painter) const {
    if (m_step == Step::First) return;
    painter.setPen(QPen(view().look().plate, 1.4));
    painter.setBrush(view().look().accent);
    for (const Vec3d& corner : {m_first, m_second})
        if (const auto at = view().projection().toScreen(corner)) painter.drawEllipse(QPointF(at->x, at->y), 4, 4);
}

} // namespace rb::viewer3d
