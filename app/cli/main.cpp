#include "app/cli/command.h"
#include "app/shared/quiet_readers.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>

namespace rb::cli {

int fail(const Error& error) {
    std::fprintf(stderr, "regionblip: %s\n", error.message.c_str());
    return error.code == ErrorCode::InvalidArgument ? kUsage : kFailed;
}

} // namespace rb::cli

// Qt's own fallback, which it would announce on stderr.
static void chooseRuntimeFolder() {
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")) return;
    const std::string folder = "/tmp/runtime-regionblip-" + std::to_string(::getuid());
    ::mkdir(folder.c_str(), 0700);
    qputenv("XDG_RUNTIME_DIR", folder.c_str());
}

enum class Needs { Nothing, Fonts, Widgets };

// Only annotated pictures and made-up scenes need fonts, and they never need a display.
static std::unique_ptr<QCoreApplication> makeApplication(Needs needs, int& argc, char** argv) {
    if (needs == Needs::Nothing) return std::make_unique<QCoreApplication>(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    chooseRuntimeFolder();
    if (needs == Needs::Widgets) return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QGuiApplication>(argc, argv);
}

static Needs needsOf(const std::vector<std::string_view>& arguments) {
    if (arguments.empty()) return Needs::Nothing;
    const std::string_view verb = arguments.front();
    if (verb == "bench" && arguments.size() > 1 && arguments[1] == "ui") return Needs::Widgets;
    if (verb == "demo" || verb == "synth") return Needs::Fonts;
    const auto asksForScenes = [](std::string_view argument) { return argument.starts_with("--recipe"); };
    return verb == "train" && std::any_of(arguments.begin(), arguments.end(), asksForScenes) ? Needs::Fonts : Needs::Nothing;
}

int main(int argc, char* argv[]) {
    int nameOnly = 1; // Qt would take options such as --style for its own
    rb::app::quietPictureReaders();
    const auto application = makeApplication(needsOf({argv + 1, argv + argc}), nameOnly, argv);

    CLI::App app{"Captions for regions of pictures and point clouds, written by an embedded RegionBLIP model.\n"
                 "Everything runs on this machine; nothing is sent anywhere."};
    app.set_version_flag("--version", "regionblip " RB_VERSION);
    app.require_subcommand(1);
    int exitCode = rb::cli::kGood;
    rb::cli::addCaptionCommand(app, exitCode);
    rb::cli::addGrowCommand(app, exitCode);
    rb::cli::addImportCommand(app, exitCode);
    rb::cli::addExportCommand(app, exitCode);
    rb::cli::addCheckCommand(app, exitCode);
    rb::cli::addProjectCommand(app, exitCode);
    rb::cli::addConvertCommand(app, exitCode);
    rb::cli::addInspectCommand(app, exitCode);
    rb::cli::addTraceCommand(app, exitCode);
    rb::cli::addBenchCommand(app, exitCode);
    rb::cli::addTrainCommand(app, exitCode);
    rb::cli::addEvaluateCommand(app, exitCode);
    rb::cli::addClassifyCommand(app, exitCode);
    rb::cli::addAdapterCommand(app, exitCode);
    rb::cli::addSynthCommand(app, exitCode);
    rb::cli::addDemoCommand(app, exitCode);
    // Now that they are there: verbs take over the footer that stands when they are added.
    app.footer("Examples:\n"
               "  regionblip caption photo.jpg                          one caption for the whole picture\n"
               "  regionblip caption photo.jpg --box 40,30,200,180      one for the box at x 40, y 30, 200 wide, 180 high\n"
               "  regionblip caption chair.npy                          one for an object's point cloud\n"
               "  regionblip caption room.npy --box3 1,2,0.5,1,1,1      one for a box of a room, centre then size in metres\n"
               "  regionblip inspect some-model/                        what a model folder is and could do\n"
               "`regionblip VERB --help` tells more of each verb.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? rb::cli::kGood : rb::cli::kUsage;
    }
    return exitCode;
}
