// training_window PROJECT MODEL RUNS: opens the project in the window, trains with its buttons until so many runs have finished, goes
// on with what was cut off, and ends.
#include "core/runs/run_history.h"
#include "tests/ui/answering_dialogs.h"
#include "ui/main_window.h"
#include "ui/training/training_controls.h"
#include "ui/training/training_panel.h"

#include <QApplication>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace rb;
using namespace rb::ui;

static void click(QWidget* parent, const char* text) {
    for (auto* each : parent ? parent->findChildren<QPushButton*>() : QList<QPushButton*>())
        if (each->text() == QLatin1String(text) && each->isEnabled()) return each->click();
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const QString path = QString::fromLocal8Bit(argv[1]);
    auto project = project::Project::open(path);
    if (!project.ok()) {
        std::fprintf(stderr, "%s\n", project.error().message.c_str());
        return 1;
    }
    QSettings settings(path + QStringLiteral(".ini"), QSettings::IniFormat);
    AnsweringDialogs dialogs;
    jobs::InferenceThread inference;
    Workspace workspace;
    MainWindow window(WindowParts{workspace, inference, dialogs, settings, QStringLiteral(RB_PROGRAMS "/regionblip")});
    window.openModel(QString::fromLocal8Bit(argv[2]));
    workspace.setProject(std::move(*project));
    window.show();
    const runs::RunHistory history(path + QStringLiteral(".runs"));
    const auto wanted = static_cast<std::size_t>(std::atoi(argv[3]));
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        const auto runs = history.runs();
        const auto finished = static_cast<std::size_t>(std::ranges::count(runs, jobs::TrainingState::Finished, [](const runs::Run& run) { return run.summary.state; }));
        if (finished >= wanted) QApplication::quit();
        else if (finished == runs.size()) click(window.findChild<TrainingPanel*>(), "Train");
        else click(window.findChild<TrainingControls*>(), "Go on");
    });
    timer.start(100);
    return QApplication::exec();
}
