#pragma once

#include "core/jobs/process_mark.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace rb::jobs {

/// What `regionblip train` says of itself, one JSON object a line (core/train/training_log.h, app/cli/training_console.h).
/// Values that are no numbers come as NaN.

/// "start": from here on steps count on from `step`; those that were told behind it are not part of the run.
struct TrainingBegan {
    qint64 step = 0;
    ProcessMark process;
};

struct TrainingStep {
    qint64 step = 0, steps = 0; ///< done, and planned (0: by time)
    double progress = 0;        ///< 0 … 1
    double loss = 0, smoothedLoss = 0, gradientNorm = 0, learningRate = 0;
    double itc = 0, itm = 0, itg = 0, llm = 0, reg = 0;
    QString modality;
    double seconds = 0, secondsLeft = 0; ///< over all runs of the folder
    qint64 captions = 0;
    bool skipped = false;
};

/// "evaluation": held-out scores; step 0 is the model as it was before. Names as `regionblip evaluate` has them: "cider",
/// "bleu_4", "rouge_l", "items"; ends of 95 % intervals are "cider_low", "cider_high".
struct TrainingScores {
    qint64 step = 0;
    QMap<QString, double> values;
};

struct TrainingCaption {
    QString id, modality, caption;
    QStringList references; ///< of people
    double cider = 0, rougeL = 0;
};

/// "captions" (everything that was scored) and "sample" (some, on request).
struct TrainingCaptions {
    qint64 step = 0;
    bool onRequest = false;
    std::vector<TrainingCaption> items;
};

/// "data"
struct TrainingData {
    struct Finding {
        QString kind, example;
        int count = 0;
        bool leftOut = false;
    };
    int samples = 0, leftOut = 0;
    QMap<QString, int> modalities;
    std::vector<Finding> findings;
    qint64 parameters = 0; ///< that are trained
};

/// "estimate"; bytes.
struct TrainingEstimate {
    double secondsAStep = 0;
    qint64 memory = 0, disk = 0, free = 0;
};

struct TrainingText {
    QString text; ///< one sentence
};

struct TrainingPause {
    qint64 step = 0;
    bool paused = false;
};

/// "end" and "failed"
struct TrainingEnd {
    bool stopped = false; ///< before its time; it can go on
    QString failure;      ///< empty: none
};

using TrainingMessage = std::variant<TrainingBegan, TrainingStep, TrainingScores, TrainingCaptions, TrainingData, TrainingEstimate,
                                     TrainingText, TrainingPause, TrainingEnd>;

/// The fields "host", "process", "process_start" and "boot", and back.
ProcessMark processMarkOf(const QJsonObject& object);
QJsonObject toJson(const ProcessMark& mark);

/// Nothing for a line that was cut, or that says something else.
std::optional<TrainingMessage> parseTrainingMessage(const QByteArray& line);

} // namespace rb::jobs
