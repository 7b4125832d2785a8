#include "core/jobs/training_messages.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>
#include <limits>

namespace rb::jobs {
namespace {

// JSON has no NaN: a loss that is no number comes as null.
double number(const QJsonValue& value) { return value.toDouble(value.isNull() ? std::numeric_limits<double>::quiet_NaN() : 0.0); }
double number(const QJsonObject& object, const char* key) { return number(object[QLatin1String(key)]); }
qint64 whole(const QJsonObject& object, const char* key) { return object[QLatin1String(key)].toInteger(); }
QString text(const QJsonObject& object, const char* key) { return object[QLatin1String(key)].toString(); }

TrainingBegan began(const QJsonObject& o) { return {whole(o, "step"), processMarkOf(o)}; }

TrainingStep step(const QJsonObject& o) {
    TrainingStep s;
    s.step = whole(o, "step");
    s.steps = whole(o, "steps");
    s.progress = number(o, "progress");
    s.loss = number(o, "loss");
    s.smoothedLoss = number(o, "smoothed_loss");
    s.gradientNorm = number(o, "gradient_norm");
    s.learningRate = number(o, "learning_rate");
    s.itc = number(o, "itc");
    s.itm = number(o, "itm");
    s.itg = number(o, "itg");
    s.llm = number(o, "llm");
    s.reg = number(o, "reg");
    s.modality = text(o, "modality");
    s.seconds = number(o, "seconds");
    s.secondsLeft = number(o, "seconds_left");
    s.captions = whole(o, "captions");
    s.skipped = o[QLatin1String("skipped")].toBool();
    return s;
}

TrainingScores scores(const QJsonObject& o) {
    TrainingScores scores{whole(o, "step"), {}};
    for (auto value = o.begin(); value != o.end(); ++value)
        if (value->isDouble() && value.key() != QLatin1String("step")) scores.values[value.key()] = value->toDouble();
    return scores;
}

TrainingCaptions captions(const QJsonObject& o, bool onRequest) {
    TrainingCaptions captions{whole(o, "step"), onRequest, {}};
    for (const QJsonValue& value : o[QLatin1String("items")].toArray()) {
        const QJsonObject item = value.toObject();
        TrainingCaption caption{text(item, "id"), text(item, "modality"), text(item, "caption"), {}, number(item, "cider"), number(item, "rouge_l")};
        for (const QJsonValue& reference : item[QLatin1String("references")].toArray()) caption.references << reference.toString();
        captions.items.push_back(std::move(caption));
    }
    return captions;
}

TrainingData data(const QJsonObject& o) {
    TrainingData data{static_cast<int>(whole(o, "samples")), static_cast<int>(whole(o, "left_out")), {}, {}, whole(o, "parameters")};
    const QJsonObject modalities = o[QLatin1String("modalities")].toObject();
    for (auto one = modalities.begin(); one != modalities.end(); ++one) data.modalities[one.key()] = one->toInt();
    for (const QJsonValue& value : o[QLatin1String("findings")].toArray()) {
        const QJsonObject finding = value.toObject();
        data.findings.push_back({text(finding, "kind"), text(finding, "example"), static_cast<int>(whole(finding, "count")), finding[QLatin1String("left_out")].toBool()});
    }
    return data;
}

TrainingEstimate estimate(const QJsonObject& o) {
    return {number(o, "seconds_a_step"), whole(o, "memory_bytes"), whole(o, "disk_bytes"), whole(o, "free_bytes")};
}

using Reader = std::function<TrainingMessage(const QJsonObject&)>;

const QMap<QString, Reader>& readers() {
    static const QMap<QString, Reader> all{
        {QStringLiteral("step"), step},
        {QStringLiteral("start"), began},
        {QStringLiteral("evaluation"), scores},
        {QStringLiteral("captions"), [](const QJsonObject& o) { return captions(o, false); }},
        {QStringLiteral("sample"), [](const QJsonObject& o) { return captions(o, true); }},
        {QStringLiteral("data"), data},
        {QStringLiteral("estimate"), estimate},
        {QStringLiteral("message"), [](const QJsonObject& o) { return TrainingText{text(o, "text")}; }},
        {QStringLiteral("paused"), [](const QJsonObject& o) { return TrainingPause{whole(o, "step"), true}; }},
        {QStringLiteral("resumed"), [](const QJsonObject& o) { return TrainingPause{whole(o, "step"), false}; }},
        {QStringLiteral("end"), [](const QJsonObject& o) { return TrainingEnd{o[QLatin1String("stopped")].toBool(), {}}; }},
        {QStringLiteral("failed"), [](const QJsonObject& o) { return TrainingEnd{false, text(o, "text")}; }},
    };
    return all;
}

} // namespace

ProcessMark processMarkOf(const QJsonObject& o) {
    return {text(o, "host").toStdString(), whole(o, "process"), text(o, "process_start").toStdString(), text(o, "boot").toStdString()};
}

QJsonObject toJson(const ProcessMark& mark) {
    return {{QStringLiteral("host"), QString::fromStdString(mark.host)},
            {QStringLiteral("process"), qint64(mark.process)},
            {QStringLiteral("process_start"), QString::fromStdString(mark.start)},
            {QStringLiteral("boot"), QString::fromStdString(mark.boot)}};
}

std::optional<TrainingMessage> parseTrainingMessage(const QByteArray& line) {
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto reader = readers().find(text(object, "event"));
    if (reader == readers().end()) return std::nullopt;
    return (*reader)(object);
}

} // namespace rb::jobs
