#include "app/cli/command.h"
#include "app/cli/terminal_count.h"
#include "app/shared/resource_folder.h"
#include "core/synthetic/data_set.h"

#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

namespace rb::cli {
namespace {

struct SynthCommand {
    std::string kind = "pictures", style = "plain", output;
    synthetic::DataSetOptions options;

    int run() {
        const auto chosen = synthetic::dataKindNamed(kind);
        if (!chosen.ok()) return fail(chosen.error());
        const auto words = synthetic::captionStyleNamed(style);
        if (!words.ok()) return fail(words.error());
        options.kind = *chosen;
        options.style = *words;
        options.folder = output;
        options.recipe = app::resourceFolder() / "recipes" / "objects.json";
        const auto count = terminalCount();
        const Status written = synthetic::writeDataSet(options, [&count](std::uint64_t done, std::uint64_t total) {
            if (count && (done % 50 == 0 || done == total)) count(done, total);
            return true;
        });
        return written.ok() ? kGood : fail(written.error());
    }
};

} // namespace

void addSynthCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<SynthCommand>();
    CLI::App* verb = app.add_subcommand("synth", "Make labelled scenes for training and tests");
    verb->add_option("--kind", command->kind, "pictures, objects (clouds) or rooms (clouds with boxes)")->capture_default_str();
    verb->add_option("--images", command->options.count, "Scenes")->check(CLI::Range(10, 10'000'000))->capture_default_str();
    verb->add_option("--seed", command->options.seed, "The same seed gives the same scenes")->capture_default_str();
    verb->add_option("--style", command->style, "Wording of the captions: plain, question or statement")->capture_default_str();
    verb->add_option("--names", command->options.picture.names, "Only the first so many object names (0: all)")->capture_default_str();
    verb->add_option("--scale", command->options.picture.scale, "Size of the pictures, 1 to 8")->check(CLI::Range(1, 8))->capture_default_str();
    verb->add_option("--output", command->output, "Folder; train, val and test are made in it")->required();
    verb->footer("Pictures need Debian's fonts-noto-color-emoji.\n"
                 "Example: regionblip synth --images 1000 --style question --output scenes");
    verb->callback([command, &exitCode] { exitCode = command->run(); });
}

} // namespace rb::cli
