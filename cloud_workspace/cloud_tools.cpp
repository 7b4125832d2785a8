#include "cloud_workspace/cloud_tools.h"

#include "cloud_workspace/cloud_binding.h"
#include "cloud_workspace/cloud_marking.h"
#include "cloud_workspace/cloud_page.h"
#include "cloud_workspace/mark_dialog.h"
#include "ui/actions/main_actions.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/settings/remembered.h"
#include "viewer3d/cloud_view.h"

#include <QSpinBox>

namespace rb::cloud_workspace {

using viewer3d::CloudView;

static const ui::Setting<bool> kDepthCue{"cloud/depth", true}, kGrid{"cloud/grid", true}, kLabels{"cloud/labels", true};
static const ui::Setting<int> kMouse{"cloud/mouse", 0}; ///< a NavigationPreset
static const ui::Setting<int> kPointSize{"cloud/pointSize", 2};

CloudTools::CloudTools(const Parts& parts, QWidget& window) : QObject(&window), m_parts(parts), m_window(window) {
    connectTools();
    connectPoints();
    connectViews();
    rememberLook();
}

void CloudTools::connectTools() {
    CloudView& view = m_parts.page.view();
    const auto tool = [this, &view](QAction* action, CloudView::Tool wanted) {
        connect(action, &QAction::triggered, this, [this, &view, wanted] {
            if (!m_parts.binding.isCloud()) return;
            view.setTool(wanted);
            view.setFocus();
        });
        connect(&view, &CloudView::toolChanged, action, [action, wanted](CloudView::Tool now) {
            if (now == wanted) action->setChecked(true);
        });
    };
    tool(m_parts.actions.selectTool, CloudView::Tool::Select);
    tool(m_parts.actions.boxTool, CloudView::Tool::Box);
    tool(m_parts.actions.rotatedBoxTool, CloudView::Tool::Rectangle); // fits a turned box
    tool(m_parts.actions.polygonTool, CloudView::Tool::Polygon);
    tool(m_parts.actions.lassoTool, CloudView::Tool::Lasso);
    tool(m_parts.actions.brushTool, CloudView::Tool::Brush);
    const auto backToSelecting = [this, &view] {
        if (!m_parts.actions.stayInDrawMode->isChecked()) view.setTool(CloudView::Tool::Select);
    };
    connect(&m_parts.binding, &CloudBinding::boxDrawn, this, backToSelecting);
    connect(&m_parts.marking, &CloudMarking::boxFitted, this, backToSelecting);
}

void CloudTools::connectPoints() {
    const auto act = [this](QAction* action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            if (m_parts.binding.isCloud()) what();
        });
    };
    act(m_parts.actions.growRegion, [this] {
        m_parts.page.view().setTool(CloudView::Tool::Select);
        m_parts.marking.growFromNextPoint();
    });
    act(m_parts.actions.invertPoints, [this] { m_parts.marking.invert(); });
    act(m_parts.actions.keepPoints, [this] { m_parts.marking.keepPoints(); });
    act(m_parts.actions.turnBox, [this] { m_parts.marking.turnBox(); });
    act(m_parts.actions.markOptions, [this] { askHowToMark(); });
    act(m_parts.actions.captionPoints, [this] { m_parts.binding.captionPoints(); });
    const auto surfaceOnly = [this](bool only) {
        MarkOptions options = m_parts.marking.options();
        options.surfaceOnly = only;
        m_parts.marking.setOptions(options);
    };
    m_parts.marking.setOptions(readMarkOptions(m_parts.settings));
    connect(m_parts.actions.surfaceOnly, &QAction::toggled, this, surfaceOnly);
    surfaceOnly(m_parts.actions.surfaceOnly->isChecked());
}

void CloudTools::askHowToMark() {
    if (!m_parts.binding.document()) return;
    MarkDialog dialog(m_parts.marking.options(), *m_parts.binding.document().cloud, m_parts.marking.depthsShown(), &m_window);
    if (!m_parts.dialogs.run(dialog)) return;
    m_parts.marking.setOptions(dialog.options());
    writeMarkOptions(m_parts.settings, dialog.options());
}

void CloudTools::connectViews() {
    CloudView& view = m_parts.page.view();
    const ui::MainActions& a = m_parts.actions;
    using From = viewer3d::StandardView;
    for (const auto& [action, from] : {std::pair(a.frontView, From::Front), std::pair(a.backView, From::Back), std::pair(a.rightView, From::Right),
                                       std::pair(a.leftView, From::Left), std::pair(a.topView, From::Top), std::pair(a.bottomView, From::Bottom)})
        connect(action, &QAction::triggered, &view, [&view, from] { view.seeFrom(from); });
    connect(a.parallelView, &QAction::triggered, &view, &CloudView::toggleProjection);
    connect(a.fit, &QAction::triggered, this, [&view, this] {
        if (m_parts.binding.isCloud()) view.frameAll();
    });
}

void CloudTools::rememberLook() {
    CloudView& view = m_parts.page.view();
    const CloudPage::Look& look = m_parts.page.look();
    for (const auto& [action, setting] : {std::pair(look.depthCue, &kDepthCue), std::pair(look.grid, &kGrid), std::pair(look.labels, &kLabels)})
        ui::remember(*action, *setting, m_parts.settings, this, {});
    const ui::MainActions& a = m_parts.actions;
    ui::rememberChoice({a.mouseOfCloudCompare, a.mouseOfVtk, a.mouseOfCvat}, kMouse, m_parts.settings, this,
                       [&view](int preset) { view.setPreset(static_cast<viewer3d::NavigationPreset>(preset)); });
    look.pointSize->setValue(kPointSize.read(m_parts.settings));
    connect(look.pointSize, &QSpinBox::valueChanged, this, [this](int size) { kPointSize.write(m_parts.settings, size); });
}

} // namespace rb::cloud_workspace
