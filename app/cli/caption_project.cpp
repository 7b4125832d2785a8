#include "app/cli/caption_project.h"

#include "app/cli/command.h"
#include "core/jobs/batch_captioning.h"
#include "core/jobs/shard.h"
#include "core/query/select.h"
#include "core/runs/captioning_job.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <filesystem>

#include <unistd.h>

namespace rb::cli {
namespace {

using jobs::BatchScope;

Result<std::vector<jobs::CaptionTarget>> targets(const project::Project& project, const ProjectCaptioning& wish) {
    const auto query = query::parse(QString::fromStdString(wish.query));
    if (!query.ok()) return query.error();
    const auto rows = query::select(project.database(), *query);
    if (!rows.ok()) return rows.error();
    std::vector<jobs::CaptionTarget> chosen;
    for (const query::Row& row : *rows)
        if (wish.what == "both" || (wish.what == "regions") == (row.region != 0)) chosen.push_back({row.media, row.region});
    return chosen;
}

void tell(const jobs::BatchPlan& plan) {
    std::printf("%d without a caption, %d drafts to be rewritten, %d alternatives to people's captions; %d stay as they are, %d cannot be captioned\n",
                plan.empty, plan.rewritten, plan.alternatives, plan.kept, plan.impossible);
}

/// One line of stderr that is written over.
void showProgress(const jobs::BatchCaptioning& batch) {
    if (!::isatty(STDERR_FILENO)) return;
    std::fprintf(stderr, "\r%d of %d, %.1f a second, %.0f s left\033[K", batch.done(), batch.total(), batch.rate(), std::max(0.0, batch.secondsLeft()));
}

/// Runs the batch in the application's event loop.
int caption(project::Project& project, const jobs::BatchPlan& plan, const GenerationFlags& flags) {
    jobs::InferenceThread inference;
    std::unique_ptr<jobs::BatchCaptioning> batch;
    int code = kGood;
    QObject::connect(&inference, &jobs::InferenceThread::modelFailed, &inference, [&](const Error& error) {
        code = fail(error);
        QCoreApplication::quit();
    });
    QObject::connect(&inference, &jobs::InferenceThread::modelOpened, &inference, [&](const vlm::ModelDescription& model) {
        const auto generation = flags.over(model.generation);
        if (!generation.ok()) {
            code = fail(generation.error());
            return QCoreApplication::quit();
        }
        batch = std::make_unique<jobs::BatchCaptioning>(project, inference, plan, jobs::BatchCaptioning::Options{model, *generation, QStringLiteral("Caption many")});
        QObject::connect(batch.get(), &jobs::BatchCaptioning::progressed, batch.get(), [&] { showProgress(*batch); });
        QObject::connect(batch.get(), &jobs::BatchCaptioning::failed, batch.get(), [&](const Error& error) { code = fail(error); });
        QObject::connect(batch.get(), &jobs::BatchCaptioning::finished, batch.get(), [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
        batch->start();
    });
    inference.openModel(flags.paths(), flags.captionerOptions());
    QCoreApplication::exec();
    if (::isatty(STDERR_FILENO)) std::fprintf(stderr, "\r\033[K");
    if (batch) std::printf("%d captioned, %d failed, %.2f a second\n", batch->done() - batch->failures(), batch->failures(), batch->rate());
    return code;
}

} // namespace

int ProjectCaptioning::writeJob(const GenerationFlags& flags) const {
    const auto opened = project::Project::open(QFile::decodeName(project.c_str()));
    if (!opened.ok()) return fail(opened.error());
    runs::CaptioningJob wish;
    wish.model = QString::fromStdString(flags.paths().model.string());
    for (const std::string& adapter : flags.adapters) wish.adapters << QFile::decodeName(adapter.c_str());
    wish.query = QString::fromStdString(query);
    wish.scope = QString::fromStdString(scope);
    wish.what = QString::fromStdString(what);
    wish.parts = parts;
    const auto written = runs::writeCaptioningJob(**opened, wish, QFile::decodeName(job.c_str()));
    if (!written.ok()) return fail(written.error());
    std::printf("%s: %d pictures and clouds for %d parts; README.txt tells how to run it\n", job.c_str(), written->copied, parts);
    if (written->elsewhere) std::printf("%d lie outside the project's folder and must be readable there at the same place\n", written->elsewhere);
    if (written->missing) std::printf("%d are missing here and are left out\n", written->missing);
    return kGood;
}

/// The copy as the project was named: with the folder that was typed.
std::string ProjectCaptioning::besideProject(const QString& copy) const {
    return (std::filesystem::path(project).parent_path() / QFile::encodeName(QFileInfo(copy).fileName()).toStdString()).string();
}

int ProjectCaptioning::run(const GenerationFlags& flags) const {
    if (const auto early = flags.over({}); !early.ok()) return fail(early.error());
    if (!job.empty()) return writeJob(flags);
    const auto part = shard.empty() ? jobs::Shard{} : jobs::shardFrom(QString::fromStdString(shard));
    if (!part.ok()) return fail(part.error());
    const QString file = QFile::decodeName(project.c_str()), copy = part->copyOf(file);
    auto opened = shard.empty() ? project::Project::open(file) : jobs::openShard(file, copy);
    if (!opened.ok()) return fail(opened.error());
    const auto found = targets(**opened, *this);
    if (!found.ok()) return fail(found.error());
    const int code = captionAll(**opened, part->of(*found), flags);
    if (!shard.empty() && !preview) std::printf("to bring the captions in: regionblip project merge %s %s\n", project.c_str(), besideProject(copy).c_str());
    return code;
}

int ProjectCaptioning::captionAll(project::Project& opened, const std::vector<jobs::CaptionTarget>& chosen, const GenerationFlags& flags) const {
    const BatchScope where = scope == "empty" ? BatchScope::Empty : scope == "drafts" ? BatchScope::Drafts : BatchScope::Alternatives;
    const jobs::BatchPlan plan = jobs::planBatch(opened, chosen, where);
    tell(plan);
    return preview || plan.count() == 0 ? kGood : caption(opened, plan, flags);
}

} // namespace rb::cli
