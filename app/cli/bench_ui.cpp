#include "app/cli/bench_ui.h"

#include "app/cli/bench_clock.h"
#include "app/cli/bench_meaning.h"
#include "app/cli/command.h"
#include "core/base/process_memory.h"
#include "core/exchange/format_table.h"
#include "core/exchange/project_import.h"
#include "core/project/database.h"
#include "core/project/media_order.h"
#include "core/query/select.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/image_view/measure_canvas.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QGraphicsRectItem>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsView>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>

namespace rb::cli {
namespace {

/// Captions of eight words out of a few dozen, so that words are as frequent as they are.
QByteArray caption(int number) {
    static const char* const kWords[] = {"red", "dog", "apple", "small", "bench", "tree", "left", "of", "the", "a", "street", "man", "window", "blue", "car", "cup"};
    QByteArray text("a");
    for (unsigned int i = 0, state = static_cast<unsigned int>(number) * 2654435761U; i < 7; ++i, state = state * 1664525U + 1013904223U)
        text += QByteArray(" ") + kWords[(state >> 24) % std::size(kWords)];
    return text + ' ' + QByteArray::number(number % 1000);
}

Status writeList(const QString& path, const UiBench& load) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return Error{ErrorCode::WriteFailed, path.toStdString() + " could not be written."};
    static const char* const kLabels[] = {"dog", "person", "car", "cup", "tree"};
    for (int i = 0; i < load.regions; ++i) {
        const QByteArray picture = QByteArray::number(i % load.pictures).rightJustified(6, '0');
        const int x = (i * 7) % 500, y = (i * 13) % 300;
        file.write("{\"image\": \"" + picture + ".jpg\", \"width\": 640, \"height\": 480, \"box_xyxy\": [" + QByteArray::number(x) + ", " + QByteArray::number(y) +
                   ", " + QByteArray::number(x + 90) + ", " + QByteArray::number(y + 80) + "], \"label\": \"" + kLabels[i % 5] + "\", \"captions\": [\"" + caption(i) + "\"]}\n");
    }
    return {};
}

Status benchImport(project::Project& project, const QString& list) {
    const double before = static_cast<double>(peakResidentBytes()) / 1e6;
    QElapsedTimer timer;
    timer.start();
    const auto done = exchange::importInto(project, **exchange::formatNamed("jsonl"), list.toStdString(), {});
    if (!done.ok()) return done.error();
    const double took = secondsOf(timer), peak = static_cast<double>(peakResidentBytes()) / 1e6;
    std::printf("import           %d regions of a %.0f MB file: %.1f s, %.0f a second, %.0f MB of memory at most\n", done->regions,
                static_cast<double>(QFileInfo(list).size()) / 1e6, took, done->regions / took, peak - before);
    return {};
}

void benchSearch(const project::Project& project) {
    const auto count = [&](const char* text) {
        QElapsedTimer timer;
        timer.start();
        const auto found = query::count(project.database(), *query::parse(QString::fromLatin1(text)));
        std::printf("search           %-28s %8lld found in %.3f s\n", text, found.ok() ? static_cast<long long>(*found) : -1LL, secondsOf(timer));
        return secondsOf(timer);
    };
    count("label:dog");
    count("state:accepted split:none");
    const double indexed = count("\"apple 77\"");
    QElapsedTimer timer;
    timer.start();
    project::Statement scan(project.database().handle(), "SELECT count(*) FROM caption WHERE text LIKE '%apple 77%'");
    scan.next();
    std::printf("                 the same by reading all: %.3f s; ratio %.0f\n", secondsOf(timer), secondsOf(timer) / indexed);
}

void benchSteps(const project::Project& project) {
    constexpr int kSteps = 200;
    const project::Database& database = project.database();
    project::Id media = project::firstMedia(database);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kSteps; ++i) media = project::mediaBeside(database, media, 1);
    const double step = secondsOf(timer) / kSteps;
    timer.start();
    const bool drafts = project::mediaWithDrafts(database, project::firstMedia(database), true) != 0;
    const double toDrafts = secondsOf(timer);
    timer.start();
    const std::size_t all = project.allMedia().size();
    std::printf("next picture     %.3f ms, with drafts %.3f ms%s\n", step * 1000, toDrafts * 1000, drafts ? "" : " (none has some)");
    std::printf("                 the same by reading all %zu: %.0f ms; ratio %.0f\n", all, secondsOf(timer) * 1000, secondsOf(timer) / step);
}

void benchGallery(std::unique_ptr<project::Project> project) {
    ui::Workspace workspace;
    ui::ThumbnailStore thumbnails(192);
    ui::GalleryPanel panel(workspace, thumbnails);
    panel.resize(900, 900);
    QElapsedTimer timer;
    timer.start();
    workspace.setProject(std::move(project));
    panel.show();
    static_cast<void>(panel.grab());
    std::printf("gallery          first screen %.3f s after the project is open\n", secondsOf(timer));
    auto* list = panel.findChild<QListView*>();
    const auto frame = [&] {
        constexpr int kFrames = 120;
        timer.start();
        for (int i = 0; i < kFrames; ++i) {
            list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() / kFrames * i);
            static_cast<void>(panel.grab());
        }
        return secondsOf(timer) * 1000 / kFrames;
    };
    const double thumbnailsFrame = frame();
    panel.setList(true);
    std::printf("gallery          %.1f ms a frame while scrolling through all of it, %.1f as a list\n", thumbnailsFrame, frame());
    const auto undo = workspace.project()->longStep(true);
    if (!undo) return;
    timer.start();
    if (project::carryOut(*undo).ok()) std::printf("undo             the whole import: %.1f s, beside the window\n", secondsOf(timer));
}

/// The same boxes with captions as items of a QGraphicsScene, the common way.
double graphicsViewFrame(int regions) {
    QGraphicsScene scene(0, 0, 4000, 3000);
    for (int i = 0; i < regions; ++i) {
        auto* box = scene.addRect((i * 137) % 3900, (i * 211) % 2900, 40 + i % 90, 40 + (i * 7) % 70, QPen(Qt::red, 2));
        auto* text = scene.addSimpleText(QString::fromLatin1(caption(i)));
        text->setPos(box->rect().topLeft());
    }
    QGraphicsView view(&scene);
    view.resize(1600, 1000);
    view.scale(0.8, 0.8);
    QImage frame(1600, 1000, QImage::Format_RGB32);
    constexpr int kFrames = 20;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kFrames; ++i) {
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->minimum() + 20 * i);
        QPainter painter(&frame);
        view.render(&painter);
    }
    return secondsOf(timer) * 1000 / kFrames;
}

void benchCanvas(int regions) {
    ui::CanvasLoad load;
    load.regions = regions;
    const ui::CanvasTimes ours = ui::measureCanvas(load);
    std::printf("canvas           %d regions: %.1f ms a frame of panning, %.1f of zooming, %.1f with all in view; %.3f ms a hit test\n", regions, ours.pan, ours.zoom, ours.fitted, ours.hitTest);
    const double theirs = graphicsViewFrame(regions);
    std::printf("                 the same as items of a QGraphicsView: %.1f ms; ratio %.1f\n", theirs, theirs / ours.pan);
}

} // namespace

int UiBench::run() const {
    benchCanvas(canvasRegions);
    const QTemporaryDir folder;
    const QString list = folder.filePath(QStringLiteral("regions.jsonl")), file = folder.filePath(QStringLiteral("large.rbproject"));
    if (Status written = writeList(list, *this); !written.ok()) return fail(written.error());
    {
        auto project = project::Project::create(file);
        if (!project.ok()) return fail(project.error());
        if (Status imported = benchImport(**project, list); !imported.ok()) return fail(imported.error());
    }
    QElapsedTimer timer;
    timer.start();
    auto project = project::Project::open(file);
    if (!project.ok()) return fail(project.error());
    std::printf("open             %d pictures, %d regions, %.0f MB: %.3f s\n", pictures, regions, static_cast<double>(QFileInfo(file).size()) / 1e6, secondsOf(timer));
    benchSearch(**project);
    benchSteps(**project);
    if (Status done = benchMeaning(folder.path(), embeddedRegions); !done.ok()) return fail(done.error());
    benchGallery(std::move(*project));
    return kGood;
}

} // namespace rb::cli
