#include "ui/review/review_control.h"

#include "core/project/caption_edits.h"
#include "ui/actions/main_actions.h"
#include "ui/image_view/image_view.h"
#include "ui/region_panel/caption_editor.h"
#include "ui/review/review_steps.h"
#include "ui/search/search_panel.h"

namespace rb::ui {

ReviewControl::ReviewControl(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    connectSteps();
    connectCaptions();
}

void ReviewControl::connectSteps() {
    const MainActions& actions = m_parts.actions;
    // The canvas knows which of its regions can be seen; regions of a cloud are gone through as they are listed.
    const auto step = [this](QAction* action, void (ImageView::*onCanvas)(), project::Id (*inCloud)(const Workspace&)) {
        connect(action, &QAction::triggered, this, [this, onCanvas, inCloud] {
            if (m_parts.view.hasImage()) (m_parts.view.*onCanvas)();
            else m_parts.workspace.setCurrentRegion(inCloud(m_parts.workspace));
        });
    };
    step(actions.nextRegion, &ImageView::selectNext, regionAfterCurrent);
    step(actions.previousRegion, &ImageView::selectPrevious, regionBeforeCurrent);
    connect(actions.nextPicture, &QAction::triggered, this, [this] { m_parts.workspace.step(1); });
    connect(actions.previousPicture, &QAction::triggered, this, [this] { m_parts.workspace.step(-1); });
    const auto drafts = [this](QAction* action, StepDirection direction) {
        connect(action, &QAction::triggered, this, [this, direction] {
            if (!stepToDrafts(m_parts.workspace, direction)) Q_EMIT said(tr("No further picture has drafts"));
        });
    };
    drafts(actions.nextUnreviewed, StepDirection::Forward);
    drafts(actions.previousUnreviewed, StepDirection::Back);
}

void ReviewControl::connectCaptions() {
    const MainActions& actions = m_parts.actions;
    connect(actions.editCaption, &QAction::triggered, &m_parts.editor, &CaptionEditor::startEditing);
    connect(&m_parts.editor, &CaptionEditor::editingLeft, &m_parts.view, [this] { m_parts.view.setFocus(); });
    connect(&m_parts.view, &ImageView::captionEditRequested, this, [this](qint64 region) {
        m_parts.workspace.setCurrentRegion(region);
        m_parts.editor.startEditing();
    });
    connect(actions.acceptAndNext, &QAction::triggered, this, &ReviewControl::acceptAndNext);
    connect(actions.acceptAll, &QAction::triggered, this, &ReviewControl::acceptAll);
    connect(actions.reject, &QAction::triggered, this, &ReviewControl::reject);
    for (int i = 0; i < actions.alternatives.size(); ++i)
        connect(actions.alternatives[i], &QAction::triggered, this, [this, i] { m_parts.editor.choose(i + 1); });
}

void ReviewControl::acceptAndNext() {
    Workspace& workspace = m_parts.workspace;
    m_parts.editor.commit();
    const auto shown = project::shownCaption(*workspace.project(), workspace.currentMedia(), workspace.currentRegion());
    m_parts.editor.setState(project::CaptionState::Accepted);
    if (shown && shown->state != project::CaptionState::Accepted) {
        m_session.accept(*shown, QDateTime::currentDateTimeUtc());
        Q_EMIT sessionChanged();
    }
    goOn();
}

void ReviewControl::goOn() {
    Workspace& workspace = m_parts.workspace;
    if (m_parts.search.isSearching() && m_parts.search.isVisible()) { // the found rows are the queue
        if (!m_parts.search.step(1)) Q_EMIT said(tr("That was the last one found"));
        return;
    }
    if (const project::Id next = regionAfterCurrent(workspace)) {
        workspace.setCurrentRegion(next);
        return;
    }
    const project::Id before = workspace.currentMedia();
    workspace.step(1);
    if (workspace.currentMedia() == before) Q_EMIT said(tr("That was the last picture"));
    else workspace.setCurrentRegion(regionAfterCurrent(workspace));
}

void ReviewControl::acceptAll() {
    m_parts.editor.commit();
    for (const project::Caption& caption : acceptAllDrafts(m_parts.workspace)) m_session.accept(caption, QDateTime::currentDateTimeUtc());
    Q_EMIT sessionChanged();
}

void ReviewControl::reject() {
    const Workspace& workspace = m_parts.workspace;
    m_parts.editor.commit();
    const auto shown = project::shownCaption(*workspace.project(), workspace.currentMedia(), workspace.currentRegion());
    m_parts.editor.setState(project::CaptionState::Rejected);
    if (!shown || shown->state == project::CaptionState::Rejected) return;
    m_session.reject(QDateTime::currentDateTimeUtc());
    Q_EMIT sessionChanged();
}

} // namespace rb::ui
