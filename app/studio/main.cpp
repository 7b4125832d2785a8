#include "app/shared/quiet_readers.h"
#include "app/shared/resource_folder.h"
#include "app/studio/start_project.h"
#include "cloud_workspace/cloud_panels.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/help/crash_dialog.h"
#include "ui/help/crash_note.h"
#include "ui/help/help_settings.h"
#include "ui/help/translations.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <cstdio>

using namespace rb;

int main(int argc, char* argv[]) {
    app::quietPictureReaders();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("regionblip-studio"));
    QApplication::setOrganizationName(QStringLiteral("regionblip"));
    QApplication::setApplicationVersion(QStringLiteral(RB_VERSION));
    QApplication::setApplicationDisplayName(QStringLiteral("RegionBLIP Studio"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/app.svg")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Draw boxes on pictures; an embedded RegionBLIP model captions each of them."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("paths"), QStringLiteral("A project file, pictures, or folders; none opens the sample project."), QStringLiteral("[paths…]"));
    const QCommandLineOption modelOption(QStringLiteral("model"), QStringLiteral("Model folder instead of the embedded one."), QStringLiteral("folder"));
    parser.addOption(modelOption);
    const QCommandLineOption resourcesOption(QStringLiteral("resources"), QStringLiteral("Folder with the embedded model and the sample pictures."), QStringLiteral("folder"));
    parser.addOption(resourcesOption);
    parser.process(application);
    if (parser.isSet(resourcesOption)) qputenv("REGIONBLIP_RESOURCES", parser.value(resourcesOption).toLocal8Bit());
    const QStringList paths = parser.positionalArguments();

    auto project = studio::startProject(paths);
    if (!project.ok()) {
        std::fprintf(stderr, "regionblip-studio: %s\n", project.error().message.c_str());
        return 1;
    }
    QSettings settings;
    ui::installTranslations(application, ui::settings::language.read(settings));
    const QString crashed = ui::CrashNote::take(ui::CrashNote::file());
    ui::CrashNote::install(ui::CrashNote::file(), QStringLiteral(RB_VERSION));
    ui::DesktopDialogs dialogs;
    jobs::InferenceThread inference;
    ui::Workspace workspace;
    const QString trainer = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("regionblip"));
    ui::MainWindow window({workspace, inference, dialogs, settings, QFileInfo(trainer).isExecutable() ? trainer : QString()});
    cloud_workspace::addCloudPanels(window, workspace);
    const QString model = parser.value(modelOption);
    window.openModel(model.isEmpty() ? QString::fromStdString(app::embeddedModelFolder().string()) : model);
    workspace.setProject(std::move(*project));
    QObject::connect(&window, &ui::MainWindow::sampleProjectRequested, &workspace, [&workspace] {
        if (studio::isSample(*workspace.project())) return;
        auto sample = studio::openSample();
        if (sample.ok()) workspace.setProject(std::move(*sample));
        else workspace.report(sample.error());
    });
    window.show();
    if (studio::isSample(*workspace.project())) window.startTourIfWanted();
    if (!crashed.isEmpty()) {
        auto* note = new ui::CrashDialog(crashed, &window);
        note->setAttribute(Qt::WA_DeleteOnClose);
        note->show();
    }
    if (!paths.isEmpty() && !paths.first().endsWith(QStringLiteral(".rbproject"))) window.open(paths);
    return QApplication::exec();
}
