#include "ui/actions/canvas_actions.h"

#include "ui/actions/main_actions.h"
#include "ui/dialogs/adjust_dialog.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/image_view/image_view.h"

namespace rb::ui {

static void connectTool(ImageView& view, QAction& action, ImageView::Tool tool) {
    QObject::connect(&action, &QAction::triggered, &view, [&view, tool] {
        view.setTool(tool);
        view.setFocus();
    });
    QObject::connect(&view, &ImageView::toolChanged, &action, [&action, tool](ImageView::Tool now) {
        if (now == tool) action.setChecked(true);
    });
}

static void connectTools(MainActions& actions, ImageView& view) {
    connectTool(view, *actions.selectTool, ImageView::Tool::Select);
    connectTool(view, *actions.boxTool, ImageView::Tool::Box);
    connectTool(view, *actions.rotatedBoxTool, ImageView::Tool::RotatedBox);
    connectTool(view, *actions.polygonTool, ImageView::Tool::Polygon);
    connectTool(view, *actions.panTool, ImageView::Tool::Pan);
    actions.selectTool->setChecked(true);
}

void connectCanvas(MainActions& actions, ImageView& view, UserDialogs& dialogs, QWidget& window) {
    const auto forward = [&view](QAction* action, auto act) { QObject::connect(action, &QAction::triggered, &view, act); };
    forward(actions.zoomIn, &ImageView::zoomIn);
    forward(actions.zoomOut, &ImageView::zoomOut);
    forward(actions.fit, &ImageView::fitToWindow);
    forward(actions.fitWidth, &ImageView::fitWidth);
    forward(actions.actualSize, &ImageView::actualSize);
    forward(actions.selectAll, &ImageView::selectAll);
    forward(actions.removeRegion, &ImageView::removeSelected);
    connectTools(actions, view);
    QObject::connect(actions.adjustPicture, &QAction::triggered, &view, [&view, &dialogs, &window] {
        AdjustDialog dialog(view.adjustment(), &window);
        QObject::connect(&dialog, &AdjustDialog::changed, &view, &ImageView::setAdjustment);
        dialogs.run(dialog);
    });
}

} // namespace rb::ui
