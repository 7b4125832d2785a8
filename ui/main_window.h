#pragma once

#include "ui/actions/main_actions.h"
#include "ui/gallery/thumbnail_store.h"
#include "ui/keys/shortcut_store.h"
#include "ui/search/meaning_search.h"
#include "ui/workspace/caption_flow.h"
#include "ui/workspace/live_captions.h"
#include "ui/workspace/project_files.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>
#include <QMap>
#include <QSettings>

class QStackedWidget;

namespace rb::ui {

class BatchBar;
class BatchControl;
class CaptionEditor;
class FirstSteps;
class GalleryPanel;
class ImageView;
class LintPanel;
class Menus;
class RegionPanel;
class ReviewControl;
class SearchControl;
class SearchPanel;
class StatisticsPanel;
class TrainingDock;
class UserDialogs;
class WindowStatus;

/// What the window needs from outside; all outlive it.
struct WindowParts {
    Workspace& workspace;
    jobs::InferenceThread& inference;
    UserDialogs& dialogs;
    QSettings& settings;
    QString trainer = {}; ///< the program `regionblip`, which trains; empty: nothing can be trained
};

/// Lays out the panels and forwards actions to whoever does the work.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowParts& parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Adds pictures or folders, or opens a project file, as dropped or named on the command line.
    void open(const QStringList& paths) { m_files.open(paths); }
    void openModel(const QString& folder);
    /// Shows `page` instead of the canvas while a medium of this kind is looked at. The window owns it.
    void addPage(project::MediaKind kind, QWidget* page);
    /// A dock, at the right behind the regions; hidden until it is asked for. The window owns `content`.
    void addPanel(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area = Qt::RightDockWidgetArea);
    MainActions& mainActions() { return m_actions; }
    const WindowParts& parts() const { return m_parts; }
    CaptionFlow& flow() { return m_flow; }
    void say(const QString& sentence);

    /// The tour over the sample project, unless it was done or put away.
    void startTourIfWanted();

Q_SIGNALS:
    void sampleProjectRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void childEvent(QChildEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void makeToolStrip();
    QDockWidget* dock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void connectFile();
    void makeControls();
    void connectWindow();
    void connectBatch();
    void connectTour();
    void connectModel();
    void addTraining();
    void openModel(); ///< m_model
    void connectStatus();

    void openDropped(const QList<QUrl>& urls);
    void runCommand();
    void removeCloudRegion();
    Result<project::ChangeSummary> carryOut(const project::LongStep& step);
    void encodeCurrent();
    void showCentre();
    void showTitle();
    void showUndo();

    WindowParts m_parts;
    MainActions m_actions;
    QList<QAction*> m_panels; ///< show and hide the docks
    ShortcutStore m_keys;
    CaptionFlow m_flow;
    LiveCaptions m_live;
    ProjectFiles m_files;
    ThumbnailStore m_thumbnails;
    MeaningSearch m_meaning;
    vlm::ModelPaths m_model;
    ImageView* m_view;
    QStackedWidget* m_centre;
    QMap<project::MediaKind, QWidget*> m_pages;
    Menus* m_menus = nullptr;
    bool m_placed = false; ///< the docks have their sizes
    GalleryPanel* m_gallery;
    SearchPanel* m_search;
    StatisticsPanel* m_statistics;
    LintPanel* m_lint;
    BatchBar* m_batchBar;
    BatchControl* m_batch;
    RegionPanel* m_regions;
    CaptionEditor* m_editor;
    WindowStatus* m_status;
    ReviewControl* m_review = nullptr;
    SearchControl* m_searching = nullptr;
    TrainingDock* m_training = nullptr;
    FirstSteps* m_tour;
};

} // namespace rb::ui
