#include "viewer3d/camera/navigation.h"

namespace rb::viewer3d {
namespace {

Motion leftMotion(NavigationPreset preset, Qt::KeyboardModifiers modifiers) {
    if (preset != NavigationPreset::Cvat && modifiers.testFlag(Qt::ShiftModifier)) return Motion::Pan;
    if (preset == NavigationPreset::Vtk && modifiers.testFlag(Qt::ControlModifier)) return Motion::Roll;
    return Motion::Orbit;
}

Motion middleMotion(NavigationPreset preset, bool leftIsTaken) {
    if (leftIsTaken) return Motion::Orbit;
    return preset == NavigationPreset::Cvat ? Motion::Zoom : Motion::Pan;
}

ViewCommand seeFrom(StandardView view) { return {ViewCommand::Kind::SeeFrom, view}; }

Vec3d cvatFlight(int key) {
    switch (key) {
    case Qt::Key_J: return {-1, 0, 0};
    case Qt::Key_L: return {1, 0, 0};
    case Qt::Key_U: return {0, -1, 0};
    case Qt::Key_O: return {0, 1, 0};
    case Qt::Key_I: return {0, 0, 1};
    case Qt::Key_K: return {0, 0, -1};
    default: return {};
    }
}

} // namespace

Motion motionFor(NavigationPreset preset, Qt::MouseButton button, Qt::KeyboardModifiers modifiers, bool leftIsTaken) {
    if (button == Qt::LeftButton) return leftIsTaken ? Motion::None : leftMotion(preset, modifiers);
    if (button == Qt::MiddleButton) return middleMotion(preset, leftIsTaken);
    if (button != Qt::RightButton) return Motion::None;
    return preset == NavigationPreset::Vtk ? Motion::Zoom : Motion::Pan;
}

std::optional<ViewCommand> commandFor(int key, Qt::KeyboardModifiers modifiers) {
    const bool opposite = modifiers.testFlag(Qt::ControlModifier);
    if (modifiers & (Qt::AltModifier | Qt::MetaModifier)) return std::nullopt;
    switch (key) {
    case Qt::Key_1: return seeFrom(opposite ? StandardView::Back : StandardView::Front);
    case Qt::Key_3: return seeFrom(opposite ? StandardView::Left : StandardView::Right);
    case Qt::Key_7: return seeFrom(opposite ? StandardView::Bottom : StandardView::Top);
    default: break;
    }
    if (opposite) return std::nullopt;
    switch (key) {
    case Qt::Key_5: return ViewCommand{ViewCommand::Kind::OtherProjection};
    case Qt::Key_F:
    case Qt::Key_Z:
        return ViewCommand{modifiers.testFlag(Qt::ShiftModifier) ? ViewCommand::Kind::FrameAll : ViewCommand::Kind::FrameSelection};
    case Qt::Key_P: return ViewCommand{ViewCommand::Kind::PickPivot};
    default: return std::nullopt;
    }
}

Vec3d flightOf(NavigationPreset preset, int key, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::AltModifier)) return preset == NavigationPreset::Cvat ? cvatFlight(key) : Vec3d{};
    if (modifiers & (Qt::ControlModifier | Qt::MetaModifier)) return {};
    switch (key) {
    case Qt::Key_A: return {-1, 0, 0};
    case Qt::Key_D: return {1, 0, 0};
    case Qt::Key_Q: return {0, -1, 0};
    case Qt::Key_E: return {0, 1, 0};
    case Qt::Key_W: return {0, 0, 1};
    case Qt::Key_S: return {0, 0, -1};
    default: return {};
    }
}

} // namespace rb::viewer3d
