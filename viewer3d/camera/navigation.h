#pragma once

#include "viewer3d/camera/camera_moves.h"

#include <Qt>

#include <optional>

namespace rb::viewer3d {

/// Whose mouse habits the view follows.
enum class NavigationPreset { CloudCompare, Vtk, Cvat };

/// What dragging the mouse does to the camera.
enum class Motion { None, Orbit, Pan, Zoom, Roll };

/// CloudCompare: left orbits, right and middle pan, Shift+left pans. VTK: left orbits, middle pans, right zooms,
/// Shift+left pans, Ctrl+left rolls. CVAT: left orbits, right pans, middle zooms. Where a tool has the left button,
/// `leftIsTaken`, the middle one orbits.
Motion motionFor(NavigationPreset preset, Qt::MouseButton button, Qt::KeyboardModifiers modifiers, bool leftIsTaken);

/// What a key asks of the view.
struct ViewCommand {
    enum class Kind { SeeFrom, OtherProjection, FrameAll, FrameSelection, PickPivot };
    Kind kind = Kind::FrameAll;
    StandardView view = StandardView::Front; ///< of SeeFrom
};

/// 1 front, 3 right, 7 top, with Ctrl the opposite side; 5 perspective or parallel; F frames what is selected, else
/// all, Shift+F all, Z as F; P picks the centre of rotation.
std::optional<ViewCommand> commandFor(int key, Qt::KeyboardModifiers modifiers);

/// Which way a key flies, one long: x to the right, y up, z forward. W A S D, Q down, E up; null for other keys. In
/// CVAT's preset also with Alt: J L to the sides, U O down and up, I K forward and back.
Vec3d flightOf(NavigationPreset preset, int key, Qt::KeyboardModifiers modifiers);

} // namespace rb::viewer3d
