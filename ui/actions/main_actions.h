#pragma once

#include <QAction>
#include <QList>
#include <QObject>

namespace rb::ui {

struct Theme;

/// Every action of the window, with its name, key, icon and tip. What they do is connected elsewhere.
class MainActions : public QObject {
    Q_OBJECT

public:
    explicit MainActions(QObject* parent = nullptr);

    QAction *openPictures, *openFolder, *openProject, *newProject, *sampleProject, *snapshot, *copies, *findMoved, *importData, *exportData, *quit;
    QAction *undo, *redo, *removeRegion, *selectAll, *commandPalette;
    QAction *copyRegions, *pasteRegions, *pasteOnNext, *duplicateRegion, *hideRegion, *lockRegion, *placeAndSize;
    QAction *toFront, *forward, *backward, *toBack;
    QAction *find, *findAlike, *replace, *splits, *dataCard, *shortcutEditor, *firstSteps;
    QAction *zoomIn, *zoomOut, *fit, *fitWidth, *actualSize, *wheelScrolls, *fullScreen, *miniMap, *showHidden, *colorByLabel, *adjustPicture, *pictureList;
    QAction *captionsAlways, *captionsOnHover, *captionsOfSelected;   ///< in the order of CaptionDisplay
    QAction *systemTheme, *darkTheme, *lightTheme;                    ///< in the order of ThemeChoice
    QAction *selectTool, *boxTool, *rotatedBoxTool, *polygonTool, *panTool, *stayInDrawMode, *snapping, *liveCaptions, *nextRegion, *previousRegion;
    QAction *captionRegion, *captionWith, *captionDetails, *captionPicture, *captionMany, *growData, *editCaption, *acceptAndNext, *acceptAll, *reject, *stopCaptioning, *openModel;
    QAction *lassoTool, *brushTool, *growRegion, *surfaceOnly, *markOptions, *invertPoints, *keepPoints, *turnBox, *captionPoints, *showPartner; ///< of clouds
    QAction *frontView, *backView, *rightView, *leftView, *topView, *bottomView, *parallelView;
    QAction *mouseOfCloudCompare, *mouseOfVtk, *mouseOfCvat;          ///< in the order of viewer3d::NavigationPreset
    QAction *nextPicture, *previousPicture, *nextUnreviewed, *previousUnreviewed, *shortcuts;
    QList<QAction*> alternatives; ///< 1 … 9

    const QList<QAction*>& all() const { return m_all; }
    /// Icons in the theme's colours.
    void applyTheme(const Theme& theme);

private:
    QAction* make(const QString& text, const QString& icon, const QList<QKeySequence>& keys, const QString& tip);
    void makeFileActions();
    void makeEditActions();
    void makeRegionActions();
    void makeSearchActions();
    void makeViewActions();
    void makeToolActions();
    void makeStepActions();
    void makeCloudActions();
    void makeCloudViewActions();
    void nameAll();
    void makeChoice(const QList<QAction*>& actions);
    void makeCaptionActions();

    QList<QAction*> m_all;
};

} // namespace rb::ui
