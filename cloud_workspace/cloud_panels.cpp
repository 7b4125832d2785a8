#include "cloud_workspace/cloud_panels.h"

#include "cloud_workspace/cloud_binding.h"
#include "cloud_workspace/cloud_marking.h"
#include "cloud_workspace/cloud_page.h"
#include "cloud_workspace/cloud_tools.h"
#include "cloud_workspace/picture_link.h"
#include "ui/main_window.h"
#include "viewer3d/side/side_views.h"

#include <QCoreApplication>

namespace rb::cloud_workspace {

CloudPanels addCloudPanels(ui::MainWindow& window, ui::Workspace& workspace) {
    auto* page = new CloudPage;
    auto* binding = new CloudBinding(*page, workspace, window.flow(), &window);
    auto* marking = new CloudMarking(*binding, page->view(), workspace, &window);
    new CloudTools({window.mainActions(), *page, *binding, *marking, window.parts().dialogs, window.parts().settings}, window);
    auto* link = new PictureLink(window.mainActions(), *binding, workspace, window.flow(), &window);
    QObject::connect(binding, &CloudBinding::said, &window, &ui::MainWindow::say);
    QObject::connect(marking, &CloudMarking::said, &window, &ui::MainWindow::say);
    QObject::connect(link, &PictureLink::said, &window, &ui::MainWindow::say);
    window.addPage(project::MediaKind::Cloud, page);
    window.addPanel(QStringLiteral("sides"), QCoreApplication::translate("CloudPanels", "Side views"), &page->sides());
    return {page, binding};
}

} // namespace rb::cloud_workspace
