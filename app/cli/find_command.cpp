#include "app/cli/find_command.h"

#include "app/cli/command.h"
#include "app/cli/generation_flags.h"
#include "core/jobs/embedding_job.h"
#include "core/meaning/region_finder.h"
#include "core/project/caption_edits.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <memory>

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

using jobs::EmbeddingJob;
using jobs::InferenceThread;

/// Finds by meaning in one project; the model is opened only when something needs it.
struct FindCommand {
    std::string file, text;
    project::Id like = 0;
    int limit = 20;
    bool prepare = false, json = false;
    GenerationFlags model;

    std::unique_ptr<project::Project> project;
    QString name; ///< jobs::embeddingModel()

    Status run() {
        auto opened = project::Project::open(QFile::decodeName(file.c_str()));
        if (!opened.ok()) return opened.error();
        project = std::move(*opened);
        auto made = jobs::embeddingModel(model.paths(), model.modality);
        if (!made.ok()) return made.error();
        name = *made;
        auto finder = meaning::RegionFinder::open(meaning::EmbeddingStore::pathFor(project->path()), name);
        if (!finder.ok()) return finder.error();
        auto survey = meaning::surveyOf(project->database(), project->folder(), finder->store(), name);
        if (!survey.ok()) return survey.error();
        meaning::TextMeaning meaning;
        if ((prepare && survey->left() > 0) || !text.empty())
            if (Status asked = askModel(prepare ? *survey : meaning::Survey{}, meaning); !asked.ok()) return asked;
        if (!prepare && survey->left() > 0)
            std::fprintf(stderr, "%lld of %lld regions and pictures are prepared; --prepare does the rest first\n", static_cast<long long>(survey->ready),
                         static_cast<long long>(survey->total));
        const auto most = static_cast<std::size_t>(limit);
        const auto found = like ? finder->findLike(meaning::placeOf(project->database(), like), most) : finder->findText(meaning, most);
        if (!found.ok()) return found.error();
        print(*found);
        return {};
    }

    /// Prepares what the survey names, then asks for the text, in the application's event loop.
    Status askModel(const meaning::Survey& survey, meaning::TextMeaning& meaning) {
        Status status;
        InferenceThread inference;
        std::unique_ptr<EmbeddingJob> job;
        const auto end = [&](const Status& how) {
            if (!how.ok()) status = how;
            QCoreApplication::quit();
        };
        const auto askText = [&] {
            if (text.empty()) end({});
            else inference.embedText(text);
        };
        QObject::connect(&inference, &InferenceThread::modelFailed, &inference, [&](const Error& error) { end(error); });
        QObject::connect(&inference, &InferenceThread::failed, &inference, [&](quint64, const Error& error) {
            if (!job) end(error);
        });
        QObject::connect(&inference, &InferenceThread::textEmbedded, &inference, [&](quint64, const jobs::TextEmbedding& embedded) {
            meaning = {embedded.region, embedded.picture};
            end({});
        });
        QObject::connect(&inference, &InferenceThread::modelOpened, &inference, [&] {
            if (survey.work.empty()) return askText();
            auto store = meaning::EmbeddingStore::open(meaning::EmbeddingStore::pathFor(project->path()));
            if (!store.ok()) return end(store.error());
            job = std::make_unique<EmbeddingJob>(*project, inference, std::move(*store), survey, name);
            QObject::connect(job.get(), &EmbeddingJob::progressed, job.get(), showProgress);
            QObject::connect(job.get(), &EmbeddingJob::failed, job.get(), [](const Error& error) { fail(error); });
            QObject::connect(job.get(), &EmbeddingJob::finished, &inference, [&] {
                job.reset();
                askText();
            }, Qt::QueuedConnection);
            job->start();
        });
        inference.openModel(model.paths(), model.captionerOptions());
        QCoreApplication::exec();
        if (::isatty(STDERR_FILENO)) std::fprintf(stderr, "\r\033[K");
        return status;
    }

    /// One line of stderr that is written over.
    static void showProgress(qint64 done, qint64 total) {
        if (::isatty(STDERR_FILENO)) std::fprintf(stderr, "\r%lld of %lld prepared\033[K", static_cast<long long>(done), static_cast<long long>(total));
    }

    void print(const std::vector<meaning::Match>& matches) const {
        auto report = nlohmann::ordered_json::array();
        for (const meaning::Match& match : matches) {
            const auto media = project->media(match.place.media);
            const auto region = match.place.region ? project->region(match.place.region) : std::nullopt;
            if (!media || (match.place.region && !region)) continue; // it left the project
            const auto shown = project::shownCaption(*project, match.place.media, match.place.region);
            const geometry::Box2 box = region ? region->box() : geometry::Box2{0, 0, double(media->width), double(media->height)};
            const std::string path = media->path.toStdString(), label = region ? region->label.toStdString() : "", words = shown ? shown->text.toStdString() : "";
            if (json)
                report.push_back({{"similarity", match.similarity}, {"region", match.place.region}, {"media", match.place.media}, {"path", path},
                                  {"bbox", {box.x, box.y, box.width, box.height}}, {"label", label}, {"caption", words}});
            else
                std::printf("%.3f\t%lld\t%s\t%.0f,%.0f,%.0f,%.0f\t%s\t%s\n", match.similarity, static_cast<long long>(match.place.region), path.c_str(), box.x,
                            box.y, box.width, box.height, label.c_str(), words.c_str());
        }
        if (json) std::printf("%s\n", report.dump(2).c_str());
    }
};

} // namespace

void addFindCommand(CLI::App& projectVerb, int& exitCode) {
    auto command = std::make_shared<FindCommand>();
    CLI::App* sub = projectVerb.add_subcommand("find", "Find regions and pictures by what they show: similarity, region (0: the whole picture), file, box, label, caption");
    sub->add_option("--project,file", command->file, "Project file")->required();
    auto* what = sub->add_option_group("what", "One of them");
    what->add_option("--text", command->text, "A description, in the words of captions");
    what->add_option("--like", command->like, "Number of a region, or of a picture")->check(CLI::PositiveNumber);
    what->require_option(1);
    sub->add_option("--limit", command->limit, "How many regions, and as many pictures")->check(CLI::Range(1, 100000))->capture_default_str();
    sub->add_flag("--prepare", command->prepare, "Let the model look at what is missing or changed first");
    sub->add_flag("--json", command->json, "As JSON");
    sub->add_option("--model", command->model.model, "Model folder (default: the embedded model)");
    sub->add_option("--adapter", command->model.adapters, "Adapter file of a training, on top of the model; may be repeated")->allow_extra_args(false);
    sub->add_option("--device", command->model.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    sub->callback([command, &exitCode] {
        const Status done = command->run();
        exitCode = done.ok() ? kGood : fail(done.error());
    });
}

} // namespace rb::cli
