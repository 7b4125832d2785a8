#include "core/runs/run_summary.h"

#include <QFile>

namespace rb::runs {

using namespace jobs;

namespace {

// As training_log writes steps; every other line is parsed in any case.
constexpr char kStepLine[] = "{\"event\":\"step\"";
constexpr qint64 kLongestLine = 16 << 20;

void take(RunSummary& summary, TrainingFolder& folder, const QByteArray& line) {
    const auto message = parseTrainingMessage(line);
    if (!message) return;
    folder.take(*message);
    if (const auto* step = std::get_if<TrainingStep>(&*message)) {
        summary.step = step->step;
        summary.steps = step->steps;
        summary.progress = step->progress;
        summary.seconds = step->seconds;
        summary.loss = step->smoothedLoss;
    }
    if (const auto* scores = std::get_if<TrainingScores>(&*message)) (scores->step == 0 ? summary.base : summary.last) = scores->values;
}

} // namespace

RunSummary summaryOfRun(const QString& path) {
    RunSummary summary;
    TrainingFolder folder(path);
    QFile log(folder.path("log.jsonl"));
    QByteArray lastStep;
    if (log.open(QIODevice::ReadOnly))
        while (!log.atEnd()) {
            const QByteArray line = log.readLine(kLongestLine);
            if (!line.endsWith('\n')) break;
            if (line.startsWith(kStepLine)) lastStep = line;
            else take(summary, folder, line);
        }
    take(summary, folder, lastStep);
    folder.findLaunched();
    summary.state = folder.state(isAlive(folder.process()));
    if (summary.state == TrainingState::Failed || summary.state == TrainingState::Crashed) summary.failure = folder.failure();
    return summary;
}

} // namespace rb::runs
