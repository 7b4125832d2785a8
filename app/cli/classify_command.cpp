#include "app/cli/command.h"
#include "app/cli/generation_flags.h"
#include "app/cli/terminal_count.h"
#include "core/base/durable_file.h"
#include "core/evaluate/classification.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <sstream>

#include <CLI/CLI.hpp>

namespace rb::cli {
namespace {

struct ClassifyCommand {
    std::string data, folders, split = "test", modality, classes, text, csv;
    std::size_t limit = 0;
    GenerationFlags flags;
    bool json = false;

    Result<std::vector<train::Sample>> samples() const {
        const auto chosen = train::splitNamed(split);
        if (!chosen.ok()) return chosen.error();
        if (data.empty() == folders.empty()) return Error{ErrorCode::InvalidArgument, "Say what to classify: --data DIR or --folders DIR."};
        auto samples = data.empty() ? evaluate::readClassFolders(folders, *chosen) : train::readSamples(data, *chosen);
        if (!samples.ok()) return samples.error();
        std::erase_if(*samples, [this](const train::Sample& sample) { return sample.name.empty() || (!modality.empty() && sample.modality != modality); });
        if (limit > 0 && samples->size() > limit) samples->resize(limit);
        if (samples->empty()) return Error{ErrorCode::InvalidArgument, (data.empty() ? folders : data) + " has nothing with a name in the split " + split + "."};
        return samples;
    }

    Status readClasses(std::vector<std::string>& names) const {
        if (classes.empty()) return {};
        const auto read = readFile(classes, 10'000'000);
        if (!read.ok()) return read.error();
        std::istringstream lines(*read);
        for (std::string line; std::getline(lines, line);)
            if (!line.empty()) names.push_back(line);
        if (names.empty()) return Error{ErrorCode::InvalidArgument, classes + " names no class; write one a line."};
        return {};
    }

    Result<evaluate::Classification> classified() {
        const auto things = samples();
        if (!things.ok()) return things.error();
        evaluate::ClassifyOptions options;
        options.text = text;
        if (Status read = readClasses(options.classes); !read.ok()) return read.error();
        auto captioner = flags.openModel();
        if (!captioner.ok()) return captioner.error();
        options.progress = terminalCount();
        return evaluate::classify(*captioner, *things, options);
    }

    int run() {
        const auto result = classified();
        if (!result.ok()) return fail(result.error());
        if (!csv.empty())
            if (Status written = replaceFile(csv, evaluate::confusionCsv(*result)); !written.ok()) return fail(written.error());
        std::fputs((json ? evaluate::toJson(*result) : evaluate::toTable(*result)).c_str(), stdout);
        return kGood;
    }
};

} // namespace

void addClassifyCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<ClassifyCommand>();
    CLI::App* verb = app.add_subcommand("classify", "Name pictures, regions and clouds without training: which class's text is likest");
    verb->add_option("--data", command->data, "Data with names: `regionblip synth`'s, ScanRefer, or as `train` takes it");
    verb->add_option("--folders", command->folders, "A folder with a folder of pictures or clouds for each class (ModelNet40's layout)");
    verb->add_option("--split", command->split, "train, val or test")->capture_default_str();
    verb->add_option("--modality", command->modality, "Only this one, where the data have several");
    verb->add_option("--classes", command->classes, "File with a class a line (default: the names in the data)");
    verb->add_option("--text", command->text, "Text for a class, {} for its name (default: \"a point cloud model of {}.\" for clouds, \"a {}\" for pictures)");
    verb->add_option("--limit", command->limit, "Only the first so many");
    verb->add_option("--csv", command->csv, "Write the confusion matrix to this file");
    verb->add_flag("--json", command->json, "Everything: classes, confusion, each item's five likest");
    command->flags.addTo(*verb);
    verb->footer("Example: regionblip classify --data rooms --split test --text \"a {}\" --csv confusion.csv");
    verb->callback([command, &exitCode] { exitCode = command->run(); });
}

} // namespace rb::cli
