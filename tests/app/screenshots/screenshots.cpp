// Writes a picture of every panel and dialog, dark and light, into a folder:
//   xvfb-run -a -s "-screen 0 1600x1000x24" tests/screenshots FOLDER
// docs/images are some of them. As a test it fails when a panel or dialog cannot be shown, or shows nothing.
#include "tests/app/screenshots/stage.h"

#include "core/query/select.h"
#include "core/runs/run_history.h"
#include "ui/help/crash_dialog.h"
#include "ui/help/first_steps.h"
#include "ui/image_view/image_view.h"
#include "ui/search/query_edit.h"
#include "ui/search/query_help_dialog.h"
#include "ui/search/search_panel.h"
#include "ui/training/training_panel.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
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
        if (each->text() == QLatin1String(text)) return *each;
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

static void showPanels(Stage& stage) {
    showSearch(stage, "state:draft OR label:*");
    stage.photograph(named("search"));
    showSearch(stage, "label:");
    stage.photograph(named("search_fault"), *stage.window().findChild<SearchPanel*>());
    showSearch(stage, "");
    stage.dock("statistics");
    stage.dock("history");
    stage.photograph(named("statistics"));
    stage.dock("lint");
    stage.photograph(named("lint"));
    stage.dock("gallery");
    stage.dock("regions");
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
    for (auto* each : dialog.findChildren<QPushButton*>())
        if (each->text().startsWith(QStringLiteral("Try"))) each->click();
    wait("Trying five pictures", [&] { return tried->rowCount() > 8; });
    QTest::qWait(300);
}

static void showDialogs(Stage& stage) {
    stage.dialog(named("caption_many"), "captionMany", [](QDialog& dialog) {
        const auto boxes = dialog.findChildren<QComboBox*>();
        boxes.at(0)->setCurrentIndex(boxes.at(0)->count() - 1); // the whole project
        boxes.at(1)->setCurrentIndex(1);
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
    stage.importFrom(annotations(stage));
    stage.dialog(named("import"), "importData");
    QueryHelpDialog help(&stage.window());
    stage.dialog(named("query_help"), help);
    CrashDialog crash(QStringLiteral("RegionBLIP Studio 0.1.0 ended after signal 11 (an invalid address) at 2026-01-31 12:00.\n"), &stage.window());
    stage.dialog(named("crash"), crash);
}

/// The sample's accepted captions with words of one's own, and every third picture held out.
static void writeInOnesOwnStyle(project::Project& project) {
    const Status written = project.edit(QStringLiteral("Style"), [&](project::Edit& edit) {
        int number = 0;
        for (project::Media media : project.allMedia()) {
            media.split = number++ % 3 == 2 ? QStringLiteral("val") : QStringLiteral("train");
            edit.update(media);
            for (project::Caption caption : project.captionsOf(media.id)) {
                if (caption.state != project::CaptionState::Accepted) continue;
                caption.text.prepend(QStringLiteral("here is "));
                edit.update(caption);
            }
        }
    });
    if (!written.ok()) qFatal("%s", written.error().message.c_str());
}

/// A real training.
static void showTraining(Stage& stage) {
    writeInOnesOwnStyle(*stage.workspace().project());
    stage.dock("training");
    auto& panel = *stage.window().findChild<TrainingPanel*>();
    QPushButton& train = button(panel, "Train");
    wait("Counting captions", [&] { return train.isEnabled(); });
    stage.photograph(named("training"));
    train.click();
    const runs::RunHistory history(stage.workspace().project()->path() + QStringLiteral(".runs"));
    wait("The training", [&] { return !history.runs().empty() && history.runs().front().summary.state == jobs::TrainingState::Finished; });
    QTest::qWait(1000); // the panel looks four times a second
    for (const auto& [name, tab] : {std::pair("training_curves", TrainingPanel::Curves), std::pair("training_captions", TrainingPanel::Captions),
                                    std::pair("training_runs", TrainingPanel::Runs), std::pair("training_adapters", TrainingPanel::Adapters)}) {
        panel.showTab(tab);
        stage.photograph(named(name), panel);
    }
    stage.window().findChild<QDockWidget*>(named("training"))->hide();
    stage.action("undo").trigger();
}

static void showClouds(Stage& stage) {
    stage.showCloud(named("space-room1.ply"));
    stage.action("nextRegion").trigger();
    stage.dock("sides");
    stage.photograph(named("cloud"));
    stage.dialog(named("cloud_place_and_size"), "placeAndSize");
    stage.dock("regions");
    stage.showCloud(named("space-object1.ply"));
    stage.photograph(named("cloud_object"));
}

static void showTourAndStart(Stage& stage) {
    stage.action("firstSteps").trigger();
    stage.settle();
    stage.photograph(named("first_steps"));
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
        showTourAndStart(stage);
        for (const QString& file : stage.pictures())
            if (!showsSomething(file)) std::fprintf(stderr, "%s shows nothing.\n", qPrintable(file)), ++empty;
    }
    return empty ? 1 : 0;
}
