#include "ui/tools/box_tool.h"

#include "ui/tools/box_edit.h"
#include "ui/tools/keyboard_box.h"

#include <QKeyEvent>

namespace rb::ui {

std::optional<geometry::Shape2> BoxTool::newShape() const {
    return m_box ? std::optional(geometry::boxShape(*m_box)) : std::nullopt;
}

void BoxTool::pressed(const Drag& drag) {
    if (!canDraw()) return;
    prepareSnapping();
    m_anchor = placed(drag.fromPicture, drag.modifiers);
}

void BoxTool::dragged(const Drag& drag) {
    if (!canDraw()) return;
    const QPointF to = placed(toPicture(drag.to), drag.modifiers);
    const DragRule rule{drag.modifiers.testFlag(Qt::ShiftModifier) ? 1.0 : 0.0,
                        drag.modifiers.testFlag(Qt::AltModifier), guides().x.has_value(), guides().y.has_value()};
    m_box = spanned(m_anchor, to, rule, canvas().pictureSize());
}

void BoxTool::dropped(const Drag&) {
    if (m_box) ask(geometry::boxShape(*m_box));
}

bool BoxTool::cancelled() {
    const bool any = m_box.has_value();
    m_box.reset();
    return any;
}

bool BoxTool::drawingKey(const QKeyEvent& event) {
    if (isEnter(event) && !m_box) {
        m_box = startingBox(canvas());
    } else if (isEnter(event)) {
        ask(geometry::boxShape(*m_box));
    } else if (m_box && !directionOf(event.key()).isNull()) {
        m_box = movedOrSized(*m_box, canvas(), event);
    } else {
        return false;
    }
    return true;
}

} // namespace rb::ui
