#include "ui/main_window.h"

#include "core/project/region_edits.h"
#include "ui/actions/canvas_actions.h"
#include "ui/batch/batch_control.h"
#include "ui/captions/caption_control.h"
#include "ui/curation/curation_control.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/progress_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/error_text.h"
#include "ui/help/first_steps.h"
#include "ui/image_view/image_view.h"
#include "ui/keys/shortcut_editor.h"
#include "ui/region_panel/caption_editor.h"
#include "ui/review/review_control.h"
#include "ui/search/search_control.h"
#include "ui/search/search_panel.h"
#include "ui/window_status.h"
#include "ui/workspace/project_copies.h"

#include <QMenuBar>

namespace rb::ui {

/// The parts that do the work of one subject each, and what they say to each other.
void MainWindow::makeControls() {
    connectCanvas(m_actions, *m_view, m_parts.dialogs, *this);
    new CaptionControl({m_actions, *m_view, *m_editor, m_parts.workspace, m_flow, m_parts.dialogs, *this}, this);
    m_review = new ReviewControl({m_actions, *m_view, *m_editor, *m_search, m_parts.workspace}, this);
    connect(m_review, &ReviewControl::said, m_status, &WindowStatus::say);
    connect(m_review, &ReviewControl::sessionChanged, this, [this] { m_status->showSession(m_review->session()); });
    auto* curation = new CurationControl({m_actions, *m_statistics, *m_lint, *m_editor, m_parts.workspace, m_parts.dialogs, *this}, this);
    m_searching = new SearchControl({m_actions, *m_search, m_meaning, m_parts.workspace, m_parts.dialogs, *this}, this);
    connect(curation, &CurationControl::queryRequested, m_searching, &SearchControl::show);
}

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
    forward(m_actions.findMoved, &ProjectFiles::findMoved);
    forward(m_actions.importData, &ProjectFiles::chooseImport);
    forward(m_actions.exportData, &ProjectFiles::exportData);
    auto* copies = new ProjectCopies(m_parts.workspace, m_parts.dialogs, *this);
    connect(copies, &ProjectCopies::said, m_status, &WindowStatus::say);
    connect(m_actions.snapshot, &QAction::triggered, copies, [this, copies] {
        m_editor->commit();
        copies->keep();
    });
    connect(m_actions.copies, &QAction::triggered, copies, [this, copies] {
        m_editor->commit();
        copies->ask();
    });
    connect(&m_files, &ProjectFiles::importStarting, &m_flow, &CaptionFlow::stopAll);
    connect(&m_files, &ProjectFiles::importStarting, m_batch, &BatchControl::stop);
    connect(m_actions.sampleProject, &QAction::triggered, this, &MainWindow::sampleProjectRequested);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_view, &ImageView::filesDropped, this, &MainWindow::openDropped);
    connect(m_actions.removeRegion, &QAction::triggered, this, &MainWindow::removeCloudRegion);
}

void MainWindow::connectWindow() {
    connect(m_actions.fullScreen, &QAction::triggered, this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    connect(m_actions.commandPalette, &QAction::triggered, this, &MainWindow::runCommand);
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] {
        ShortcutsDialog dialog(m_actions.all(), this);
        m_parts.dialogs.run(dialog);
    });
    connect(m_actions.shortcutEditor, &QAction::triggered, this, [this] {
        ShortcutEditor dialog(m_keys, this);
        m_parts.dialogs.run(dialog);
    });
    connect(m_actions.undo, &QAction::triggered, this, [this] {
        m_editor->commit();
        m_parts.workspace.undo();
    });
    connect(m_actions.redo, &QAction::triggered, this, [this] {
        m_editor->commit();
        m_parts.workspace.redo();
    });
    m_parts.workspace.setLongSteps([this](const project::LongStep& step) { return carryOut(step); });
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

/// The canvas removes its own.
void MainWindow::removeCloudRegion() {
    project::Project& project = *m_parts.workspace.project();
    const auto region = project.region(m_parts.workspace.currentRegion());
    if (region && region->cloud) m_parts.workspace.report(project::removeRegions(project, {region->id}));
}

/// Meanwhile nothing else may edit the project.
Result<project::ChangeSummary> MainWindow::carryOut(const project::LongStep& step) {
    m_flow.stopAll();
    m_batch->stop();
    ProgressDialog progress({step.back ? tr("Taking back: %1").arg(step.step.name) : tr("Making again: %1").arg(step.step.name), tr("%1 parts done"),
                             tr("Stopping leaves the project as it is.")}, this);
    Result<project::ChangeSummary> done = Error{ErrorCode::Cancelled, tr("It was stopped; the project is as it was.").toStdString()};
    const auto work = [step](const std::stop_token& stop, const ProgressDialog::Count& count) { return project::carryOut(step, stop, [count](int parts) { *count = parts; }); };
    progress.start(work, [&](Result<project::ChangeSummary> answer) { done = std::move(answer); });
    m_parts.dialogs.run(progress);
    return done;
}

void MainWindow::connectBatch() {
    connect(m_actions.growData, &QAction::triggered, this, [this] {
        m_editor->commit();
        m_batch->askToGrow();
    });
    connect(m_actions.captionMany, &QAction::triggered, this, [this] {
        m_editor->commit();
        m_batch->ask();
    });
    connect(m_actions.stopCaptioning, &QAction::triggered, m_batch, &BatchControl::stop);
    connect(m_batch, &BatchControl::said, m_status, &WindowStatus::say);
    m_batch->setSources({[this] { return m_view->selection(); }, [this]() -> const std::vector<query::Row>& { return m_search->found(); }});
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
