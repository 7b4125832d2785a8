#include "app/cli/command.h"
#include "app/cli/training_console.h"
#include "app/shared/resource_folder.h"
#include "core/pretrain/pretraining.h"
#include "core/train/processes/process_group.h"
#include "core/train/trainer.h"

#include <cstdio>
#include <cstdlib>
#include <memory>

#include <CLI/CLI.hpp>

namespace rb::cli {
namespace {

struct TrainCommand {
    train::TrainingOptions options;
    std::string data, model, output, cache, preset = "lora", precision = "fp32", schedule = "cosine", progress = "bar";
    std::vector<std::string> modalities, terms, targets;
    std::string project, newModality, recipe;
    bool dryRun = false, gatherWithGradient = false;
    std::size_t heldOut = 200;

    Status readTerms() {
        options.terms = train::defaultTerms(options.preset);
        options.terms.gatherWithGradient = gatherWithGradient;
        if (terms.empty()) return {};
        double* const all[] = {&options.terms.itc, &options.terms.itm, &options.terms.itg, &options.terms.llm, &options.terms.reg};
        const std::string names[] = {"itc", "itm", "itg", "llm", "reg"};
        for (double* weight : all) *weight = 0;
        for (const std::string& term : terms) {
            const auto equals = term.find('=');
            const auto name = std::find(std::begin(names), std::end(names), term.substr(0, equals));
            if (name == std::end(names))
                return Error{ErrorCode::InvalidArgument, "There is no term \"" + term + "\"; choose of itc, itm, itg, llm, reg."};
            *all[name - std::begin(names)] = equals == std::string::npos ? 1.0 : std::strtod(term.c_str() + equals + 1, nullptr);
        }
        return {};
    }

    Status prepare() {
        const auto chosen = train::presetNamed(preset);
        if (!chosen.ok()) return chosen.error();
        options.preset = *chosen;
        options.data = project.empty() ? data : project;
        options.model = model.empty() ? app::embeddedModelFolder() : std::filesystem::path(model);
        options.output = output;
        options.cache = cache;
        options.bfloat16 = precision == "bf16";
        options.schedule = schedule == "released" ? train::Schedule::Released : train::Schedule::Cosine;
        if (!targets.empty()) {
            auto named = train::loraTargetsNamed(targets);
            if (!named.ok()) return named.error();
            options.targets = std::move(*named);
        }
        options.modalities = {modalities.begin(), modalities.end()};
        if (!newModality.empty()) {
            const auto made = train::newModalityFrom(newModality);
            if (!made.ok()) return made.error();
            options.newModality = *made;
        }
        if (options.data.empty()) return Error{ErrorCode::InvalidArgument, "Say what to learn from: --data DIR or --project FILE."};
        return readTerms();
    }

    /// A model from nothing.
    int pretrain() {
        std::unique_ptr<train::ProcessGroup> group;
        if (Status met = meetOthers(group); !met.ok()) return fail(met.error());
        if (group) return fail({ErrorCode::InvalidArgument, "A recipe is trained by one process; start it without a launcher."});
        auto training = pretrain::Pretraining::open({recipe, output, options.threads, options.resume});
        if (!training.ok()) return fail(training.error());
        TrainingConsole console(form(), output);
        console.message(std::to_string((*training)->parameters()) + " parameters are trained.");
        const Status trained = (*training)->run(console);
        console.ended(trained);
        return trained.ok() ? kGood : fail(trained.error());
    }

    /// A process that is not the first says nothing but what goes wrong.
    int follow(train::Trainer& trainer) const {
        if (const auto estimate = trainer.probe(); !estimate.ok()) return fail(estimate.error());
        if (dryRun) return kGood;
        train::TrainingObserver silent;
        const Status trained = trainer.run(silent);
        return trained.ok() ? kGood : fail(trained.error());
    }

    TrainingConsole::Form form() const { return progress == "json" ? TrainingConsole::Form::Json : TrainingConsole::Form::Bar; }

    int run() {
        if (!recipe.empty()) return pretrain();
        if (Status ready = prepare(); !ready.ok()) return fail(ready.error());
        std::unique_ptr<train::ProcessGroup> group;
        if (Status met = meetOthers(group); !met.ok()) return fail(met.error());
        return trainWith(group.get());
    }

    /// Where a launcher started several processes.
    Status meetOthers(std::unique_ptr<train::ProcessGroup>& group) {
        const auto place = train::processPlace([](const char* name) { return std::getenv(name); });
        if (!place.ok()) return place.error();
        if (!*place) return {};
        auto joined = train::ProcessGroup::join(**place);
        if (!joined.ok()) return joined.error();
        group = std::move(*joined);
        options.group = group.get();
        return {};
    }

    int trainWith(const train::ProcessGroup* group) {
        auto trainer = train::Trainer::open(options);
        if (!trainer.ok()) return fail(trainer.error());
        if (group && group->rank() > 0) return follow(**trainer);
        TrainingConsole console(form(), output);
        if (heldOut > 0) {
            std::set<std::string> reviewed = options.modalities;
            if (options.newModality) reviewed = {options.newModality->like};
            auto review = evaluate::TrainingReview::open(options.data, reviewed, heldOut);
            if (!review.ok()) return fail(review.error());
            console.review(std::move(*review));
        }
        console.began((*trainer)->dataReport(), (*trainer)->trainedParameters());
        const auto estimate = (*trainer)->probe();
        if (!estimate.ok()) return fail(estimate.error());
        console.estimated(*estimate);
        if (estimate->diskBytes > estimate->freeBytes)
            return fail({ErrorCode::DiskFull, "The training would need " + std::to_string(estimate->diskBytes / 1'000'000) +
                                                  " MB at " + output + ", and " + std::to_string(estimate->freeBytes / 1'000'000) + " MB are free."});
        if (dryRun) return kGood;
        const Status trained = (*trainer)->run(console);
        console.ended(trained);
        return trained.ok() ? kGood : fail(trained.error());
    }
};

void addLength(CLI::App& verb, TrainCommand& command) {
    auto* group = verb.add_option_group("How long (one of)");
    group->add_option("--steps", command.options.steps, "Optimizer steps")->check(CLI::PositiveNumber);
    group->add_option("--epochs", command.options.epochs, "Times through the data")->check(CLI::PositiveNumber);
    group->add_option("--minutes", command.options.minutes, "Minutes, over all runs of this folder")->check(CLI::PositiveNumber);
}

void addHow(CLI::App& verb, TrainCommand& command) {
    train::TrainingOptions& options = command.options;
    verb.add_option("--preset", command.preset, "What is trained: lora, regionblip (the paper's set) or full")
        ->check(CLI::IsMember({"lora", "regionblip", "full"}))->capture_default_str();
    verb.add_option("--rank", options.rank, "Rank of LoRA pairs; those of the model grow to it (default: the model's)")->check(CLI::Range(1, 1024));
    verb.add_option("--alpha", options.alpha, "LoRA counts alpha / rank (default: as the model's does)")->check(CLI::PositiveNumber);
    verb.add_option("--targets", command.targets, "Where LoRA pairs learn, of query key value output ffn (default: query value)");
    verb.add_option("--modality", command.modalities, "Train only these: image, image_region, pointcloud, pointcloud_region");
    verb.add_option("--new-modality", command.newModality, "NAME=LIKE: learn a modality of its own that begins as LIKE; all others stay as they are. NAME=LIKE+color: clouds with colour");
    verb.add_option("--terms", command.terms, "Terms of the loss with weights, e.g. llm reg=0.5 (lora: llm; others: itc itm itg llm)");
    verb.add_option("--batch", options.batch, "Captions in a batch")->check(CLI::Range(1, 4096))->capture_default_str();
    verb.add_option("--accumulate", options.accumulate, "Batches in a step")->check(CLI::Range(1, 4096))->capture_default_str();
    verb.add_option("--learning-rate", options.learningRate, "Highest learning rate")->check(CLI::PositiveNumber)->capture_default_str();
    verb.add_option("--schedule", command.schedule, "Of the learning rate: cosine (warm-up, then down over the whole training) or released (by epochs)")
        ->check(CLI::IsMember({"cosine", "released"}))->capture_default_str();
    verb.add_option("--weight-decay", options.weightDecay, "AdamW's, of matrices")->check(CLI::NonNegativeNumber)->capture_default_str();
    verb.add_option("--clip", options.clip, "Largest gradient norm, 0 for none")->check(CLI::NonNegativeNumber)->capture_default_str();
    verb.add_option("--dropout", options.dropout, "In trained Q-Formers and the language model")->check(CLI::Range(0.0, 0.9))->capture_default_str();
    verb.add_option("--precision", command.precision, "fp32, or bf16 where the processor is fast at it")
        ->check(CLI::IsMember({"fp32", "bf16"}))->capture_default_str();
    verb.add_flag("--gradient-checkpointing", options.checkpointing, "Less memory, about a third more time: layers are computed twice");
    verb.add_option("--device", options.device, "auto (CUDA where it is), cpu, cuda, cuda:N")->capture_default_str();
    verb.add_option("--seed", options.seed, "The same seed gives the same numbers")->capture_default_str();
    verb.add_option("--threads", options.threads, "0: one a core")->check(CLI::Range(0, 1024))->capture_default_str();
}

} // namespace

void addTrainCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<TrainCommand>();
    CLI::App* verb = app.add_subcommand("train", "Fine-tune a model on your own captions");
    verb->add_option("--data", command->data, "Folder or list: RegionBLIP region JSON, COCO captions, ScanRefer, Cap3D");
    verb->add_option("--project", command->project, "Project file; its accepted captions are learnt");
    verb->add_option("--model", command->model, "Model folder to start from (default: the embedded one)");
    verb->add_option("--recipe", command->recipe, "Train a model from nothing on made-up scenes, as this recipe tells; leaves the folder model")
        ->check(CLI::ExistingFile);
    verb->add_option("--output", command->output, "Folder of the run: checkpoints, log, adapter.safetensors")->required();
    addLength(*verb, *command);
    addHow(*verb, *command);
    verb->add_option("--checkpoint-every", command->options.checkpointEvery, "Steps between checkpoints")->check(CLI::PositiveNumber)->capture_default_str();
    verb->add_option("--evaluate-every", command->options.evaluateEvery, "Steps between scores on the split val, of which the first are the model's own (they come at the end in any case)")->check(CLI::PositiveNumber);
    verb->add_option("--evaluate-items", command->heldOut, "Captions of the split val that are scored; 0: none")->capture_default_str();
    verb->add_option("--cache", command->cache, "Folder for features of the frozen encoders, computed once");
    verb->add_option("--progress", command->progress, "bar, or json: one object a line")->check(CLI::IsMember({"bar", "json"}))->capture_default_str();
    verb->add_flag("--resume", command->options.resume, "Go on where the run in --output stopped");
    verb->add_flag("--dry-run", command->dryRun, "Check the data, measure one step, write nothing");
    verb->add_flag("--gather-with-gradient", command->gatherWithGradient, "Several processes: ITC's gradients reach everybody's features");
    verb->footer("While it runs, lines on standard input are obeyed, and lines appended to the file control in --output: stop, checkpoint,\n"
                 "pause (the model stays in memory), resume, and sample (captions of held-out regions as the model writes them now).\n"
                 "One process only: pause, sample and --evaluate-every.\n"
                 "Started by torchrun, Slurm or mpirun, its processes share each step; --batch is then that of one process:\n"
                 "  torchrun --no-python --nproc-per-node 2 regionblip train …\n"
                 "Example: regionblip train --project animals.rbproject --epochs 20 --output runs/animals");
    verb->callback([command, &exitCode] { exitCode = command->run(); });
}

} // namespace rb::cli
