// drawing_window PROJECT: opens the project in the window and draws box after box, as a hand would.
// Each time a region is on the screen its id is printed on a line.
#include "ui/main_window.h"

#include "tests/ui/answering_dialogs.h"
#include "ui/image_view/image_view.h"

#include <QApplication>
#include <QTest>

#include <cstdio>

using namespace rb;
using namespace rb::ui;

static void drawBox(ImageView& view, int number) {
    const QPointF from(5 + number % 10 * 10, 5 + number / 10 % 8 * 10), to = from + QPointF(30, 20);
    view.setTool(ImageView::Tool::Box);
    QTest::mousePress(&view, Qt::LeftButton, {}, view.toWidget(from).toPoint());
    QTest::mouseMove(&view, view.toWidget((from + to) / 2).toPoint());
    QTest::mouseMove(&view, view.toWidget(to).toPoint());
    QTest::mouseRelease(&view, Qt::LeftButton, {}, view.toWidget(to).toPoint());
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    auto project = project::Project::open(QString::fromLocal8Bit(argv[1]));
    if (!project.ok()) {
        std::fprintf(stderr, "%s\n", project.error().message.c_str());
        return 1;
    }
    QSettings settings(QString::fromLocal8Bit(argv[1]) + QStringLiteral(".ini"), QSettings::IniFormat);
    AnsweringDialogs dialogs;
    jobs::InferenceThread inference;
    Workspace workspace;
    MainWindow window({workspace, inference, dialogs, settings});
    workspace.setProject(std::move(*project));
    window.show();
    auto* view = window.findChild<ImageView*>();
    for (int number = 0;; ++number) {
        drawBox(*view, number);
        QCoreApplication::processEvents();
        if (view->regions().empty()) return 1;
        std::printf("%lld\n", static_cast<long long>(view->regions().back().id));
        std::fflush(stdout);
    }
}
