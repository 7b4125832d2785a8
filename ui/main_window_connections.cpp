#include "ui/main_window.h"

#include "ui/batch/batch_control.h"
#include "ui/curation/data_card_dialog.h"
#include "ui/curation/lint_panel.h"
#include "ui/curation/replace_dialog.h"
#include "ui/curation/splits_dialog.h"
#include "ui/curation/statistics_panel.h"
#include "ui/dialogs/adjust_dialog.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/error_text.h"
#include "ui/help/first_steps.h"
#include "ui/image_view/image_view.h"
#include "ui/keys/shortcut_editor.h"
#include "ui/region_panel/caption_editor.h"
#include "ui/search/query_help_dialog.h"
#include "ui/search/search_panel.h"
#include "ui/window_status.h"
#include "ui/workspace/review_steps.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>

namespace rb::ui {

void MainWindow::connectFile() {
    const auto forward = [this](QAction* action, void (ProjectFiles::*act)()) {
        connect(action, &QAction::triggered, &m_files, [this, act] {
            m_editor->commit();
            (m_files.*act)();
        });
    };
    forward(m_actions.openPictures, &ProjectFiles::choosePictures);
    forward(m_actions.openFolder, &ProjectFiles::chooseFolder);
    forward(m_actions.openProject, &ProjectFiles::chooseProject);
    forward(m_actions.newProject, &ProjectFiles::makeProject);
    forward(m_actions.snapshot, &ProjectFiles::snapshot);
    forward(m_actions.importData, &ProjectFiles::chooseImport);
    forward(m_actions.exportData, &ProjectFiles::exportData);
    connect(&m_files, &ProjectFiles::importStarting, &m_flow, &CaptionFlow::stopAll);
    connect(m_actions.sampleProject, &QAction::triggered, this, &MainWindow::sampleProjectRequested);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_view, &ImageView::filesDropped, this, &MainWindow::openDropped);
    connect(m_actions.commandPalette, &QAction::triggered, this, &MainWindow::runCommand);
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] {
        ShortcutsDialog dialog(m_actions.all(), this);
        m_parts.dialogs.run(dialog);
    });
}

void MainWindow::openDropped(const QList<QUrl>& urls) {
    QStringList paths;
    for (const QUrl& url : urls)
        if (url.isLocalFile()) paths << url.toLocalFile();
    open(paths);
}

void MainWindow::runCommand() {
    CommandPalette palette(m_actions.all() + m_panels, this);
    palette.move(mapToGlobal(QPoint((width() - palette.width()) / 2, menuBar()->height() + 8)));
    if (m_parts.dialogs.run(palette) && palette.chosen()) palette.chosen()->trigger();
}

void MainWindow::connectView() {
    connect(m_actions.zoomIn, &QAction::triggered, m_view, &ImageView::zoomIn);
    connect(m_actions.zoomOut, &QAction::triggered, m_view, &ImageView::zoomOut);
    connect(m_actions.fit, &QAction::triggered, m_view, &ImageView::fitToWindow);
    connect(m_actions.fitWidth, &QAction::triggered, m_view, &ImageView::fitWidth);
    connect(m_actions.actualSize, &QAction::triggered, m_view, &ImageView::actualSize);
    connect(m_actions.fullScreen, &QAction::triggered, this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    const auto tool = [this](QAction* action, ImageView::Tool wanted) {
        connect(action, &QAction::triggered, this, [this, wanted] {
            m_view->setTool(wanted);
            m_view->setFocus();
        });
        connect(m_view, &ImageView::toolChanged, action, [action, wanted](ImageView::Tool now) {
            if (now == wanted) action->setChecked(true);
        });
    };
    tool(m_actions.selectTool, ImageView::Tool::Select);
    tool(m_actions.boxTool, ImageView::Tool::Box);
    tool(m_actions.rotatedBoxTool, ImageView::Tool::RotatedBox);
    tool(m_actions.polygonTool, ImageView::Tool::Polygon);
    tool(m_actions.panTool, ImageView::Tool::Pan);
    m_actions.selectTool->setChecked(true);
    connect(m_actions.selectAll, &QAction::triggered, m_view, &ImageView::selectAll);
    connect(m_actions.removeRegion, &QAction::triggered, m_view, &ImageView::removeSelected);
    connect(m_actions.adjustPicture, &QAction::triggered, this, [this] {
        AdjustDialog dialog(m_view->adjustment(), this);
        connect(&dialog, &AdjustDialog::changed, m_view, &ImageView::setAdjustment);
        m_parts.dialogs.run(dialog);
    });
}

void MainWindow::connectSearch() {
    connect(m_actions.find, &QAction::triggered, this, [this] {
        showSearch({});
        m_search->startTyping();
    });
    connect(m_search, &SearchPanel::helpRequested, this, [this] {
        QueryHelpDialog dialog(this);
        m_parts.dialogs.run(dialog);
    });
    connect(m_actions.captionMany, &QAction::triggered, this, [this] {
        m_editor->commit();
        m_batch->ask();
    });
    connect(m_actions.stopCaptioning, &QAction::triggered, m_batch, &BatchControl::stop);
    connect(m_batch, &BatchControl::said, m_status, &WindowStatus::say);
    m_batch->setSources({[this] { return m_view->selection(); },
                         [this] {
                             std::vector<jobs::CaptionTarget> targets;
                             for (const query::Row& row : m_search->found()) targets.push_back({row.media, row.region});
                             return targets;
                         }});
}

/// With a query, that is searched for.
void MainWindow::showSearch(const QString& query) {
    if (auto* dock = qobject_cast<QDockWidget*>(m_search->parentWidget())) {
        dock->show();
        dock->raise();
    }
    if (!query.isEmpty()) m_search->setQuery(query);
}

void MainWindow::goTo(project::Id media, project::Id region) {
    m_parts.workspace.setCurrentMedia(media);
    m_parts.workspace.setCurrentRegion(region);
}

void MainWindow::connectCuration() {
    connect(m_statistics, &StatisticsPanel::queryRequested, this, &MainWindow::showSearch);
    connect(m_statistics, &StatisticsPanel::dataCardRequested, m_actions.dataCard, &QAction::trigger);
    connect(m_lint, &LintPanel::queryRequested, this, &MainWindow::showSearch);
    connect(m_lint, &LintPanel::regionRequested, this, &MainWindow::goTo);
    connect(m_actions.dataCard, &QAction::triggered, this, [this] {
        DataCardDialog dialog(*m_parts.workspace.project(), m_parts.dialogs, this);
        m_parts.dialogs.run(dialog);
    });
    connect(m_actions.replace, &QAction::triggered, this, [this] {
        m_editor->commit();
        ReplaceDialog dialog(m_parts.workspace, this);
        connect(&dialog, &ReplaceDialog::regionRequested, this, &MainWindow::goTo);
        m_parts.dialogs.run(dialog);
    });
    connect(m_actions.splits, &QAction::triggered, this, [this] {
        SplitsDialog dialog(*m_parts.workspace.project(), this);
        m_parts.dialogs.run(dialog);
    });
    connect(m_actions.shortcutEditor, &QAction::triggered, this, [this] {
        ShortcutEditor dialog(m_keys, this);
        m_parts.dialogs.run(dialog);
    });
}

void MainWindow::connectTour() {
    connect(m_actions.firstSteps, &QAction::triggered, m_tour, &FirstSteps::start);
    connect(m_view, &ImageView::shapeDrawn, m_tour, &FirstSteps::boxDrawn);
    connect(&m_flow, &CaptionFlow::finished, m_tour, &FirstSteps::captionWritten);
    for (QAction* alternative : m_actions.alternatives) connect(alternative, &QAction::triggered, m_tour, &FirstSteps::alternativeChosen);
    connect(m_editor, &CaptionEditor::editingLeft, m_tour, &FirstSteps::captionEdited);
    connect(m_actions.acceptAndNext, &QAction::triggered, m_tour, &FirstSteps::accepted);
    connect(m_actions.undo, &QAction::triggered, m_tour, &FirstSteps::undone);
    connect(m_actions.find, &QAction::triggered, m_tour, &FirstSteps::searched);
    connect(m_actions.exportData, &QAction::triggered, m_tour, &FirstSteps::exported);
}

void MainWindow::startTourIfWanted() {
    if (FirstSteps::wanted(m_parts.settings)) m_tour->start();
}

void MainWindow::connectSteps() {
    Workspace& workspace = m_parts.workspace;
    connect(m_actions.nextRegion, &QAction::triggered, m_view, &ImageView::selectNext);
    connect(m_actions.previousRegion, &QAction::triggered, m_view, &ImageView::selectPrevious);
    connect(m_actions.nextPicture, &QAction::triggered, this, [&workspace] { workspace.step(1); });
    connect(m_actions.previousPicture, &QAction::triggered, this, [&workspace] { workspace.step(-1); });
    const auto drafts = [this, &workspace](QAction* action, StepDirection direction) {
        connect(action, &QAction::triggered, this, [this, &workspace, direction] {
            if (!stepToDrafts(workspace, direction)) m_status->say(tr("No further picture has drafts"));
        });
    };
    drafts(m_actions.nextUnreviewed, StepDirection::Forward);
    drafts(m_actions.previousUnreviewed, StepDirection::Back);
    connect(m_actions.undo, &QAction::triggered, this, [this] { undoOrRedo(&project::Project::undo); });
    connect(m_actions.redo, &QAction::triggered, this, [this] { undoOrRedo(&project::Project::redo); });
}

void MainWindow::undoOrRedo(Status (project::Project::*go)()) {
    m_editor->commit();
    m_parts.workspace.report((m_parts.workspace.project()->*go)());
}

void MainWindow::connectCaptions() {
    Workspace& workspace = m_parts.workspace;
    connect(m_actions.captionRegion, &QAction::triggered, this, &MainWindow::captionSelected);
    connect(m_actions.captionPicture, &QAction::triggered, this, [this, &workspace] {
        m_editor->commit();
        workspace.setCurrentRegion(0);
        m_flow.caption(workspace.currentMedia(), 0);
    });
    connect(m_actions.stopCaptioning, &QAction::triggered, &m_flow, &CaptionFlow::stopAll);
    connect(m_actions.editCaption, &QAction::triggered, m_editor, &CaptionEditor::startEditing);
    connect(m_editor, &CaptionEditor::editingLeft, m_view, [this] { m_view->setFocus(); });
    connect(m_view, &ImageView::captionEditRequested, this, [this, &workspace](qint64 region) {
        workspace.setCurrentRegion(region);
        m_editor->startEditing();
    });
    connect(m_actions.acceptAndNext, &QAction::triggered, this, &MainWindow::acceptAndNext);
    connect(m_actions.acceptAll, &QAction::triggered, this, [this, &workspace] {
        m_editor->commit();
        acceptAllDrafts(workspace);
    });
    connect(m_actions.reject, &QAction::triggered, this, [this] { m_editor->setState(project::CaptionState::Rejected); });
    for (int i = 0; i < m_actions.alternatives.size(); ++i)
        connect(m_actions.alternatives[i], &QAction::triggered, this, [this, i] { m_editor->choose(i + 1); });
}

void MainWindow::captionSelected() {
    m_editor->commit();
    const project::Id media = m_parts.workspace.currentMedia();
    if (m_view->selection().size() < 2) {
        m_flow.caption(media, m_parts.workspace.currentRegion());
        return;
    }
    const QSet<qint64> selected = m_view->selection();
    for (const CanvasRegion& region : std::vector(m_view->regions()))
        if (selected.contains(region.id)) m_flow.caption(media, region.id);
}

void MainWindow::acceptAndNext() {
    Workspace& workspace = m_parts.workspace;
    m_editor->setState(project::CaptionState::Accepted);
    if (m_search->isSearching() && m_search->isVisible()) { // the found rows are the queue
        if (!m_search->step(1)) m_status->say(tr("That was the last one found"));
        return;
    }
    if (const project::Id next = regionAfterCurrent(workspace)) {
        workspace.setCurrentRegion(next);
        return;
    }
    const project::Id before = workspace.currentMedia();
    workspace.step(1);
    if (workspace.currentMedia() == before) m_status->say(tr("That was the last picture"));
    else workspace.setCurrentRegion(regionAfterCurrent(workspace));
}

void MainWindow::openModel(const QString& folder) {
    m_status->showModel(tr("loading the model…"));
    m_parts.inference.openModel(folder, {});
}

void MainWindow::connectModel() {
    connect(m_actions.openModel, &QAction::triggered, this, [this] {
        const QString folder = m_parts.dialogs.chooseFolder(this, tr("Open a model folder"));
        if (!folder.isEmpty()) openModel(folder);
    });
    connect(&m_parts.workspace, &Workspace::currentMediaChanged, this, &MainWindow::encodeCurrent);
    connect(&m_parts.inference, &jobs::InferenceThread::modelOpened, this, [this](const vlm::ModelDescription& opened) {
        m_flow.setModel(opened);
        m_status->showModel(QStringLiteral("%1 · %2 %3").arg(QString::fromStdString(opened.name),
                                                             QString::fromStdString(opened.device).toUpper(),
                                                             QString::fromStdString(opened.precision)));
        encodeCurrent();
    });
    connect(&m_parts.inference, &jobs::InferenceThread::modelFailed, this, [this](const Error& error) {
        m_status->showModel(tr("no model"));
        m_status->complain(errorText(error));
    });
}

void MainWindow::encodeCurrent() {
    const project::Project* project = m_parts.workspace.project();
    if (!project) return;
    if (const auto media = project->media(m_parts.workspace.currentMedia())) m_parts.inference.encodeAhead(project->filePath(*media));
}

void MainWindow::connectStatus() {
    Workspace& workspace = m_parts.workspace;
    connect(m_view, &ImageView::pointerMoved, m_status, &WindowStatus::showPointer);
    connect(m_view, &ImageView::zoomChanged, m_status, &WindowStatus::showZoom);
    connect(m_editor, &CaptionEditor::committedChanged, this,
            [this] { m_status->showSaved(!m_editor->hasUncommittedText()); });
    connect(&m_flow, &CaptionFlow::runningChanged, m_status, &WindowStatus::showRunning);
    connect(&m_live, &LiveCaptions::said, this, [this](qint64 region, const QString& text) {
        if (!region) m_status->say(text); // of the one being drawn
    });
    connect(&m_files, &ProjectFiles::said, m_status, &WindowStatus::say);
    connect(&workspace, &Workspace::failed, this, [this](const Error& error) { m_status->complain(errorText(error)); });
    connect(&workspace, &Workspace::changed, this, &MainWindow::showUndo);
    connect(&workspace, &Workspace::projectChanged, this, [this, &workspace] {
        const bool readOnly = workspace.project()->access() == project::Project::Access::ReadOnly;
        m_status->showReadOnly(readOnly ? workspace.project()->lockHolder() : QString());
        showTitle();
        showUndo();
        showCentre();
    });
    connect(&workspace, &Workspace::currentMediaChanged, this, &MainWindow::showTitle);
    connect(&workspace, &Workspace::currentMediaChanged, this, &MainWindow::showCentre);
}

} // namespace rb::ui
