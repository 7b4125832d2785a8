#include "app/cli/box_argument.h"
#include "app/cli/caption_project.h"
#include "app/cli/captioning.h"
#include "app/cli/command.h"
#include "app/cli/generation_flags.h"
#include "core/clouds/cloud_reader.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <unistd.h>

#include <CLI/CLI.hpp>

namespace rb::cli {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Result<CaptionReport> captionPicture(vlm::RegionCaptioner& captioner, const std::string& input, const CaptionJob& job) {
    const Result<media::Image> image = media::readImage(input);
    if (!image.ok()) return image.error();
    const auto start = Clock::now();
    const Result<vlm::EncodedImage> encoded = captioner.encode(*image);
    if (!encoded.ok()) return encoded.error();
    auto captions = captioner.caption(*encoded, job.boxes, job.options);
    if (!captions.ok()) return Error{captions.error().code, input + ": " + captions.error().message};
    return CaptionReport{input, job.boxes.empty() ? "image" : "image_region", image->width, image->height, since(start),
                         job.boxes, {}, std::move(*captions)};
}

Result<CaptionReport> captionCloud(vlm::RegionCaptioner& captioner, const std::string& input, const CaptionJob& job) {
    const Result<geometry::PointCloud> cloud = clouds::readCloudForModel(input);
    if (!cloud.ok()) return cloud.error();
    const auto start = Clock::now();
    const bool scene = !job.boxes3.empty();
    const auto encoded = scene ? captioner.encodeScene(*cloud, job.options.seed) : captioner.encodeObject(*cloud, job.options.seed);
    if (!encoded.ok()) return Error{encoded.error().code, input + ": " + encoded.error().message};
    auto captions = captioner.caption(*encoded, job.boxes3, job.options);
    if (!captions.ok()) return Error{captions.error().code, input + ": " + captions.error().message};
    return CaptionReport{input, scene ? "pointcloud_region" : "pointcloud", 0, 0, since(start), {}, job.boxes3,
                         std::move(*captions)};
}

struct CaptionCommand {
    std::vector<std::string> inputs, boxes, boxes3;
    GenerationFlags flags;
    ProjectCaptioning project;
    bool json = false;

    Result<CaptionJob> job(const vlm::GenerationOptions& defaults) const {
        CaptionJob job;
        for (const std::string& text : boxes) {
            const auto box = parseBox(text);
            if (!box.ok()) return box.error();
            job.boxes.push_back(*box);
        }
        for (const std::string& text : boxes3) {
            const auto box = parseBox3(text);
            if (!box.ok()) return box.error();
            job.boxes3.push_back(*box);
        }
        auto options = flags.over(defaults);
        if (!options.ok()) return options.error();
        job.options = *options;
        return job;
    }

    int run() const {
        if (inputs.empty() == project.project.empty()) return fail({ErrorCode::InvalidArgument, "Name pictures or clouds to caption, or a --project."});
        if (!project.project.empty()) return project.run(flags);
        // The command line is checked before the model is opened.
        if (const auto early = job({}); !early.ok()) return fail(early.error());
        auto captioner = flags.openModel();
        if (!captioner.ok()) return fail(captioner.error());
        const auto chosen = job(captioner->description().generation);
        if (!chosen.ok()) return fail(chosen.error());
        int code = kGood;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (inputs.size() > 1 && ::isatty(STDERR_FILENO))
                std::fprintf(stderr, "\r%zu of %zu  %s\033[K", i + 1, inputs.size(), inputs[i].c_str());
            if (!report(*captioner, inputs[i], *chosen)) code = kFailed;
        }
        if (inputs.size() > 1 && ::isatty(STDERR_FILENO)) std::fprintf(stderr, "\r\033[K");
        return code;
    }

    bool report(vlm::RegionCaptioner& captioner, const std::string& input, const CaptionJob& chosen) const {
        const Result<CaptionReport> report = captionInput(captioner, input, chosen);
        if (!report.ok()) {
            if (json) std::printf("%s\n", jsonErrorLine(input, report.error().message).c_str());
            fail(report.error());
            return false;
        }
        const std::string text = json ? jsonLine(*report, captioner.description()) + "\n" : textTable(*report);
        std::fputs(text.c_str(), stdout);
        std::fflush(stdout);
        return true;
    }
};

} // namespace

Result<CaptionReport> captionInput(vlm::RegionCaptioner& captioner, const std::string& input, const CaptionJob& job) {
    return clouds::isCloudFile(input) ? captionCloud(captioner, input, job) : captionPicture(captioner, input, job);
}

void addCaptionCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<CaptionCommand>();
    CLI::App* verb = app.add_subcommand("caption", "Write captions for pictures, clouds, or boxes in them");
    verb->add_option("input", command->inputs, "Pictures, or clouds (PLY, PCD, LAS, NumPy, text, KITTI)");
    verb->add_option("--box", command->boxes, "x,y,w,h in pixels of the picture as shown; may be repeated")
        ->allow_extra_args(false);
    verb->add_option("--box3", command->boxes3, "cx,cy,cz,dx,dy,dz in metres, z up; may be repeated")
        ->allow_extra_args(false);
    verb->add_flag("--json", command->json,
                   "One object a line for each input: input, width, height, modality, model, adapter, device, precision, "
                   "seconds, regions [box, box3, captions [text, token_ids, score, token_scores]]; or input and error");
    verb->add_option("--project", command->project.project, "Caption regions of this project file instead, as one step of undo");
    verb->add_option("--query", command->project.query, "Only what this finds, as in the window's search: \"label:dog split:train\"");
    verb->add_option("--what", command->project.what, "regions, pictures or both")->check(CLI::IsMember({"regions", "pictures", "both"}))->capture_default_str();
    verb->add_option("--scope", command->project.scope, "empty, drafts (rewritten) or alternatives (beside people's captions)")
        ->check(CLI::IsMember({"empty", "drafts", "alternatives"}))->capture_default_str();
    verb->add_option("--shard", command->project.shard,
                     "2/4: with --project, the second of four parts, written into a copy beside the project, so that four processes can work at once; "
                     "a killed one goes on where it was; bring the copies in with `regionblip project merge`");
    verb->add_option("--export-job", command->project.job, "With --project: write a folder that does this elsewhere in --parts parts, with scripts for a shell and for Slurm");
    verb->add_option("--parts", command->project.parts, "Of the job")->check(CLI::Range(1, 10000))->capture_default_str();
    verb->add_flag("--preview", command->project.preview, "With --project: only tell what would be written");
    command->flags.addTo(*verb);
    verb->footer("An input that fails is told on stderr and the others go on; the exit code is then 1.");
    verb->callback([command, &exitCode] { exitCode = command->run(); });
}

} // namespace rb::cli
