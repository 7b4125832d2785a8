#include "ui/actions/main_actions.h"

namespace rb::ui {

// What settings and presets of keys call the actions: never changed, whatever the menu says.
void MainActions::nameAll() {
    const std::pair<const char*, QAction*> names[] = {
        {"openPictures", openPictures}, {"openFolder", openFolder}, {"openProject", openProject}, {"newProject", newProject},
        {"sampleProject", sampleProject}, {"snapshot", snapshot}, {"copies", copies}, {"findMoved", findMoved}, {"importData", importData}, {"exportData", exportData},
        {"quit", quit}, {"undo", undo}, {"redo", redo}, {"removeRegion", removeRegion}, {"selectAll", selectAll},
        {"commandPalette", commandPalette}, {"copyRegions", copyRegions}, {"pasteRegions", pasteRegions},
        {"pasteOnNext", pasteOnNext}, {"duplicateRegion", duplicateRegion}, {"hideRegion", hideRegion},
        {"lockRegion", lockRegion}, {"placeAndSize", placeAndSize}, {"toFront", toFront}, {"forward", forward},
        {"backward", backward}, {"toBack", toBack}, {"find", find}, {"replace", replace}, {"splits", splits}, {"dataCard", dataCard},
        {"shortcutEditor", shortcutEditor}, {"firstSteps", firstSteps}, {"zoomIn", zoomIn}, {"zoomOut", zoomOut},
        {"fit", fit}, {"fitWidth", fitWidth}, {"actualSize", actualSize}, {"wheelScrolls", wheelScrolls},
        {"fullScreen", fullScreen}, {"miniMap", miniMap}, {"showHidden", showHidden}, {"colorByLabel", colorByLabel},
        {"adjustPicture", adjustPicture}, {"pictureList", pictureList}, {"captionsAlways", captionsAlways}, {"captionsOnHover", captionsOnHover},
        {"captionsOfSelected", captionsOfSelected}, {"systemTheme", systemTheme}, {"darkTheme", darkTheme},
        {"lightTheme", lightTheme}, {"selectTool", selectTool}, {"boxTool", boxTool}, {"rotatedBoxTool", rotatedBoxTool},
        {"polygonTool", polygonTool}, {"panTool", panTool}, {"stayInDrawMode", stayInDrawMode}, {"snapping", snapping},
        {"liveCaptions", liveCaptions}, {"nextRegion", nextRegion}, {"previousRegion", previousRegion},
        {"captionRegion", captionRegion}, {"captionWith", captionWith}, {"captionDetails", captionDetails}, {"captionPicture", captionPicture}, {"captionMany", captionMany}, {"growData", growData}, {"findAlike", findAlike},
        {"editCaption", editCaption}, {"acceptAndNext", acceptAndNext}, {"acceptAll", acceptAll}, {"reject", reject},
        {"stopCaptioning", stopCaptioning}, {"openModel", openModel}, {"lassoTool", lassoTool}, {"brushTool", brushTool}, {"growRegion", growRegion}, {"surfaceOnly", surfaceOnly},
        {"invertPoints", invertPoints}, {"captionPoints", captionPoints}, {"showPartner", showPartner}, {"frontView", frontView}, {"rightView", rightView},
        {"backView", backView}, {"leftView", leftView}, {"topView", topView}, {"bottomView", bottomView}, {"parallelView", parallelView}, {"markOptions", markOptions}, {"keepPoints", keepPoints},
        {"turnBox", turnBox}, {"mouseOfCloudCompare", mouseOfCloudCompare}, {"mouseOfVtk", mouseOfVtk}, {"mouseOfCvat", mouseOfCvat}, {"nextPicture", nextPicture},
        {"previousPicture", previousPicture}, {"nextUnreviewed", nextUnreviewed}, {"previousUnreviewed", previousUnreviewed},
        {"shortcuts", shortcuts},
    };
    for (const auto& [name, action] : names) action->setObjectName(QLatin1String(name));
    for (int i = 0; i < alternatives.size(); ++i) alternatives[i]->setObjectName(QStringLiteral("alternative%1").arg(i + 1));
}

} // namespace rb::ui
