#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace rb::runs {

/// What one training is told, as `regionblip train` takes it.
struct RunSettings {
    QString query;               ///< over the project, whose accepted captions are learnt; empty: all of them
    QString model;               ///< folder to start from; empty: the embedded one
    QString modelName;           ///< for people
    QString preset = QStringLiteral("lora"); ///< or "regionblip"
    int rank = 0;                ///< of LoRA pairs; 0: the model's
    double epochs = 20;          ///< 0: by minutes
    double minutes = 0;
    QString precision = QStringLiteral("fp32"); ///< or "bf16"
    QString device = QStringLiteral("auto");
    double learningRate = 1e-4;
    double dropout = 0.1;
    int batch = 16;              ///< captions
    qint64 evaluateEvery = 0;    ///< steps; 0: about ten times in the whole training
    int heldOut = 200;           ///< captions that are scored
    qint64 seed = 1;

    friend bool operator==(const RunSettings&, const RunSettings&) = default;
};

QJsonObject toJson(const RunSettings& settings);
/// What is missing has its default.
RunSettings settingsFrom(const QJsonObject& object);

/// A learning rate of LoRA that suits a model of so many parameters: 1e-4 for released ones (arXiv 2106.09685, table 12), and
/// a hundred times that for small ones, whose few captions are learnt in a hundred steps (measured on regionblip-mini).
double startingRate(std::uint64_t parameters);

/// How often so many captions are gone through when nobody says otherwise: until about 300 steps are done, which teach a wording
/// (measured on regionblip-mini), but at least twice, and no more than 60 times.
double startingEpochs(qint64 captions, int batch);

/// Optimizer steps of so many captions; 0 when time decides.
qint64 plannedSteps(const RunSettings& settings, qint64 captions);

/// Of `train`: learns `captions` captions of the data set at `data` in the run's folder `output`. Behind a stop or a crash
/// the same arguments go on.
QStringList trainArguments(const RunSettings& settings, const QString& data, qint64 captions, const QString& output);

} // namespace rb::runs
