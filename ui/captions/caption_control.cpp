#include "ui/captions/caption_control.h"

#include "ui/actions/main_actions.h"
#include "ui/captions/generation_dialog.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/image_view/image_view.h"
#include "ui/region_panel/caption_details.h"
#include "ui/region_panel/caption_editor.h"

namespace rb::ui {

CaptionControl::CaptionControl(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    const MainActions& actions = parts.actions;
    connect(actions.captionRegion, &QAction::triggered, this, [this] { write({}); });
    connect(actions.captionWith, &QAction::triggered, this, &CaptionControl::writeWithOptions);
    connect(actions.captionPicture, &QAction::triggered, this, &CaptionControl::writePicture);
    connect(actions.captionDetails, &QAction::triggered, this, &CaptionControl::showDetails);
    connect(actions.stopCaptioning, &QAction::triggered, &parts.flow, &CaptionFlow::stopAll);
}

QList<project::Id> CaptionControl::places() const {
    const QSet<qint64> selected = m_parts.view.selection();
    if (selected.size() < 2) return {m_parts.workspace.currentRegion()};
    QList<project::Id> inOrder;
    for (const CanvasRegion& region : m_parts.view.regions())
        if (selected.contains(region.id)) inOrder.append(region.id);
    return inOrder;
}

void CaptionControl::write(const std::optional<vlm::GenerationOptions>& options) {
    m_parts.editor.commit();
    const project::Id media = m_parts.workspace.currentMedia();
    for (const project::Id region : places()) m_parts.flow.caption(media, region, options);
}

void CaptionControl::writeWithOptions() {
    m_parts.editor.commit();
    GenerationDialog dialog(m_parts.flow.options(), static_cast<int>(places().size()), &m_parts.window);
    if (!m_parts.dialogs.run(dialog)) return;
    if (dialog.isKept()) m_parts.flow.setOptions(dialog.options());
    write(dialog.options());
}

void CaptionControl::writePicture() {
    m_parts.editor.commit();
    m_parts.workspace.setCurrentRegion(0);
    m_parts.flow.caption(m_parts.workspace.currentMedia(), 0);
}

void CaptionControl::showDetails() {
    m_parts.editor.commit();
    CaptionDetails dialog(m_parts.workspace, m_parts.workspace.currentMedia(), m_parts.workspace.currentRegion(), &m_parts.window);
    m_parts.dialogs.run(dialog);
}

} // namespace rb::ui
