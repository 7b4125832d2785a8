// The tools and what they may ask for; image_view.cpp holds the rest.
#include "ui/image_view/image_view.h"

namespace rb::ui {

void ImageView::setTool(Tool tool) {
    if (tool == m_tool) return;
    activeTool().finish();
    cancelGesture();
    m_tool = tool;
    if (tool != Tool::Select && tool != Tool::Pan) m_lastDrawTool = tool;
    m_hovered.reset();
    updateCursor();
    announce();
    update();
    Q_EMIT toolChanged(tool);
}

ImageView::Tool ImageView::tool() const {
    return m_tool;
}

void ImageView::setStayInDrawMode(bool stay) {
    m_stayInDrawMode = stay;
}

bool ImageView::stayInDrawMode() const {
    return m_stayInDrawMode;
}

void ImageView::setSnapping(bool snapping) {
    m_snapping = snapping;
}

bool ImageView::isSnapping() const {
    return m_snapping;
}

void ImageView::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    cancelGesture();
    updateCursor();
    update();
}

bool ImageView::isReadOnly() const {
    return m_readOnly;
}

void ImageView::setWheelAction(WheelAction action) {
    m_wheelAction = action;
}

void ImageView::cancelGesture() {
    for (const auto& tool : m_tools)
        tool->cancel();
    followGesture();
}

const RegionIndex& ImageView::index() const {
    return m_index;
}

void ImageView::requestShape(const geometry::Shape2& shape) {
    m_live.reset(); // the request ends it
    if (!m_stayInDrawMode) setTool(Tool::Select);
    Q_EMIT shapeDrawn(shape);
}

void ImageView::requestChanges(const ShapeChanges& changes) {
    m_live.reset();
    Q_EMIT shapesChangeRequested(changes);
}

void ImageView::requestCaptionEdit(qint64 id) {
    if (!m_readOnly) Q_EMIT captionEditRequested(id);
}

void ImageView::repaintCanvas() {
    update();
}

CanvasTool& ImageView::chosenTool() const {
    return *m_tools[std::size_t(m_tool)];
}

CanvasTool& ImageView::activeTool() const {
    return m_panHeld ? *m_tools[std::size_t(Tool::Pan)] : chosenTool();
}

void ImageView::setPanHeld(bool held) {
    if (held == m_panHeld) return;
    m_tools[std::size_t(Tool::Pan)]->cancel();
    m_panHeld = held;
    updateCursor();
}

void ImageView::followGesture() {
    const std::optional<LiveShape> now = chosenTool().live();
    if (now == m_live) return;
    m_live = now;
    if (now) {
        Q_EMIT shapeChanging(now->id, now->shape);
    } else {
        Q_EMIT shapeChangeCancelled();
    }
}

} // namespace rb::ui
