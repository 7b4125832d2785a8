#pragma once

namespace rb::ui {
class MainWindow;
class Workspace;
}

namespace rb::cloud_workspace {

class CloudBinding;
class CloudPage;

struct CloudPanels {
    CloudPage* page;
    CloudBinding* binding;
};

/// Puts the 3-D workspace into the window: its page in the middle, the side views as a panel, the tools behind the
/// window's actions. The window owns all of it; `workspace` outlives it.
CloudPanels addCloudPanels(ui::MainWindow& window, ui::Workspace& workspace);

} // namespace rb::cloud_workspace
