#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace rb::ui {

class MainActions;
class ProjectFiles;

/// The menus of the window, and the menu of the canvas.
class Menus : public QObject {
    Q_OBJECT

public:
    /// `panels` are the actions that show and hide the docks. All outlive this.
    Menus(QMenuBar& bar, MainActions& actions, ProjectFiles& files, const QList<QAction*>& panels, QObject* parent);

    /// What a right click on the canvas offers.
    static QList<QAction*> ofCanvas(const MainActions& actions);
    /// One more panel for the Window menu.
    void addPanel(QAction* panel);

private:
    QMenu* add(const QString& title, const QList<QAction*>& actions);
    void addFileMenu();
    void addViewMenu();
    void addRegionMenu();
    void addCaptionMenu();
    void showRecent(QMenu& menu);

    QMenuBar& m_bar;
    MainActions& m_actions;
    ProjectFiles& m_files;
    QMenu* m_window = nullptr;
};

} // namespace rb::ui
