#include "ui/training/record_series.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

namespace rb::ui {
namespace {

using jobs::TrainingStep;

QString tr(const char* text) { return QCoreApplication::translate("Training", text); }

using Value = std::function<double(const TrainingStep&)>;

PlotSeries line(const runs::RunRecord& record, const QString& name, int color, const Value& value) {
    PlotSeries series;
    series.name = name;
    series.color = color;
    series.points.reserve(record.steps().size());
    for (const TrainingStep& step : record.steps()) series.points.emplace_back(static_cast<double>(step.step), value(step));
    return series;
}

std::vector<PlotSeries> loss(const runs::RunRecord& record) {
    PlotSeries raw = line(record, tr("each step"), 0, [](const TrainingStep& s) { return s.loss; });
    raw.faint = true;
    return {raw, line(record, tr("smoothed"), 0, [](const TrainingStep& s) { return s.smoothedLoss; })};
}

/// Those that the training has: one whose every value is 0 is none.
std::vector<PlotSeries> terms(const runs::RunRecord& record) {
    const std::pair<const char*, double TrainingStep::*> all[] = {
        {"LLM", &TrainingStep::llm}, {"ITG", &TrainingStep::itg}, {"ITC", &TrainingStep::itc}, {"ITM", &TrainingStep::itm}, {"reg", &TrainingStep::reg}};
    std::vector<PlotSeries> found;
    int color = 0;
    for (const auto& [name, member] : all) {
        const auto used = [member = member](const TrainingStep& step) { return step.*member != 0; };
        if (std::any_of(record.steps().begin(), record.steps().end(), used))
            found.push_back(line(record, QLatin1String(name), color, [member = member](const TrainingStep& step) { return step.*member; }));
        ++color;
    }
    return found;
}

std::vector<PlotSeries> scores(const runs::RunRecord& record) {
    const std::pair<const char*, const char*> all[] = {{"CIDEr", "cider"}, {"ROUGE-L", "rouge_l"}, {"BLEU-4", "bleu_4"}};
    std::vector<PlotSeries> found;
    for (const auto& [name, key] : all) {
        PlotSeries series;
        series.name = QLatin1String(name);
        series.color = static_cast<int>(found.size());
        series.marked = true;
        const QString own = QLatin1String(key), low = own + QStringLiteral("_low"), high = own + QStringLiteral("_high");
        for (const auto& look : record.scores()) {
            const auto x = static_cast<double>(look.step);
            if (look.values.contains(own)) series.points.emplace_back(x, look.values[own]);
            if (look.values.contains(low) && look.values.contains(high)) series.band.push_back({x, look.values[low], look.values[high]});
        }
        if (!series.points.empty()) found.push_back(std::move(series));
    }
    return found;
}

/// Captions in the time between two steps; longer waits (a look, a pause) count as what they are.
std::vector<PlotSeries> speed(const runs::RunRecord& record) {
    PlotSeries series;
    series.name = tr("captions a second");
    const auto& steps = record.steps();
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const double seconds = steps[i].seconds - steps[i - 1].seconds;
        series.points.emplace_back(static_cast<double>(steps[i].step), seconds > 0 ? static_cast<double>(steps[i].captions) / seconds : NAN);
    }
    return {series};
}

std::vector<PlotSeries> seriesOfOne(TrainingPlot plot, const runs::RunRecord& record) {
    switch (plot) {
    case TrainingPlot::Loss: return loss(record);
    case TrainingPlot::Terms: return terms(record);
    case TrainingPlot::Scores: return scores(record);
    case TrainingPlot::Rate: return {line(record, tr("rate"), 0, [](const TrainingStep& s) { return s.learningRate; })};
    case TrainingPlot::Gradient: return {line(record, tr("norm"), 0, [](const TrainingStep& s) { return s.gradientNorm; })};
    case TrainingPlot::Speed: break;
    }
    return speed(record);
}

} // namespace

std::vector<PlotSeries> seriesOf(TrainingPlot plot, const std::vector<PlottedRun>& runs) {
    std::vector<PlotSeries> all;
    int first = 0; // colour of the run's first line
    for (const PlottedRun& run : runs) {
        int used = 0;
        std::vector<PlotSeries> own = seriesOfOne(plot, *run.record);
        for (PlotSeries& series : own) {
            used = std::max(used, series.color + 1);
            if (runs.size() > 1 && series.faint) continue; // too many lines
            if (runs.size() > 1) series.name = run.name + QStringLiteral(": ") + series.name;
            if (first > 0) series.band.clear();
            series.color += first;
            series.dashed = first > 0;
            all.push_back(std::move(series));
        }
        first += used;
    }
    return all;
}

} // namespace rb::ui
