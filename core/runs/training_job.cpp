#include "core/runs/training_job.h"

#include "core/runs/job_folder.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace rb::runs {
namespace {

const QString kStart = QStringLiteral("cd \"$(dirname \"$0\")\" || exit 1\n");
const QString kProgram = QStringLiteral("\"${REGIONBLIP:-regionblip}\" train ");

QString trainScript(const QString& arguments) {
    return QStringLiteral("#!/bin/sh\n# Trains on this machine; begun again, it goes on where it was.\n") + kStart + QStringLiteral("exec ") + kProgram + arguments +
           QStringLiteral(" \"$@\"\n");
}

QString torchrunScript(const QString& arguments) {
    return QStringLiteral("#!/bin/sh\n# One process a GPU: PROCESSES=4 ./train.torchrun.sh\n") + kStart +
           QStringLiteral("exec torchrun --no-python --nproc-per-node \"${PROCESSES:-1}\" ") + kProgram + arguments + QStringLiteral(" \"$@\"\n");
}

QString slurmScript(const QString& name, const QString& arguments) {
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9_.-]+"));
    return QStringLiteral("#!/bin/sh\n"
                          "# sbatch train.sbatch, in this folder. More tasks share each step. A job that was cut off goes on when it is put in again.\n"
                          "#SBATCH --job-name=%1\n"
                          "#SBATCH --ntasks=1\n"
                          "#SBATCH --gpus-per-task=1\n"
                          "#SBATCH --cpus-per-task=8\n"
                          "#SBATCH --time=24:00:00\n"
                          "#SBATCH --requeue\n"
                          "#SBATCH --output=slurm-%j.log\n"
                          "cd \"${SLURM_SUBMIT_DIR:-$(dirname \"$0\")}\" || exit 1\n"
                          "exec srun ").arg(QString(name).replace(odd, QStringLiteral("-"))) +
           kProgram + arguments + QLatin1Char('\n');
}

QString readme(const QString& name, const RunDataSummary& data) {
    return QStringLiteral("%1: a training of RegionBLIP Studio\n\n"
                          "%2 captions to learn, %3 to measure with, %4 kept for the end.\n\n"
                          "Here:           ./train.sh\n"
                          "Several GPUs:   PROCESSES=4 ./train.torchrun.sh\n"
                          "Slurm:          sbatch train.sbatch\n\n"
                          "REGIONBLIP names the program where it is not on the PATH. Options behind the script's name are handed on, e.g.\n"
                          "./train.sh --precision bf16.\n\n"
                          "The adapter lies in run/adapter.safetensors. Bring it back with Fine-tuning, Adapters, Import.\n").arg(name).arg(data.train).arg(data.val).arg(data.test);
}

/// The captions with the copies of their pictures and clouds, as the lists in data/train and its neighbours name them.
Status takeMedia(JobFolder& job, std::vector<RunItem>& items) {
    for (RunItem& item : items) {
        const auto copy = job.addMedium(item.file);
        if (!copy.ok()) return copy.error();
        item.file = QStringLiteral("../../") + *copy;
    }
    return {};
}

} // namespace

Result<RunDataSummary> writeTrainingJob(const QString& name, const RunSettings& settings, std::vector<RunItem> items, const QString& folder) {
    JobFolder job(folder);
    if (Status made = job.create(); !made.ok()) return made.error();
    if (Status taken = takeMedia(job, items); !taken.ok()) return taken.error();
    const auto data = writeRunData(items, job.path() + QStringLiteral("/data"));
    if (!data.ok()) return data.error();
    if (Status added = job.addModel(settings.model); !added.ok()) return added.error();

    RunSettings there = settings;
    there.model = QStringLiteral("model");
    QStringList arguments = trainArguments(there, QStringLiteral("data"), data->train, QStringLiteral("run"));
    const QString alone = shellWords(arguments);
    // Looks at the held-out split while it trains are for one process.
    const auto looks = arguments.indexOf(QStringLiteral("--evaluate-every"));
    arguments.remove(looks, 2);
    const QString shared = shellWords(arguments);
    const QJsonObject recipe{{QStringLiteral("name"), name}, {QStringLiteral("settings"), toJson(settings)}, {QStringLiteral("data"), toJson(*data)}};
    for (const auto& [file, text] : {std::pair{QStringLiteral("recipe.json"), QString::fromUtf8(QJsonDocument(recipe).toJson())}, std::pair{QStringLiteral("README.txt"), readme(name, *data)}})
        if (Status written = job.addText(file, text); !written.ok()) return written.error();
    for (const auto& [file, text] : {std::pair{QStringLiteral("train.sh"), trainScript(alone)}, std::pair{QStringLiteral("train.torchrun.sh"), torchrunScript(shared)},
                                     std::pair{QStringLiteral("train.sbatch"), slurmScript(name, shared)}})
        if (Status written = job.addScript(file, text); !written.ok()) return written.error();
    if (Status done = job.finish(); !done.ok()) return done.error();
    return *data;
}

} // namespace rb::runs
