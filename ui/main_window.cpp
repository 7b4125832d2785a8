#include "ui/main_window.h"

#include "ui/actions/menus.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/curation/lint_panel.h"
#include "ui/curation/statistics_panel.h"
#include "ui/help/first_steps.h"
#include "ui/history/history_panel.h"
#include "ui/image_view/image_view.h"
#include "ui/batch/batch_bar.h"
#include "ui/batch/batch_control.h"
#include "ui/regions/region_actions.h"
#include "ui/search/search_panel.h"
#include "ui/region_panel/caption_editor.h"
#include "ui/region_panel/region_panel.h"
#include "ui/settings/remembered.h"
#include "ui/settings/view_choices.h"
#include "ui/settings/window_settings.h"
#include "ui/start_page/start_page.h"
#include "ui/window_status.h"
#include "ui/workspace/canvas_binding.h"

#include <QChildEvent>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QVBoxLayout>

#include <utility>

namespace rb::ui {

MainWindow::MainWindow(const WindowParts& parts, QWidget* parent)
    : QMainWindow(parent), m_parts(parts), m_keys(m_actions.all(), parts.settings), m_flow(parts.workspace, parts.inference),
      m_live(parts.workspace, parts.inference, m_flow), m_files(parts.workspace, parts.dialogs, parts.settings, *this), m_thumbnails(192), m_meaning(parts.workspace, parts.inference),
      m_view(new ImageView), m_centre(new QStackedWidget), m_gallery(new GalleryPanel(parts.workspace, m_thumbnails)),
      m_search(new SearchPanel(parts.workspace, m_thumbnails, m_meaning)), m_statistics(new StatisticsPanel(parts.workspace)),
      m_lint(new LintPanel(parts.workspace)), m_batchBar(new BatchBar),
      m_batch(new BatchControl(parts.workspace, parts.inference, m_flow, parts.dialogs, *m_batchBar, *this)),
      m_regions(new RegionPanel(parts.workspace, m_flow)),
      m_editor(new CaptionEditor(parts.workspace, m_flow, m_actions)),
      m_status(new WindowStatus(*statusBar(), *m_actions.stopCaptioning, this)), m_tour(new FirstSteps(m_actions, parts.settings, *this, *m_editor)) {
    new CanvasBinding(*m_view, parts.workspace, m_flow, m_live, this);
    new RegionActions(m_actions, *m_view, parts.workspace, parts.dialogs, *this);
    layOut();
    new ViewChoices(m_actions, *m_view, m_live, parts.settings, this);
    remember(*m_actions.pictureList, settings::pictureList, parts.settings, this, [this](bool list) { m_gallery->setList(list); });
    makeControls();
    connectFile();
    connectWindow();
    connectBatch();
    connectTour();
    addTraining();
    connectModel();
    connectStatus();
    restoreGeometry(settings::geometry.read(m_parts.settings));
    restoreState(settings::layout.read(m_parts.settings));
    m_view->setFocus();
}

MainWindow::~MainWindow() {
    // Losing the focus makes edits, which reach for actions: while these are still there.
    hide();
    m_editor->commit();
    m_parts.workspace.setLongSteps({});
}

QDockWidget* MainWindow::dock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool shown) {
        if (shown) dock->raise();
    });
    return dock;
}

void MainWindow::layOut() {
    auto* start = new StartPage({m_actions.openPictures, m_actions.openFolder, m_actions.sampleProject});
    connect(start, &StartPage::filesDropped, this, &MainWindow::openDropped);
    m_centre->addWidget(m_view);
    m_centre->addWidget(start);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_centre, 1);
    column->addWidget(m_batchBar);
    setCentralWidget(centre);
    setDockNestingEnabled(true);
    makeToolStrip();
    QDockWidget* gallery = dock(QStringLiteral("gallery"), tr("Pictures"), m_gallery, Qt::LeftDockWidgetArea);
    QDockWidget* search = dock(QStringLiteral("search"), tr("Search"), m_search, Qt::LeftDockWidgetArea);
    QDockWidget* statistics = dock(QStringLiteral("statistics"), tr("Statistics"), m_statistics, Qt::LeftDockWidgetArea);
    QDockWidget* lint = dock(QStringLiteral("lint"), tr("Caption check"), m_lint, Qt::LeftDockWidgetArea);
    for (QDockWidget* panel : {search, statistics, lint}) tabifyDockWidget(gallery, panel);
    gallery->raise();
    QDockWidget* regions = dock(QStringLiteral("regions"), tr("Regions"), m_regions, Qt::RightDockWidgetArea);
    QDockWidget* editor = dock(QStringLiteral("caption"), tr("Caption"), m_editor, Qt::RightDockWidgetArea);
    QDockWidget* history = dock(QStringLiteral("history"), tr("History"), new HistoryPanel(m_parts.workspace), Qt::RightDockWidgetArea);
    tabifyDockWidget(regions, history);
    regions->raise();
    for (QDockWidget* panel : {statistics, lint, history}) panel->hide(); // opened from the Window menu
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    for (QDockWidget* panel : {gallery, search, statistics, lint, regions, editor, history}) m_panels.append(panel->toggleViewAction());
    m_menus = new Menus(*menuBar(), m_actions, m_files, m_panels, this);
    addActions(m_actions.all());
    m_view->addActions(Menus::ofCanvas(m_actions));
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::makeToolStrip() {
    auto* strip = new QToolBar(tr("Tools"));
    strip->setObjectName(QStringLiteral("tools"));
    strip->setAccessibleName(tr("Tools"));
    strip->setIconSize({20, 20});
    strip->setMovable(false);
    strip->addActions({m_actions.selectTool, m_actions.boxTool, m_actions.rotatedBoxTool, m_actions.polygonTool, m_actions.panTool});
    strip->addSeparator();
    strip->addActions({m_actions.fit, m_actions.zoomIn, m_actions.zoomOut});
    strip->addSeparator();
    strip->addActions({m_actions.undo, m_actions.redo});
    strip->addSeparator();
    strip->addActions({m_actions.captionRegion, m_actions.captionMany, m_actions.exportData});
    addToolBar(Qt::LeftToolBarArea, strip);
}

void MainWindow::showCentre() {
    const auto media = m_parts.workspace.project()->media(m_parts.workspace.currentMedia());
    if (media) m_centre->setCurrentWidget(m_pages.value(media->kind, m_view));
    else m_centre->setCurrentIndex(1);
}

void MainWindow::addPage(project::MediaKind kind, QWidget* page) {
    m_centre->addWidget(page);
    m_pages.insert(kind, page);
}

void MainWindow::addPanel(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    QDockWidget* panel = dock(name, title, content, area);
    if (auto* regions = qobject_cast<QDockWidget*>(m_regions->parentWidget()); regions && area == Qt::RightDockWidgetArea) tabifyDockWidget(regions, panel);
    panel->hide();
    // Half of the window would be too much for what is opened below.
    if (area == Qt::BottomDockWidgetArea) connect(panel->toggleViewAction(), &QAction::triggered, this, [this, panel] { resizeDocks({panel}, {height() * 2 / 5}, Qt::Vertical); });
    m_panels.append(panel->toggleViewAction());
    m_menus->addPanel(panel->toggleViewAction());
    restoreState(settings::layout.read(m_parts.settings)); // may know where it was
}

void MainWindow::say(const QString& sentence) { m_status->say(sentence); }

void MainWindow::showTitle() {
    const auto media = m_parts.workspace.project()->media(m_parts.workspace.currentMedia());
    const QString project = QFileInfo(m_parts.workspace.project()->path()).completeBaseName();
    setWindowTitle(media ? QStringLiteral("%1 – %2").arg(media->path, project) : project);
}

void MainWindow::showUndo() {
    const project::Project& project = *m_parts.workspace.project();
    const auto show = [](QAction& action, const QString& verb, const QString& name, bool enabled) {
        action.setEnabled(enabled);
        action.setText(name.isEmpty() ? verb : QStringLiteral("%1: %2").arg(verb, name));
    };
    show(*m_actions.undo, tr("&Undo"), project.undoName(), project.canUndo());
    show(*m_actions.redo, tr("&Redo"), project.redoName(), project.canRedo());
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) m_actions.applyTheme(Theme::matching(palette()));
    QMainWindow::changeEvent(event);
}

// Qt makes the tabs of docks that share a place, when they are first laid out.
void MainWindow::childEvent(QChildEvent* event) {
    if (event->type() == QEvent::ChildPolished)
        if (auto* tabs = qobject_cast<QTabBar*>(event->child())) {
            tabs->setAccessibleName(tr("Panels"));
            tabs->setElideMode(Qt::ElideNone); // names that can be read are worth a scroll
            tabs->setUsesScrollButtons(true);
        }
    QMainWindow::childEvent(event);
}

// Sizes hold only once the window has its own.
void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (std::exchange(m_placed, true) || !settings::layout.read(m_parts.settings).isEmpty()) return;
    const auto dockOf = [](QWidget* panel) { return qobject_cast<QDockWidget*>(panel->parentWidget()); };
    resizeDocks({dockOf(m_gallery), dockOf(m_regions)}, {286, 330}, Qt::Horizontal);
    resizeDocks({dockOf(m_regions), dockOf(m_editor)}, {430, 330}, Qt::Vertical);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_editor->commit();
    m_flow.stopAll();
    settings::geometry.write(m_parts.settings, saveGeometry());
    settings::layout.write(m_parts.settings, saveState());
    event->accept();
}

} // namespace rb::ui
