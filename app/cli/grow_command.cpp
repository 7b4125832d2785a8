#include "app/cli/command.h"
#include "app/cli/generation_flags.h"
#include "core/jobs/grow_job.h"
#include "core/query/select.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <memory>

#include <unistd.h>

#include <CLI/CLI.hpp>

namespace rb::cli {
namespace {

using jobs::GrowJob;
using jobs::GrowSource;
using jobs::GrowView;

constexpr auto kFooter =
    "How it works: each box is captioned by the model, and a caption is kept only where the model itself finds that it fits.\n"
    "  ITM  the probability that caption and region match, 0 to 1, read word by word; raise it for fewer and better captions\n"
    "  ITC  the cosine of their features, -1 to 1; coarser, but every model that compares texts has it\n"
    "How high they go differs between models, so look at a --dry-run first. The embedded model is too small for ITM (about 1/3 for\n"
    "any caption): go by its ITC, where 0.55 parts most right names from most wrong ones.\n"
    "What is kept becomes drafts of the model, all of it one step of undo, with both scores in the caption's options. Captions of\n"
    "people, and regions that have any caption, are left alone. Ctrl+C keeps the pictures that are done.\n\n"
    "Examples:\n"
    "  regionblip grow --project a.rbproject --dry-run                          counts, a try on five pictures, an estimate\n"
    "  regionblip grow --project a.rbproject --query \"score:>0.5\"               boxes of a detector that was sure of them\n"
    "  regionblip grow --project a.rbproject --proposals edges --per-picture 5  new boxes, the best five a picture\n"
    "  regionblip grow --project a.rbproject --caption crop --min-itm 0.9       written of the boxes cut out, strictly chosen";

void tellPlan(const jobs::GrowPlan& plan) {
    const bool regions = plan.options.source == GrowSource::Regions;
    std::printf("%zu pictures, %s%lld boxes to caption", plan.pictures.size(), regions ? "" : "up to ", static_cast<long long>(plan.places));
    if (regions) std::printf("; %d regions have a caption and stay as they are", plan.captioned);
    std::printf("; %d cannot be seen\n", plan.impossible);
}

void tellCaption(const jobs::GrownCaption& grown) {
    using Verdict = jobs::GrownCaption::Verdict;
    const char* verdict = grown.verdict == Verdict::Kept ? "kept" : grown.verdict == Verdict::Below ? "below" : "beyond";
    char itm[16] = "    -";
    if (grown.score.itm) std::snprintf(itm, sizeof itm, "%5.3f", static_cast<double>(*grown.score.itm));
    std::printf("  %-6s ITM %s  ITC %6.3f  %4.0f,%.0f,%.0f,%.0f  %s\n", verdict, itm, static_cast<double>(grown.score.itc), grown.box.x, grown.box.y,
                grown.box.width, grown.box.height, grown.caption.text.c_str());
}

std::string duration(double seconds) {
    char text[32];
    if (seconds < 90) std::snprintf(text, sizeof text, "%.0f seconds", seconds);
    else if (seconds < 5400) std::snprintf(text, sizeof text, "%.0f minutes", seconds / 60);
    else std::snprintf(text, sizeof text, "%.1f hours", seconds / 3600);
    return text;
}

/// One line of stderr that is written over.
void showProgress(const GrowJob& job) {
    if (!::isatty(STDERR_FILENO)) return;
    std::fprintf(stderr, "\r%d of %d pictures, %lld captions, %s left\033[K", job.done(), job.total(), static_cast<long long>(job.written()),
                 job.secondsLeft() < 0 ? "?" : duration(job.secondsLeft()).c_str());
}

struct GrowCommand {
    std::string project, query, proposals, caption = "region";
    jobs::GrowOptions options;
    GenerationFlags flags;
    bool dryRun = false;

    jobs::GrowOptions chosen() const {
        jobs::GrowOptions made = options;
        made.source = proposals == "grid" ? GrowSource::Grid : proposals == "edges" ? GrowSource::Edges : GrowSource::Regions;
        made.view = caption == "region" ? GrowView::Region : GrowView::Crop;
        return made;
    }

    Result<std::vector<jobs::CaptionTarget>> targets(const project::Project& opened) const {
        const auto parsed = query::parse(QString::fromStdString(query));
        if (!parsed.ok()) return parsed.error();
        const auto rows = query::select(opened.database(), *parsed);
        if (!rows.ok()) return rows.error();
        std::vector<jobs::CaptionTarget> found;
        for (const query::Row& row : *rows) found.push_back({row.media, row.region});
        return found;
    }

    int run() const {
        if (const auto early = flags.over({}); !early.ok()) return fail(early.error());
        auto opened = project::Project::open(QFile::decodeName(project.c_str()));
        if (!opened.ok()) return fail(opened.error());
        if (!dryRun && (*opened)->access() == project::Project::Access::ReadOnly)
            return fail({ErrorCode::Locked, project + " is open in another program (" + (*opened)->lockHolder().toStdString() + "); close it there, or use --dry-run."});
        const auto found = targets(**opened);
        if (!found.ok()) return fail(found.error());
        const jobs::GrowPlan plan = jobs::planGrowth(**opened, *found, chosen());
        tellPlan(plan);
        return plan.places == 0 ? kGood : grow(**opened, plan);
    }

    /// Runs the job in the application's event loop.
    int grow(project::Project& opened, const jobs::GrowPlan& plan) const {
        jobs::InferenceThread inference;
        std::unique_ptr<GrowJob> job;
        int code = kGood;
        const auto give = [&code](const Error& error) {
            code = fail(error);
            QCoreApplication::quit();
        };
        QObject::connect(&inference, &jobs::InferenceThread::modelFailed, &inference, give);
        QObject::connect(&inference, &jobs::InferenceThread::modelOpened, &inference, [&](const vlm::ModelDescription& model) {
            const auto generation = flags.over(model.generation);
            if (!generation.ok()) return give(generation.error());
            const GrowJob::Options how{model, *generation, QStringLiteral("Grow data set"), dryRun ? GrowJob::Keep::Nothing : GrowJob::Keep::Drafts};
            job = std::make_unique<GrowJob>(opened, inference, dryRun ? jobs::sampled(plan, jobs::kTriedPictures) : plan, how);
            QObject::connect(job.get(), &GrowJob::progressed, job.get(), [&] { showProgress(*job); });
            QObject::connect(job.get(), &GrowJob::failed, job.get(), [&](const Error& error) { code = fail(error); });
            QObject::connect(job.get(), &GrowJob::finished, job.get(), [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
            if (dryRun)
                QObject::connect(job.get(), &GrowJob::grown, job.get(), [&](qint64 media, const jobs::GrowAnswer& answer) {
                    std::printf("%s\n", opened.media(media)->path.toUtf8().constData());
                    for (const jobs::GrownCaption& each : answer.captions) tellCaption(each);
                });
            job->start();
        });
        inference.openModel(flags.paths(), flags.captionerOptions());
        QCoreApplication::exec();
        if (::isatty(STDERR_FILENO)) std::fprintf(stderr, "\r\033[K");
        if (job) tellEnd(*job, plan);
        return code;
    }

    void tellEnd(const GrowJob& job, const jobs::GrowPlan& plan) const {
        using Long = long long;
        const jobs::GrowTally& tally = job.tally();
        std::printf("%lld captioned: %lld good enough, %lld below a threshold, %lld beyond the number a picture; %d pictures failed\n", Long(tally.captioned), Long(tally.kept),
                    Long(tally.below), Long(tally.beyond), job.failures());
        if (!dryRun) return static_cast<void>(std::printf("%lld drafts written\n", Long(job.written())));
        const jobs::GrowEstimate whole = jobs::estimated(plan, tally);
        std::printf("The whole: about %lld captions, of which %lld would be kept, in about %s\n", Long(whole.captioned), Long(whole.kept), duration(whole.seconds).c_str());
    }
};

} // namespace

void addGrowCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<GrowCommand>();
    CLI::App* verb = app.add_subcommand("grow", "Caption boxes that have none, or new ones, and keep what the model finds fitting");
    verb->add_option("--project", command->project, "Project file to grow")->required();
    verb->add_option("--query", command->query, "Only regions that this finds, as in the window's search; with --proposals: only pictures that have such");
    verb->add_option("--proposals", command->proposals, "New boxes in place of regions without a caption: grid (even) or edges (around contours)")
        ->check(CLI::IsMember({"grid", "edges"}));
    verb->add_option("--caption", command->caption, "crop (the box cut out, as a whole picture) or region (the box in its picture)")
        ->check(CLI::IsMember({"crop", "region"}))->capture_default_str();
    verb->add_option("--min-itm", command->options.minItm, "Least probability that caption and region match; 0: any")->check(CLI::Range(0.0, 1.0))->capture_default_str();
    verb->add_option("--min-itc", command->options.minItc, "Least cosine of caption and region; -1: any")->check(CLI::Range(-1.0, 1.0))->capture_default_str();
    verb->add_option("--per-picture", command->options.perPicture, "Keep at most the best N of a picture; 0: all")->check(CLI::Range(0, 10000))->capture_default_str();
    verb->add_option("--boxes", command->options.proposals, "With --proposals: boxes to caption in each picture")->check(CLI::Range(1, 100))->capture_default_str();
    verb->add_option("--max-overlap", command->options.maxOverlap, "With --proposals: intersection over union with a region that is there, or another new box")
        ->check(CLI::Range(0.0, 1.0))->capture_default_str();
    verb->add_flag("--dry-run", command->dryRun, "Only count, try five pictures, and estimate; nothing is written");
    command->flags.addTo(*verb);
    verb->footer(kFooter);
    verb->callback([command, &exitCode] { exitCode = command->run(); });
}

} // namespace rb::cli
