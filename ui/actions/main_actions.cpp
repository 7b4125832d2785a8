#include "ui/actions/main_actions.h"

#include "ui/theme/theme.h"

#include <QActionGroup>

namespace rb::ui {

using Keys = QList<QKeySequence>;

static QKeySequence key(const char* text) { return QKeySequence(QString::fromLatin1(text)); }

MainActions::MainActions(QObject* parent) : QObject(parent) {
    makeFileActions();
    makeEditActions();
    makeRegionActions();
    makeSearchActions();
    makeViewActions();
    makeToolActions();
    makeStepActions();
    makeCloudActions();
    makeCloudViewActions();
    makeCaptionActions();
    nameAll();
}

QAction* MainActions::make(const QString& text, const QString& icon, const Keys& keys, const QString& tip) {
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setStatusTip(tip);
    action->setProperty("iconName", icon);
    const QString plain = QString(text).remove(QLatin1Char('&'));
    action->setToolTip(keys.isEmpty() ? plain : plain + QStringLiteral("  ") + keys.first().toString(QKeySequence::NativeText));
    m_all.append(action);
    return action;
}

void MainActions::makeFileActions() {
    openPictures = make(tr("&Open pictures…"), QStringLiteral("open"), {QKeySequence::Open}, tr("Add pictures to the project"));
    openFolder = make(tr("Open &folder…"), QStringLiteral("folder"), {key("Ctrl+Shift+O")}, tr("Add all pictures of a folder to the project"));
    newProject = make(tr("&New project…"), QStringLiteral("image"), {QKeySequence::New}, tr("Start an empty project file"));
    openProject = make(tr("Open &project…"), QStringLiteral("folder"), {}, tr("Open a project file"));
    sampleProject = make(tr("Open the &sample project"), QStringLiteral("image"), {}, tr("Pictures and point clouds to try everything on"));
    snapshot = make(tr("&Save a snapshot"), QStringLiteral("save"), {QKeySequence::Save}, tr("Everything is saved at once; this keeps a dated copy beside the project"));
    copies = make(tr("&Copies and backups…"), {}, {key("Ctrl+Shift+S")}, tr("Keep a copy under a name, and go back to an earlier one"));
    findMoved = make(tr("Find &moved pictures…"), {}, {}, tr("Look in a folder for pictures and clouds that are missing"));
    importData = make(tr("&Import…"), QStringLiteral("open"), {key("Ctrl+Shift+I")}, tr("Take regions and captions of other programs into the project"));
    exportData = make(tr("&Export…"), QStringLiteral("export"), {key("Ctrl+E")}, tr("Write regions and captions for other programs"));
    quit = make(tr("&Quit"), {}, {QKeySequence::Quit}, tr("Close the window; everything is saved"));
}

void MainActions::makeEditActions() {
    undo = make(tr("&Undo"), QStringLiteral("undo"), {key("Ctrl+Z")}, tr("Take back the last edit"));
    redo = make(tr("&Redo"), QStringLiteral("redo"), {key("Ctrl+Y"), key("Ctrl+Shift+Z")}, tr("Make the edit again"));
    removeRegion = make(tr("&Delete region"), QStringLiteral("delete"), {key("Del"), key("Backspace")}, tr("Delete the selected regions"));
    selectAll = make(tr("Select &all regions"), {}, {key("Ctrl+A")}, tr("Select all regions of the picture"));
    commandPalette = make(tr("Search or run a &command…"), QStringLiteral("search"), {key("Ctrl+Shift+P")}, tr("Find any action by name"));
    shortcuts = make(tr("&Keys and mouse"), QStringLiteral("help"), {QKeySequence::HelpContents}, tr("All keys"));
}

void MainActions::makeRegionActions() {
    copyRegions = make(tr("&Copy regions"), QStringLiteral("copy"), {QKeySequence::Copy}, tr("Copy the selected regions with their captions"));
    pasteRegions = make(tr("&Paste regions"), {}, {QKeySequence::Paste}, tr("Put copied regions on this picture"));
    pasteOnNext = make(tr("Paste on the ne&xt picture"), {}, {key("Ctrl+Shift+V")}, tr("Go to the next picture and put the selected regions there"));
    duplicateRegion = make(tr("D&uplicate"), {}, {key("Ctrl+D")}, tr("A copy beside each selected region"));
    hideRegion = make(tr("&Hide or show"), {}, {key("H")}, tr("Hide the selected regions, or show them again"));
    lockRegion = make(tr("&Lock or unlock"), {}, {key("L")}, tr("Keep the selected regions where they are"));
    placeAndSize = make(tr("Place, size and &label…"), QStringLiteral("settings"), {key("G")}, tr("Numbers and label of the selected region"));
    toFront = make(tr("To the &front"), {}, {key("Shift+]"), key("}")}, tr("Draw and list the selected regions last"));
    forward = make(tr("One place f&orward"), {}, {key("]")}, tr("Draw and list the selected regions one place later"));
    backward = make(tr("One place &back"), {}, {key("[")}, tr("Draw and list the selected regions one place earlier"));
    toBack = make(tr("To the bac&k"), {}, {key("Shift+["), key("{")}, tr("Draw and list the selected regions first"));
}

void MainActions::makeSearchActions() {
    find = make(tr("&Find…"), QStringLiteral("search"), {QKeySequence::Find}, tr("Search regions and captions: words, label:dog, state:draft, score:<0.4"));
    findAlike = make(tr("Find regions &like this"), {}, {key("Ctrl+Shift+L")}, tr("What looks like the selected region, the most alike first"));
    replace = make(tr("Find and &replace…"), {}, {key("Ctrl+Alt+F")}, tr("Change words in many captions, after a preview"));
    splits = make(tr("Train, val and test &splits…"), {}, {}, tr("Share the pictures out, and look for leaks between splits"));
    dataCard = make(tr("&Data card…"), {}, {}, tr("Counts, splits, captions and where they come from, as a page of text"));
    shortcutEditor = make(tr("Change &keys…"), QStringLiteral("settings"), {key("Ctrl+,")}, tr("Keys of every action; presets of labelme, CVAT and X-AnyLabeling"));
    firstSteps = make(tr("&First steps"), QStringLiteral("help"), {}, tr("A short tour over the sample project"));
}

void MainActions::makeViewActions() {
    zoomIn = make(tr("Zoom &in"), QStringLiteral("zoom-in"), {key("Ctrl++"), key("Ctrl+=")}, tr("Closer"));
    zoomOut = make(tr("Zoom &out"), QStringLiteral("zoom-out"), {key("Ctrl+-")}, tr("Further away"));
    fit = make(tr("&Fit to the window"), QStringLiteral("fit"), {key("F")}, tr("Show the whole picture"));
    fitWidth = make(tr("Fit the &width"), {}, {key("Ctrl+Shift+F")}, tr("Show the full width"));
    actualSize = make(tr("&100 %"), {}, {key("Ctrl+0")}, tr("One picture pixel on one screen pixel"));
    wheelScrolls = make(tr("Wheel &scrolls"), {}, {}, tr("The wheel moves the picture, and zooms only with Ctrl"));
    wheelScrolls->setCheckable(true);
    miniMap = make(tr("&Mini-map"), {}, {}, tr("Show the whole picture in a corner while it is larger than the view"));
    showHidden = make(tr("Show &hidden regions"), {}, {key("T")}, tr("Draw hidden regions as ghosts"));
    colorByLabel = make(tr("Colour by &label"), {}, {}, tr("Regions of one label have one colour"));
    adjustPicture = make(tr("&Brightness and contrast…"), {}, {}, tr("How the picture is shown; the file stays as it is"));
    pictureList = make(tr("Pictures as a l&ist"), {}, {}, tr("A line for each picture: its size, split, regions and drafts"));
    for (QAction* action : {miniMap, showHidden, colorByLabel, pictureList}) action->setCheckable(true);
    fullScreen = make(tr("F&ull screen"), {}, {key("F11")}, tr("The window on the whole screen"));
    systemTheme = make(tr("Colours of the s&ystem"), QStringLiteral("theme"), {}, tr("Dark or light as the desktop is"));
    darkTheme = make(tr("&Dark colours"), QStringLiteral("theme"), {}, tr("Dark colours"));
    lightTheme = make(tr("&Light colours"), QStringLiteral("theme"), {}, tr("Light colours"));
    makeChoice({systemTheme, darkTheme, lightTheme});
    captionsAlways = make(tr("&Always show captions"), {}, {}, tr("Every region carries its caption"));
    captionsOnHover = make(tr("Captions under the &pointer"), {}, {}, tr("A caption is shown while the pointer is on its region"));
    captionsOfSelected = make(tr("Captions of &selected regions"), {}, {}, tr("Only selected regions carry their caption"));
    makeChoice({captionsAlways, captionsOnHover, captionsOfSelected});
}

void MainActions::makeChoice(const QList<QAction*>& actions) {
    auto* group = new QActionGroup(this);
    for (QAction* action : actions) {
        action->setCheckable(true);
        group->addAction(action);
    }
}

void MainActions::makeToolActions() {
    selectTool = make(tr("&Select and move"), QStringLiteral("select"), {key("V")}, tr("Select, move and resize regions"));
    boxTool = make(tr("Draw a &box"), QStringLiteral("box"), {key("R"), key("Ctrl+R"), key("N")}, tr("Draw a box; its caption is written at once"));
    rotatedBoxTool = make(tr("Draw a &turned box"), QStringLiteral("rotated-box"), {key("O")}, tr("Two clicks along an edge, a third for the width"));
    polygonTool = make(tr("Draw a pol&ygon"), QStringLiteral("polygon"), {key("P")}, tr("Click the corners; Enter closes it"));
    panTool = make(tr("Move the &picture"), QStringLiteral("pan"), {}, tr("Drag the picture (also with Space held, or the middle button)"));
    lassoTool = make(tr("Mark points with a &lasso"), QStringLiteral("lasso"), {key("Shift+L")}, tr("In a cloud: the points inside a line drawn by hand; Shift adds, Ctrl takes away, both intersect"));
    brushTool = make(tr("&Brush points"), QStringLiteral("brush"), {key("B")}, tr("In a cloud: the points under a round brush; [ and ] change its size"));
    makeChoice({selectTool, boxTool, rotatedBoxTool, polygonTool, lassoTool, brushTool, panTool});
    snapping = make(tr("S&nap to edges"), {}, {}, tr("Edges attract what is drawn near them, but while Ctrl is held"));
    liveCaptions = make(tr("Caption while dra&wing"), {}, {}, tr("Words for a box while it is still dragged"));
    for (QAction* action : {snapping, liveCaptions}) action->setCheckable(true);
    stayInDrawMode = make(tr("S&tay in draw mode"), {}, {}, tr("Keep the box tool after each box"));
    stayInDrawMode->setCheckable(true);
}

void MainActions::makeCloudActions() {
    growRegion = make(tr("&Grow from a point"), {}, {key("Shift+G")}, tr("In a cloud: the next click marks the point from which a region grows"));
    surfaceOnly = make(tr("Mark only what is &seen"), {}, {}, tr("In a cloud: marking leaves out what is hidden behind other points"));
    surfaceOnly->setCheckable(true);
    surfaceOnly->setChecked(true);
    invertPoints = make(tr("&Invert the region's points"), {}, {key("Ctrl+Shift+X")}, tr("In a cloud: the points that do not belong to the selected region"));
    markOptions = make(tr("How points are mar&ked…"), QStringLiteral("settings"), {}, tr("In a cloud: how far a region grows, and between which depths lasso, polygon and brush mark"));
    keepPoints = make(tr("Take the points in the &box"), {}, {}, tr("In a cloud: the selected box becomes a region of just the points that are in it"));
    turnBox = make(tr("&Turn the box to fit"), {}, {}, tr("In a cloud: the smallest box, turned as the region's points lie"));
    captionPoints = make(tr("Caption the &points alone"), QStringLiteral("caption"), {key("Ctrl+Alt+I")}, tr("In a cloud: a caption for the selected region's points as an object"));
    showPartner = make(tr("Show in the &cloud"), {}, {key("Ctrl+Alt+L")}, tr("Between a picture whose camera is known and its cloud: the region that shows the same thing; the first time it is made of the points that are seen"));
}

void MainActions::makeCloudViewActions() {
    frontView = make(tr("From the &front"), {}, {key("Alt+1")}, tr("Look at the cloud from the front"));
    backView = make(tr("From the bac&k"), {}, {key("Ctrl+Alt+1")}, tr("Look at the cloud from the back"));
    rightView = make(tr("From the &right"), {}, {key("Alt+3")}, tr("Look at the cloud from the right"));
    leftView = make(tr("From the &left"), {}, {key("Ctrl+Alt+3")}, tr("Look at the cloud from the left"));
    topView = make(tr("From &above"), {}, {key("Alt+7")}, tr("Look at the cloud from above"));
    bottomView = make(tr("From &below"), {}, {key("Ctrl+Alt+7")}, tr("Look at the cloud from below"));
    mouseOfCloudCompare = make(tr("As in &CloudCompare"), {}, {}, tr("Left button turns, right and middle move"));
    mouseOfVtk = make(tr("As in &VTK"), {}, {}, tr("Left button turns, middle moves, right zooms, Ctrl with left rolls"));
    mouseOfCvat = make(tr("As in C&VAT"), {}, {}, tr("Left button turns, right moves, middle zooms"));
    makeChoice({mouseOfCloudCompare, mouseOfVtk, mouseOfCvat});
    parallelView = make(tr("&Perspective or parallel"), {}, {key("Alt+5")}, tr("Change between perspective and parallel projection"));
}

void MainActions::makeStepActions() {
    nextRegion = make(tr("&Next region"), QStringLiteral("next"), {key("Ctrl+Right")}, tr("Select the next region (also Tab on the picture)"));
    previousRegion = make(tr("Pre&vious region"), QStringLiteral("previous"), {key("Ctrl+Left")}, tr("Select the previous region"));
    nextPicture = make(tr("Next &picture"), QStringLiteral("next"), {key("D"), key("PgDown")}, tr("Go to the next picture"));
    previousPicture = make(tr("Previous p&icture"), QStringLiteral("previous"), {key("A"), key("PgUp")}, tr("Go to the previous picture"));
    nextUnreviewed = make(tr("Next picture with &drafts"), {}, {key("Ctrl+Shift+D")}, tr("Go to the next picture that has drafts"));
    previousUnreviewed = make(tr("Previous picture with d&rafts"), {}, {key("Ctrl+Shift+A")}, tr("Go to the previous picture that has drafts"));
}

void MainActions::makeCaptionActions() {
    captionRegion = make(tr("&Write caption"), QStringLiteral("regenerate"), {key("I"), key("Ctrl+Space")}, tr("Let the model write the caption of the selected region, or of the picture"));
    captionWith = make(tr("Write with &options…"), {}, {key("Ctrl+I")}, tr("Beams or sampling, length, repetition, and how many captions to choose from"));
    captionDetails = make(tr("Abou&t this caption…"), QStringLiteral("help"), {key("Alt+Return")}, tr("Who wrote it and how, how sure the model was of each word, and what stood here before"));
    captionPicture = make(tr("Caption the whole &picture"), QStringLiteral("caption"), {key("Shift+I")}, tr("Let the model write the picture's caption"));
    captionMany = make(tr("Caption &many…"), QStringLiteral("caption"), {key("Ctrl+B")}, tr("Let the model caption a selection, a search or the whole project"));
    growData = make(tr("&Grow the data set…"), QStringLiteral("caption"), {key("Ctrl+G")}, tr("Caption boxes of a detector or new ones, and keep what fits well enough"));
    editCaption = make(tr("&Edit caption"), QStringLiteral("edit"), {key("F2")}, tr("Type the caption; Esc gives the old text back"));
    acceptAndNext = make(tr("&Accept and go on"), QStringLiteral("accept"), {key("Ctrl+Return"), key("Ctrl+Enter")}, tr("Accept the caption and go to the next region"));
    acceptAll = make(tr("Accept all on the pict&ure"), {}, {key("Ctrl+Shift+Return")}, tr("Accept every caption of the picture"));
    reject = make(tr("&Reject"), QStringLiteral("reject"), {key("Ctrl+Backspace")}, tr("Reject the caption; it never leaves the project"));
    stopCaptioning = make(tr("&Stop captioning"), QStringLiteral("stop"), {key("Ctrl+.")}, tr("Stop the model at once"));
    openModel = make(tr("Open &model folder…"), QStringLiteral("folder"), {}, tr("Use another model"));
    for (int number = 1; number <= 9; ++number)
        alternatives.append(make(tr("Use alternative %1").arg(number), {}, {QKeySequence(QString::number(number))}, tr("Show this alternative as the caption")));
}

void MainActions::applyTheme(const Theme& theme) {
    for (QAction* action : m_all) {
        const QString name = action->property("iconName").toString();
        if (!name.isEmpty()) action->setIcon(icon(name, theme.text));
    }
}

} // namespace rb::ui
