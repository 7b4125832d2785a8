#pragma once

class QWidget;

namespace rb::ui {

class ImageView;
class MainActions;
class UserDialogs;

/// Connects the actions of zoom, tools and selection with the canvas. All outlive the canvas.
void connectCanvas(MainActions& actions, ImageView& view, UserDialogs& dialogs, QWidget& window);

} // namespace rb::ui
