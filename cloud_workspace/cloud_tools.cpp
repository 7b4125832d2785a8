#include "cloud_workspace/cloud_tools.h"

#include "cloud_workspace/cloud_binding.h"
#include "cloud_workspace/cloud_page.h"
#include "ui/actions/main_actions.h"

namespace rb::cloud_workspace {

using viewer3d::CloudView;

CloudTools::CloudTools(ui::MainActions& actions, CloudPage& page, CloudBinding& binding, QObject* parent)
    : QObject(parent), m_actions(actions), m_page(page), m_binding(binding) {
    connectTools();
    connectPoints();
    connectViews();
}

void CloudTools::connectTools() {
    CloudView& view = m_page.view();
    const auto tool = [this, &view](QAction* action, CloudView::Tool wanted) {
        connect(action, &QAction::triggered, this, [this, &view, wanted] {
            if (!m_binding.isCloud()) return;
            view.setTool(wanted);
            view.setFocus();
        });
        connect(&view, &CloudView::toolChanged, action, [action, wanted](CloudView::Tool now) {
            if (now == wanted) action->setChecked(true);
        });
    };
    tool(m_actions.selectTool, CloudView::Tool::Select);
    tool(m_actions.boxTool, CloudView::Tool::Box);
    tool(m_actions.rotatedBoxTool, CloudView::Tool::Rectangle); // fits a turned box
    tool(m_actions.polygonTool, CloudView::Tool::Polygon);
    tool(m_actions.lassoTool, CloudView::Tool::Lasso);
    tool(m_actions.brushTool, CloudView::Tool::Brush);
    const auto backToSelecting = [this, &view] {
        if (!m_actions.stayInDrawMode->isChecked()) view.setTool(CloudView::Tool::Select);
    };
    connect(&m_binding, &CloudBinding::regionMade, this, backToSelecting);
}

void CloudTools::connectPoints() {
    connect(m_actions.growRegion, &QAction::triggered, this, [this] {
        if (!m_binding.isCloud()) return;
        m_page.view().setTool(CloudView::Tool::Select);
        m_binding.growFromNextPoint();
        Q_EMIT m_binding.said(tr("Click the point to grow from"));
    });
    connect(m_actions.surfaceOnly, &QAction::toggled, &m_binding, &CloudBinding::setSurfaceOnly);
    m_binding.setSurfaceOnly(m_actions.surfaceOnly->isChecked());
    connect(m_actions.invertPoints, &QAction::triggered, &m_binding, [this] {
        if (m_binding.isCloud()) m_binding.invertPoints();
    });
    connect(m_actions.captionPoints, &QAction::triggered, &m_binding, [this] {
        if (m_binding.isCloud()) m_binding.captionPoints();
    });
}

void CloudTools::connectViews() {
    CloudView& view = m_page.view();
    const auto see = [this, &view](QAction* action, viewer3d::StandardView from) {
        connect(action, &QAction::triggered, this, [&view, from] { view.seeFrom(from); });
    };
    see(m_actions.frontView, viewer3d::StandardView::Front);
    see(m_actions.rightView, viewer3d::StandardView::Right);
    see(m_actions.topView, viewer3d::StandardView::Top);
    connect(m_actions.parallelView, &QAction::triggered, this, [&view] { view.toggleProjection(); });
    connect(m_actions.fit, &QAction::triggered, this, [&view, this] {
        if (m_binding.isCloud()) view.frameAll();
    });
}

} // namespace rb::cloud_workspace
