#include "ui/curation/statistics_plots.h"

#include "core/query/query.h"
#include "ui/curation/histogram_plots.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>
#include <span>

namespace rb::ui {
namespace {

using query::ValueCount;
using Text = std::function<QString(const QString&)>;

constexpr std::size_t kMostBars = 12;

QString tr(const char* text) { return QCoreApplication::translate("StatisticsPlots", text); }

QString asIs(const QString& value) { return value; }

Text keyed(const char* key) {
    return [key = QString::fromLatin1(key)](const QString& value) { return key + u':' + query::quoted(value); };
}

QString stateName(const QString& state) {
    if (state == QLatin1String("accepted")) return tr("accepted");
    return state == QLatin1String("rejected") ? tr("rejected") : tr("draft");
}

QString sourceName(const QString& source) { return source == QLatin1String("human") ? tr("people") : tr("models"); }

QString splitName(const QString& split) { return split.isEmpty() ? tr("none") : split; }

QString splitQuery(const QString& split) {
    const QString of = split.isEmpty() ? QStringLiteral("-has:split") : keyed("split")(split);
    return of + QStringLiteral(" is:picture");
}

/// In quotation marks the word stands for itself alone, not for longer ones that begin with it.
QString wordQuery(const QString& word) { return u'"' + word + u'"'; }

struct BarTexts {
    Text query;
    Text name = asIs;
};

Plot listPlot(const QString& title, std::span<const ValueCount> values, qint64 whole, const BarTexts& texts) {
    Plot plot{Plot::Kind::List, title, {}, {}, whole};
    for (const ValueCount& value : values.first(std::min(kMostBars, values.size())))
        plot.bars.push_back({texts.name(value.value), {}, value.count, texts.query(value.value)});
    if (values.size() > kMostBars) plot.summary = tr("%1 different").arg(QLocale().toString(qint64(values.size())));
    return plot;
}

Plot frequencyPlot(const QString& title, const query::Frequencies& values, qint64 whole, const Text& queryOf) {
    Plot plot = listPlot(title, values.top, whole, {queryOf});
    const QString many = values.atLeast ? tr("at least %1 different") : tr("%1 different");
    plot.summary = many.arg(QLocale().toString(values.distinct));
    return plot;
}

qint64 wordsOfAll(const query::Histogram& words) { return qRound64(words.mean() * static_cast<double>(words.total())); }

} // namespace

std::vector<Plot> plotsOf(const query::Statistics& s) {
    return {
        listPlot(tr("Captions by state"), s.states, s.captions, {keyed("state"), stateName}),
        listPlot(tr("Captions written by"), s.sources, s.captions, {keyed("source"), sourceName}),
        listPlot(tr("Pictures by split"), s.mediaSplits, s.pictures + s.clouds, {splitQuery, splitName}),
        frequencyPlot(tr("Labels of regions"), s.labels, s.regions, keyed("label")),
        wordsPlot(s.words),
        frequencyPlot(tr("Vocabulary"), s.vocabulary, wordsOfAll(s.words), wordQuery),
        regionsPlot(s.regionsPerMedium),
        boxSizePlot(s.boxSize),
        boxAspectPlot(s.boxAspect),
        listPlot(tr("Captions by model"), s.models, s.captions, {keyed("model")}),
        listPlot(tr("Captions by adapter"), s.adapters, s.captions, {keyed("adapter")}),
        listPlot(tr("Captions by author"), s.authors, s.captions, {keyed("author")}),
    };
}

} // namespace rb::ui
