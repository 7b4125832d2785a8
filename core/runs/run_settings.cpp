#include "core/runs/run_settings.h"

#include <algorithm>
#include <cmath>

namespace rb::runs {

// A training by time is looked at every so many steps.
static constexpr qint64 kStepsBetweenLooks = 25;
static constexpr qint64 kLooks = 10;

// The smallest of the family, BLIP-2 with OPT 2.7B, has 3.7 billion.
static constexpr std::uint64_t kSmall = 200'000'000;

double startingRate(std::uint64_t parameters) { return parameters < kSmall ? 1e-2 : 1e-4; }

QJsonObject toJson(const RunSettings& s) {
    return {{QStringLiteral("query"), s.query},
            {QStringLiteral("model"), s.model},
            {QStringLiteral("model_name"), s.modelName},
            {QStringLiteral("preset"), s.preset},
            {QStringLiteral("rank"), s.rank},
            {QStringLiteral("epochs"), s.epochs},
            {QStringLiteral("minutes"), s.minutes},
            {QStringLiteral("precision"), s.precision},
            {QStringLiteral("device"), s.device},
            {QStringLiteral("learning_rate"), s.learningRate},
            {QStringLiteral("dropout"), s.dropout},
            {QStringLiteral("batch"), s.batch},
            {QStringLiteral("evaluate_every"), s.evaluateEvery},
            {QStringLiteral("held_out"), s.heldOut},
            {QStringLiteral("seed"), s.seed}};
}

RunSettings settingsFrom(const QJsonObject& o) {
    RunSettings s;
    s.query = o[QStringLiteral("query")].toString();
    s.model = o[QStringLiteral("model")].toString();
    s.modelName = o[QStringLiteral("model_name")].toString();
    s.preset = o[QStringLiteral("preset")].toString(s.preset);
    s.rank = o[QStringLiteral("rank")].toInt(s.rank);
    s.epochs = o[QStringLiteral("epochs")].toDouble(s.epochs);
    s.minutes = o[QStringLiteral("minutes")].toDouble(s.minutes);
    s.precision = o[QStringLiteral("precision")].toString(s.precision);
    s.device = o[QStringLiteral("device")].toString(s.device);
    s.learningRate = o[QStringLiteral("learning_rate")].toDouble(s.learningRate);
    s.dropout = o[QStringLiteral("dropout")].toDouble(s.dropout);
    s.batch = o[QStringLiteral("batch")].toInt(s.batch);
    s.evaluateEvery = o[QStringLiteral("evaluate_every")].toInteger(s.evaluateEvery);
    s.heldOut = o[QStringLiteral("held_out")].toInt(s.heldOut);
    s.seed = o[QStringLiteral("seed")].toInteger(s.seed);
    return s;
}

double startingEpochs(qint64 captions, int batch) {
    constexpr double kSteps = 300, kFewest = 2, kMost = 60;
    return captions > 0 ? std::clamp(std::ceil(kSteps * std::max(1, batch) / static_cast<double>(captions)), kFewest, kMost) : RunSettings{}.epochs;
}

// As the trainer counts: captions that fill no batch make one more.
qint64 plannedSteps(const RunSettings& s, qint64 captions) {
    if (s.minutes > 0 || captions <= 0) return 0;
    const double batches = std::ceil(static_cast<double>(captions) / std::max(1, s.batch));
    return std::max<qint64>(1, static_cast<qint64>(std::ceil(s.epochs * batches)));
}

QStringList trainArguments(const RunSettings& s, const QString& data, qint64 captions, const QString& output) {
    const qint64 steps = plannedSteps(s, captions);
    const qint64 looks = s.evaluateEvery > 0 ? s.evaluateEvery : steps > 0 ? std::max<qint64>(1, steps / kLooks) : kStepsBetweenLooks;
    QStringList arguments{QStringLiteral("--data"), data, QStringLiteral("--output"), output, QStringLiteral("--resume"),
                          QStringLiteral("--preset"), s.preset, QStringLiteral("--precision"), s.precision,
                          QStringLiteral("--device"), s.device, QStringLiteral("--learning-rate"), QString::number(s.learningRate),
                          QStringLiteral("--dropout"), QString::number(s.dropout), QStringLiteral("--batch"), QString::number(s.batch),
                          QStringLiteral("--evaluate-every"), QString::number(looks), QStringLiteral("--evaluate-items"), QString::number(s.heldOut),
                          QStringLiteral("--checkpoint-every"), QString::number(looks),
                          QStringLiteral("--seed"), QString::number(s.seed)};
    if (!s.model.isEmpty()) arguments << QStringLiteral("--model") << s.model;
    if (s.rank > 0) arguments << QStringLiteral("--rank") << QString::number(s.rank);
    if (s.minutes > 0) arguments << QStringLiteral("--minutes") << QString::number(s.minutes);
    else arguments << QStringLiteral("--epochs") << QString::number(s.epochs);
    return arguments;
}

} // namespace rb::runs
