#include "app/cli/command.h"
#include "app/cli/generation_flags.h"
#include "app/cli/terminal_count.h"
#include "core/evaluate/caption_files.h"
#include "core/evaluate/evaluation_report.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

namespace rb::cli {
namespace {

struct EvaluateCommand {
    std::string candidates, references, data, project, split = "test";
    std::vector<std::string> modalities;
    std::size_t limit = 0;
    GenerationFlags flags;
    bool json = false;

    Result<evaluate::Evaluation> ofModel() const {
        const auto chosen = train::splitNamed(split);
        if (!chosen.ok()) return chosen.error();
        const std::string from = project.empty() ? data : project;
        auto samples = train::readSamples(from, *chosen);
        if (!samples.ok()) return samples.error();
        if (!modalities.empty())
            std::erase_if(*samples, [&](const auto& s) { return std::find(modalities.begin(), modalities.end(), s.modality) == modalities.end(); });
        if (limit > 0 && samples->size() > limit) samples->resize(limit);
        if (samples->empty()) return Error{ErrorCode::InvalidArgument, from + " has no captions in the split " + split + "."};
        auto captioner = flags.openModel();
        if (!captioner.ok()) return captioner.error();
        const auto generation = flags.over(captioner->description().generation);
        if (!generation.ok()) return generation.error();
        evaluate::EvaluateOptions options;
        options.generation = *generation;
        options.progress = terminalCount();
        return evaluate::evaluate(*captioner, *samples, options);
    }

    int run() const {
        const bool files = !candidates.empty() || !references.empty();
        if (files == (!data.empty() || !project.empty()) || (files && (candidates.empty() || references.empty())))
            return fail({ErrorCode::InvalidArgument, "Give --candidates with --references, or --data, or --project."});
        Result<evaluate::Evaluation> evaluation = Error{ErrorCode::Internal, ""};
        if (files) {
            auto items = evaluate::readCaptionFiles(candidates, references);
            if (!items.ok()) return fail(items.error());
            evaluation = evaluate::score(std::move(*items));
        } else {
            evaluation = ofModel();
        }
        if (!evaluation.ok()) return fail(evaluation.error());
        const std::string subset = files ? "the files" : split + " (" + (project.empty() ? data : project) + ")";
        std::fputs((json ? toJson(*evaluation, subset) : toTable(*evaluation, subset)).c_str(), stdout);
        return kGood;
    }
};

} // namespace

void addEvaluateCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<EvaluateCommand>();
    CLI::App* verb = app.add_subcommand("evaluate", "Score captions: BLEU, ROUGE-L, CIDEr, names");
    verb->add_option("--candidates", command->candidates, "JSON file: id to caption");
    verb->add_option("--references", command->references, "JSON file: id to list of captions");
    verb->add_option("--data", command->data, "Data to caption and score, as `train` takes it");
    verb->add_option("--project", command->project, "Project file; its accepted captions are the references");
    verb->add_option("--split", command->split, "train, val or test")->capture_default_str();
    verb->add_option("--modality", command->modalities, "Only these");
    verb->add_option("--limit", command->limit, "Only the first so many captions");
    verb->add_flag("--json", command->json, "Everything, with scores of each item");
    command->flags.addTo(*verb);
    verb->footer("CIDEr depends on the references and on the subset; compare only figures with the same ones.");
    verb->callback([command, &exitCode] { exitCode = command->run(); });
}

} // namespace rb::cli
