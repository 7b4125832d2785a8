#include "ui/actions/menus.h"

#include "ui/actions/main_actions.h"
#include "ui/workspace/project_files.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

namespace rb::ui {

static void fill(QWidget& menu, const QList<QAction*>& actions) {
    for (QAction* action : actions) {
        if (action) {
            menu.addAction(action);
            continue;
        }
        auto* line = new QAction(&menu);
        line->setSeparator(true);
        menu.addAction(line);
    }
}

Menus::Menus(QMenuBar& bar, MainActions& actions, ProjectFiles& files, const QList<QAction*>& panels, QObject* parent)
    : QObject(parent), m_bar(bar), m_actions(actions), m_files(files) {
    MainActions& a = m_actions;
    addFileMenu();
    add(tr("&Edit"), {a.undo, a.redo, nullptr, a.copyRegions, a.pasteRegions, a.pasteOnNext, a.duplicateRegion, nullptr, a.selectAll, a.removeRegion, nullptr,
                      a.find, a.findAlike, a.replace, a.splits, a.dataCard, nullptr, a.commandPalette, a.shortcutEditor});
    addViewMenu();
    addRegionMenu();
    addCaptionMenu();
    m_window = add(tr("&Window"), panels);
    add(tr("&Help"), {a.shortcuts, a.firstSteps});

    auto* search = new QToolButton;
    search->setDefaultAction(a.commandPalette);
    search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    search->setAutoRaise(true);
    m_bar.setCornerWidget(search);
}

void Menus::addPanel(QAction* panel) { m_window->addAction(panel); }

QMenu* Menus::add(const QString& title, const QList<QAction*>& actions) {
    QMenu* menu = m_bar.addMenu(title);
    fill(*menu, actions);
    return menu;
}

void Menus::addFileMenu() {
    MainActions& a = m_actions;
    QMenu* file = add(tr("&File"), {a.openPictures, a.openFolder, nullptr, a.newProject, a.openProject});
    QMenu* recent = file->addMenu(tr("&Recent projects"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { showRecent(*recent); });
    fill(*file, {a.sampleProject, nullptr, a.importData, a.exportData, nullptr, a.snapshot, a.copies, a.findMoved, nullptr, a.quit});
}

void Menus::showRecent(QMenu& menu) {
    menu.clear();
    for (const QString& path : m_files.recent()) {
        QAction* action = menu.addAction(QFileInfo(path).completeBaseName() + QStringLiteral("  –  ") +
                                         QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
        connect(action, &QAction::triggered, &m_files, [this, path] { m_files.openProject(path); });
    }
    if (menu.isEmpty()) menu.addAction(tr("No other project yet"))->setEnabled(false);
}

void Menus::addViewMenu() {
    MainActions& a = m_actions;
    QMenu* view = add(tr("&View"), {a.zoomIn, a.zoomOut, a.fit, a.fitWidth, a.actualSize, a.wheelScrolls, nullptr, a.previousPicture,
                                    a.nextPicture, a.previousUnreviewed, a.nextUnreviewed, nullptr});
    fill(*view->addMenu(tr("&Captions on the picture")), {a.captionsAlways, a.captionsOnHover, a.captionsOfSelected});
    fill(*view->addMenu(tr("Look at the clou&d")), {a.frontView, a.backView, a.rightView, a.leftView, a.topView, a.bottomView, nullptr, a.parallelView});
    fill(*view->addMenu(tr("&Turn clouds with the mouse")), {a.mouseOfCloudCompare, a.mouseOfVtk, a.mouseOfCvat});
    fill(*view->addMenu(tr("C&olours")), {a.systemTheme, a.darkTheme, a.lightTheme});
    fill(*view, {nullptr, a.miniMap, a.showHidden, a.colorByLabel, a.adjustPicture, a.pictureList, nullptr, a.fullScreen});
}

void Menus::addRegionMenu() {
    MainActions& a = m_actions;
    QMenu* region = add(tr("&Region"), {a.selectTool, a.boxTool, a.rotatedBoxTool, a.polygonTool, a.lassoTool, a.brushTool, a.panTool, nullptr, a.stayInDrawMode, a.snapping, nullptr,
                                        a.previousRegion, a.nextRegion, nullptr, a.placeAndSize, a.hideRegion, a.lockRegion});
    fill(*region->addMenu(tr("&Order")), {a.toFront, a.forward, a.backward, a.toBack});
    fill(*region->addMenu(tr("Po&int cloud")), {a.growRegion, a.surfaceOnly, a.markOptions, nullptr, a.keepPoints, a.invertPoints, a.turnBox, nullptr, a.captionPoints, a.showPartner});
}

void Menus::addCaptionMenu() {
    MainActions& a = m_actions;
    QMenu* caption = add(tr("&Caption"), {a.captionRegion, a.captionWith, a.captionPicture, a.captionMany, a.growData, a.liveCaptions, a.stopCaptioning, nullptr, a.editCaption,
                                          a.acceptAndNext, a.acceptAll, a.reject, a.captionDetails});
    fill(*caption->addMenu(tr("Use a&lternative")), a.alternatives);
    fill(*caption, {nullptr, a.openModel});
}

QList<QAction*> Menus::ofCanvas(const MainActions& a) {
    QAction* line = new QAction(a.boxTool->parent());
    line->setSeparator(true);
    return {a.captionRegion, a.captionWith, a.editCaption, a.acceptAndNext, a.reject, a.captionDetails, line, a.placeAndSize, a.findAlike, a.duplicateRegion, a.hideRegion, a.lockRegion, a.removeRegion};
}

} // namespace rb::ui
