#include "app/cli/bench_cloud.h"
#include "app/cli/bench_ui.h"
#include "app/cli/command.h"
#include "app/shared/resource_folder.h"
#include "core/train/training_benchmark.h"
#include "core/vlm/caption_benchmark.h"

#include <QProcess>

#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

void printProcessor(int threads, const std::vector<std::string>& processor) {
    std::string features;
    for (const std::string& feature : processor) features += " " + feature;
    std::printf("processor        %d threads,%s\n", threads, features.c_str());
}

/// What a script of resources/bench prints.
Result<nlohmann::json> runPython(const std::string& python, const char* name, QStringList arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const std::filesystem::path script = app::resourceFolder() / "bench" / name;
    arguments.prepend(QString::fromStdString(script.string()));
    process.start(QString::fromStdString(python), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return Error{ErrorCode::Unsupported, python + " could not run the same work; it needs torch, transformers and, for `train`, peft."};
    return nlohmann::json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
}

struct TrainBenchCommand {
    train::TrainingBenchmark benchmark;
    std::string python;

    int run() const {
        const auto figures = train::runTrainingBenchmark(benchmark);
        if (!figures.ok()) return fail(figures.error());
        printProcessor(figures->threads, figures->processor);
        std::printf("step             %.3f s: %d captions of %d pictures, LoRA\n", figures->secondsPlain, benchmark.captions, benchmark.pictures);
        std::printf("with the cache   %.3f s: %.2f times faster\n", figures->secondsCached, figures->secondsPlain / figures->secondsCached);
        std::printf("peak memory      %.2f GB\n", static_cast<double>(figures->peakBytes) / 1e9);
        std::fflush(stdout);
        if (python.empty()) return kGood;
        const auto theirs = runPython(python, "huggingface_train.py",
                                      {QString::fromStdString(benchmark.shape), QString::number(benchmark.captions),
                                       QString::number(benchmark.tokens), QString::number(benchmark.steps)});
        if (!theirs.ok()) return fail(theirs.error());
        const double step = theirs->value("step_seconds", 0.0);
        std::printf("\nHugging Face %s with PEFT %s: %.3f s; ratio %.2f without the cache, %.2f with it\n",
                    theirs->value("transformers", "").c_str(), theirs->value("peft", "").c_str(), step, step / figures->secondsPlain,
                    step / figures->secondsCached);
        return kGood;
    }
};

struct BenchCommand {
    vlm::CaptionBenchmark benchmark;
    std::string model, precision = "fp32", python;

    /// The same work by Hugging Face in the same run.
    Result<nlohmann::json> huggingFace() const {
        return runPython(python, "huggingface_caption.py",
                         {QString::fromStdString(benchmark.shape), QString::number(benchmark.regions), QString::number(benchmark.beams),
                          QString::number(benchmark.newTokens), QString::fromStdString(precision)});
    }

    int run() {
        benchmark.model = model;
        benchmark.options.precision = precision == "bf16" ? vlm::Precision::BFloat16 : vlm::Precision::Float32;
        const auto figures = vlm::runCaptionBenchmark(benchmark);
        if (!figures.ok()) return fail(figures.error());
        print(*figures);
        if (python.empty()) return kGood;
        if (!model.empty()) return fail({ErrorCode::InvalidArgument, "--python compares shapes; leave --model out."});
        const auto theirs = huggingFace();
        if (!theirs.ok()) return fail(theirs.error());
        const double batch = theirs->value("batch_seconds", 0.0), ours = figures->encodeSeconds + figures->allRegionsSeconds;
        std::printf("\nHugging Face %s, batch of %d: %.2f s; ours: %.2f s; ratio %.2f\n",
                    theirs->value("version", "").c_str(), benchmark.regions, batch, ours, batch / ours);
        return kGood;
    }

    void print(const vlm::CaptionFigures& f) const {
        const double captions = benchmark.regions / f.allRegionsSeconds;
        printProcessor(f.threads, f.processor);
        std::printf("weights          %.2f GB, made in %.2f s\n", static_cast<double>(f.weightBytes) / 1e9, f.loadSeconds);
        std::printf("encode picture   %.3f s\n", f.encodeSeconds);
        std::printf("first region     %.3f s\n", f.firstRegionSeconds);
        std::printf("%3d regions      %.3f s: %.2f captions/s, %.1f tokens/s\n", benchmark.regions, f.allRegionsSeconds,
                    captions, captions * benchmark.newTokens);
        std::printf("each further     %.2f of the first\n", f.furtherRegionShare(benchmark.regions));
        std::printf("peak memory      %.2f GB, %.2f of the weights\n", static_cast<double>(f.peakBytes) / 1e9,
                    static_cast<double>(f.peakBytes) / static_cast<double>(f.weightBytes));
        std::fflush(stdout);
    }
};

} // namespace

void addBenchCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<BenchCommand>();
    CLI::App* bench = app.add_subcommand("bench", "Measure, and compare with the alternative in the same run");
    bench->require_subcommand(1);
    CLI::App* verb = bench->add_subcommand("caption", "Seconds per stage, captions a second, memory");
    verb->add_option("--model", command->model, "Model folder instead of a shape");
    verb->add_option("--shape", command->benchmark.shape, "mini or opt-2.7b, with random weights")->capture_default_str();
    verb->add_option("--regions", command->benchmark.regions, "Regions of one picture")->check(CLI::Range(2, 1000))->capture_default_str();
    verb->add_option("--beams", command->benchmark.beams, "Beams")->check(CLI::Range(1, 64))->capture_default_str();
    verb->add_option("--new-tokens", command->benchmark.newTokens, "Tokens of each caption")->check(CLI::Range(1, 1024))->capture_default_str();
    verb->add_option("--precision", command->precision, "fp32 or bf16")->check(CLI::IsMember({"fp32", "bf16"}))->capture_default_str();
    verb->add_option("--device", command->benchmark.options.device, "auto, cpu, cuda")->capture_default_str();
    verb->add_option("--python", command->python, "A Python with torch and transformers, for Hugging Face on the same shape");
    verb->callback([command, &exitCode] { exitCode = command->run(); });

    auto training = std::make_shared<TrainBenchCommand>();
    CLI::App* train = bench->add_subcommand("train", "Seconds of a LoRA step, with and without cached features");
    train->add_option("--shape", training->benchmark.shape, "mini or opt-2.7b, with random weights")->capture_default_str();
    train->add_option("--pictures", training->benchmark.pictures, "Pictures in a batch")->check(CLI::Range(1, 1000))->capture_default_str();
    train->add_option("--captions", training->benchmark.captions, "Captions in a batch")->check(CLI::Range(1, 1000))->capture_default_str();
    train->add_option("--tokens", training->benchmark.tokens, "Tokens of a caption")->check(CLI::Range(2, 512))->capture_default_str();
    train->add_option("--steps", training->benchmark.steps, "Steps measured")->check(CLI::Range(1, 1000))->capture_default_str();
    train->add_option("--python", training->python, "A Python with torch, transformers and peft, for the same step");
    train->callback([training, &exitCode] { exitCode = training->run(); });

    auto window = std::make_shared<UiBench>();
    CLI::App* ui = bench->add_subcommand("ui", "The canvas, the gallery, searches, import and opening of a large project");
    ui->add_option("--pictures", window->pictures, "Pictures of the project")->check(CLI::Range(10, 10'000'000))->capture_default_str();
    ui->add_option("--regions", window->regions, "Regions of the project")->check(CLI::Range(10, 100'000'000))->capture_default_str();
    ui->add_option("--canvas-regions", window->canvasRegions, "Regions of one picture")->check(CLI::Range(1, 1'000'000))->capture_default_str();
    ui->add_option("--embedded-regions", window->embeddedRegions, "Regions that are searched by meaning")->check(CLI::Range(10, 10'000'000))->capture_default_str();
    ui->callback([window, &exitCode] { exitCode = window->run(); });

    auto clouds = std::make_shared<CloudBench>();
    CLI::App* cloud = bench->add_subcommand("cloud", "Reading, selecting, picking and drawing a large point cloud; grouping a scene's points");
    cloud->add_option("--points", clouds->points, "Points of the cloud")->check(CLI::Range(1000, 1'000'000'000))->capture_default_str();
    cloud->add_flag("!--no-view", clouds->view, "Leave out the view, which needs a display");
    cloud->callback([clouds, &exitCode] { exitCode = clouds->run(); });
}

} // namespace rb::cli
