// Writes a picture of every panel and dialog, dark and light, into a folder:
//   xvfb-run -a -s "-screen 0 1600x1000x24" tests/screenshots FOLDER
// docs/images are some of them. As a test it fails when a panel or dialog cannot be shown, or shows nothing.
#include "tests/app/screenshots/stage.h"

#include "core/project/copies.h"
#include "core/query/select.h"
#include "core/runs/run_history.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/help/crash_dialog.h"
#include "ui/help/first_steps.h"
#include "ui/image_view/image_view.h"
#include "ui/search/query_edit.h"
#include "ui/search/query_help_dialog.h"
#include "ui/search/search_panel.h"
#include "ui/training/blind_vote.h"
#include "ui/training/caption_comparison.h"
#include "ui/training/caption_model.h"
#include "ui/training/data_choice.h"
#include "ui/training/training_panel.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFile>
#include <QGroupBox>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QAbstractItemView>

#include <cstdio>
#include <functional>

using namespace rb;
using namespace rb::ui;

static QString named(const char* name) { return QString::fromLatin1(name); }

/// Two minutes are enough for what takes ten seconds.
static void wait(const char* what, const std::function<bool()>& done) {
    if (!QTest::qWaitFor(done, 120'000)) qFatal("%s takes too long.", what);
}

static QPushButton& button(QWidget& in, const char* text) {
    for (auto* each : in.findChildren<QPushButton*>())
        if (each->text() == QString::fromUtf8(text)) return *each;
    qFatal("There is no button %s.", text);
}

static void showCanvas(Stage& stage) {
    ImageView& view = *stage.window().findChild<ImageView*>();
    for (int i = 0; i < 15; ++i) stage.action("nextPicture").trigger(); // the last has no regions yet
    stage.settle();
    stage.drawBox({108, 94}, {290, 248});
    stage.drawBox({258, 170}, {410, 330});
    stage.drawBox({392, 112}, {612, 328});
    for (int i = 0; i < 2; ++i) stage.action("previousRegion").trigger();
    stage.action("acceptAndNext").trigger();
    stage.settle();
    stage.photograph(named("window"));
    stage.photograph(named("caption_editor"), *stage.window().findChild<QPlainTextEdit*>()->parentWidget());
    stage.action("rotatedBoxTool").trigger();
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center() + QPoint(-60, 30));
    QTest::mouseMove(&view, view.rect().center() + QPoint(60, -20));
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center() + QPoint(60, -20));
    QTest::mouseMove(&view, view.rect().center() + QPoint(80, 40));
    stage.photograph(named("turned_box"), view);
    QTest::keyClick(&view, Qt::Key_Escape);
    stage.action("selectTool").trigger();
    for (int i = 0; i < 6; ++i) stage.action("zoomIn").trigger();
    stage.photograph(named("zoomed"), view);
    stage.action("fit").trigger();
}

static void showSearch(Stage& stage, const char* query) {
    stage.dock("search");
    auto* panel = stage.window().findChild<SearchPanel*>();
    panel->setQuery(QString::fromUtf8(query));
    stage.settle();
}

/// What the caption check looks for.
static void spoilSomeCaptions(project::Project& project) {
    QStringList faults{QStringLiteral("here is the drum drum drum drum drum"), QStringLiteral("here is the megaphone, to the left of the"), QStringLiteral("here is the ���cil above the ring"),
                       QString(), QStringLiteral("here is the chair, here is the table, here is the lamp, ").repeated(6)};
    const Status written = project.edit(QStringLiteral("Edit captions"), [&](project::Edit& edit) {
        for (const project::Media& media : project.allMedia())
            for (project::Caption caption : project.captionsOf(media.id)) {
                if (faults.isEmpty() || !media.path.startsWith(QLatin1String("shop")) || caption.rank != 0) continue;
                caption.text = faults.takeFirst();
                edit.update(caption);
            }
    });
    if (!written.ok()) qFatal("%s", written.error().message.c_str());
}

static void showPanels(Stage& stage) {
    showSearch(stage, "state:draft OR label:*");
    stage.photograph(named("search"));
    showSearch(stage, "label:");
    stage.photograph(named("search_fault"), *stage.window().findChild<SearchPanel*>());
    showSearch(stage, "");
    stage.dock("statistics");
    stage.dock("history");
    stage.photograph(named("statistics"));
    spoilSomeCaptions(*stage.workspace().project());
    stage.dock("lint");
    stage.photograph(named("lint"));
    stage.action("undo").trigger();
    stage.dock("gallery");
    stage.dock("regions");
    stage.action("pictureList").trigger();
    stage.settle();
    stage.photograph(named("picture_list"), *stage.window().findChild<GalleryPanel*>());
    stage.action("pictureList").trigger();
}

static void fillReplace(QDialog& dialog) {
    const auto fields = dialog.findChildren<QLineEdit*>();
    fields.at(0)->setText(QStringLiteral("left"));
    fields.at(1)->setText(QStringLiteral("right"));
    QTest::qWait(400);
}

/// Some regions of other programs with what the coordinate doctor finds.
static QString annotations(const Stage& stage) {
    QFile file(stage.fileOf(QStringLiteral("regions.jsonl")));
    if (!file.open(QIODevice::WriteOnly)) qFatal("No file for an import.");
    for (int i = 0; i < 4; ++i)
        file.write(QStringLiteral("{\"image\": \"%1.png\", \"width\": 640, \"height\": 480, \"id\": \"%1\", \"box_xyxy\": [10, 20, %2, 200], "
                                  "\"label\": \"dog\", \"captions\": []}\n").arg(i).arg(100 + 40 * i).toUtf8());
    return file.fileName();
}

static void tryGrowing(QDialog& dialog) {
    const auto choices = dialog.findChildren<QComboBox*>();
    choices.at(0)->setCurrentIndex(1); // boxes around contours
    choices.at(1)->setCurrentIndex(choices.at(1)->count() - 1);
    const auto* tried = dialog.findChild<QAbstractItemView*>(QString(), Qt::FindDirectChildrenOnly)->model();
    for (auto* each : dialog.findChildren<QPushButton*>()) {
        if (!each->text().startsWith(QStringLiteral("Try"))) continue;
        wait("Counting boxes", [each] { return each->isEnabled(); });
        each->click();
    }
    wait("Trying five pictures", [&] { return tried->rowCount() > 8; });
    QTest::qWait(300);
}

static void showDialogs(Stage& stage) {
    stage.dialog(named("caption_many"), "captionMany", [](QDialog& dialog) {
        const auto boxes = dialog.findChildren<QComboBox*>();
        boxes.at(0)->setCurrentIndex(boxes.at(0)->count() - 1); // the whole project
        boxes.at(1)->setCurrentIndex(1);
        wait("Counting captions", [&] { return button(dialog, "Start").isEnabled(); });
    });
    stage.dialog(named("grow"), "growData", tryGrowing);
    stage.dialog(named("caption_options"), "captionWith");
    stage.dialog(named("caption_details"), "captionDetails");
    stage.dialog(named("place_and_size"), "placeAndSize");
    stage.dialog(named("picture_adjustment"), "adjustPicture");
    stage.dialog(named("replace"), "replace", fillReplace);
    stage.dialog(named("splits"), "splits");
    stage.dialog(named("data_card"), "dataCard");
    stage.dialog(named("keys"), "shortcuts");
    stage.dialog(named("key_editor"), "shortcutEditor");
    stage.dialog(named("command_palette"), "commandPalette");
    stage.dialog(named("export"), "exportData");
    for (const char* name : {"before the clean-up", "first hundred accepted"}) // the second, so that there is something to choose
        if (const auto copy = project::takeSnapshot(stage.workspace().project()->path(), QString::fromLatin1(name)); !copy.ok()) qFatal("%s", copy.error().message.c_str());
    if (const auto backup = project::backUp(stage.workspace().project()->path()); !backup.ok()) qFatal("%s", backup.error().message.c_str());
    stage.dialog(named("copies"), "copies");
    stage.importFrom(annotations(stage));
    stage.dialog(named("import"), "importData");
    QueryHelpDialog help(&stage.window());
    stage.dialog(named("query_help"), help);
    CrashDialog crash(QStringLiteral("RegionBLIP Studio 0.1.0 ended after signal 11 (an invalid address) at 2026-01-31 12:00.\n"), &stage.window());
    stage.dialog(named("crash"), crash);
}

/// As somebody would by Ctrl+Enter.
static void acceptTheShop(project::Project& project) {
    const Status written = project.edit(QStringLiteral("Accept"), [&](project::Edit& edit) {
        for (const project::Media& media : project.allMedia())
            for (project::Caption caption : project.captionsOf(media.id)) {
                if (!media.path.startsWith(QLatin1String("shop"))) continue;
                caption.state = project::CaptionState::Accepted;
                edit.update(caption);
            }
    });
    if (!written.ok()) qFatal("%s", written.error().message.c_str());
}

/// Of the held-out regions, which come from a thread of their own.
static void waitForPictures(const TrainingPanel& panel) {
    const CaptionModel& model = *panel.findChild<CaptionComparison*>()->model();
    wait("The picture of a region", [&] {
        const QImage image = model.index(0, CaptionModel::Region).data(Qt::DecorationRole).value<QPixmap>().toImage();
        return !image.isNull() && image.pixelColor(image.rect().center()).alpha() > 0;
    });
    QTest::qWait(500);
}

/// A real training.
static void showTraining(Stage& stage) {
    acceptTheShop(*stage.workspace().project());
    stage.dock("training");
    auto& panel = *stage.window().findChild<TrainingPanel*>();
    QPushButton& train = button(panel, "Train");
    panel.dataChoice()->setQuery(QStringLiteral("media:shop"));
    wait("Counting captions", [&] { return panel.dataChoice()->counts().val > 0 && panel.dataChoice()->counts().clouds == 0; });
    stage.photograph(named("training"));
    for (auto* more : panel.findChildren<QToolButton*>())
        if (more->text() == QStringLiteral("More settings")) more->click();
    stage.settle();
    stage.photograph(named("training_settings"));
    train.click();
    const runs::RunHistory history(stage.workspace().project()->path() + QStringLiteral(".runs"));
    wait("The training", [&] { return !history.runs().empty() && history.runs().front().summary.state == jobs::TrainingState::Finished; });
    QTest::qWait(1000); // the panel looks four times a second
    for (const auto& [name, tab] : {std::pair("training_curves", TrainingPanel::Curves), std::pair("training_captions", TrainingPanel::Captions),
                                    std::pair("training_runs", TrainingPanel::Runs), std::pair("training_adapters", TrainingPanel::Adapters)}) {
        panel.showTab(tab);
        if (tab == TrainingPanel::Captions) waitForPictures(panel);
        stage.photograph(named(name), panel);
    }
    const auto vote = [&](const char* name, int votes) {
        stage.dialogOf(named(name), [&] { button(panel, "Vote blindly…").click(); }, [votes](QDialog& dialog) {
            auto* ballot = dialog.findChild<BlindVote*>();
            for (int i = 0; i < votes; ++i) QTest::keyClick(ballot, i % 3 == 0 ? Qt::Key_1 : Qt::Key_2);
            QTest::qWait(400); // for the picture
            if (votes > 1) ballot->finish();
        });
    };
    vote("training_vote", 1);
    vote("training_vote_result", 9);
    stage.window().findChild<QDockWidget*>(named("training"))->hide();
    stage.action("undo").trigger();
}

static void showClouds(Stage& stage) {
    stage.showCloud(named("space-room1.ply"));
    stage.action("nextRegion").trigger();
    stage.dock("sides");
    stage.photograph(named("cloud"));
    stage.dialog(named("cloud_place_and_size"), "placeAndSize");
    stage.dialog(named("mark_options"), "markOptions", [](QDialog& dialog) { dialog.findChildren<QGroupBox*>().at(1)->setChecked(true); });
    stage.dock("regions");
    stage.showCloud(named("space-object1.ply"));
    stage.photograph(named("cloud_object"));
}

/// What keeps labels safe: a picture that is gone, and a project that somebody else has open.
static void showSafety(Stage& stage) {
    project::Project& project = *stage.workspace().project();
    project::Id gone = 0;
    const Status written = project.edit(QStringLiteral("Add pictures"), [&](project::Edit& edit) {
        project::Media media;
        media.path = QStringLiteral("kitchen/fridge.jpg");
        media.width = 800;
        media.height = 600;
        gone = edit.insert(media);
        for (int i = 0; i < 3; ++i) {
            project::Region region;
            region.media = gone;
            region.label = QStringLiteral("jar");
            region.shape.box = {60.0 + 220 * i, 120.0 + 60 * i, 180, 220};
            project::Caption caption;
            caption.media = gone;
            caption.region = edit.insert(region);
            caption.text = QStringLiteral("a jar of jam on shelf %1").arg(i + 1);
            caption.state = project::CaptionState::Accepted;
            edit.insert(caption);
        }
    });
    if (!written.ok()) qFatal("%s", written.error().message.c_str());
    stage.workspace().setCurrentMedia(gone);
    stage.settle();
    stage.photograph(named("missing_picture"));
    stage.action("undo").trigger();
    auto second = project::Project::open(project.path()); // while the window still has it
    if (!second.ok()) qFatal("%s", second.error().message.c_str());
    stage.workspace().setProject(std::move(*second));
    stage.settle();
    stage.photograph(named("read_only"));
}

static void showTourAndStart(Stage& stage) {
    stage.action("firstSteps").trigger();
    stage.settle();
    stage.photograph(named("first_steps"));
    stage.window().findChild<FirstSteps*>()->hide();
    auto empty = project::Project::create(stage.fileOf(QStringLiteral("empty.rbproject")));
    if (!empty.ok()) qFatal("%s", empty.error().message.c_str());
    stage.workspace().setProject(std::move(*empty));
    stage.settle();
    stage.photograph(named("start_page"));
}

/// A picture of one colour would be a window that did not paint.
static bool showsSomething(const QString& file) {
    const QImage image(file);
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3) colors.insert(image.pixel(x, y));
    return colors.size() > 8;
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "Usage: screenshots FOLDER\n");
        return 2;
    }
    int empty = 0;
    for (const char* theme : {"light", "dark"}) {
        Stage stage(QString::fromLocal8Bit(argv[1]), QString::fromLatin1(theme));
        showCanvas(stage);
        showPanels(stage);
        showDialogs(stage);
        showTraining(stage);
        showClouds(stage);
        showSafety(stage);
        showTourAndStart(stage);
        for (const QString& file : stage.pictures())
            if (!showsSomething(file)) std::fprintf(stderr, "%s shows nothing.\n", qPrintable(file)), ++empty;
    }
    return empty ? 1 : 0;
}
