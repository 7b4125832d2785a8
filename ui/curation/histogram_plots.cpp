#include "ui/curation/histogram_plots.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>

namespace rb::ui {
namespace {

using query::Histogram;

QString tr(const char* text) { return QCoreApplication::translate("HistogramPlots", text); }

/// A bin by its bounds; the last has no upper one.
struct Bin {
    double from = 0, to = 0;
    bool last = false;
};

Plot columns(const QString& title, const QString& summary, const Histogram& histogram,
             const std::function<Bar(const Bin&)>& barOf) {
    Plot plot{Plot::Kind::Columns, title, summary, {}, histogram.total()};
    const auto& counts = histogram.counts();
    const auto& bounds = histogram.bounds();
    if (histogram.total() == 0) return plot;
    const auto holds = [](qint64 count) { return count > 0; };
    const auto from = static_cast<std::size_t>(std::find_if(counts.begin(), counts.end(), holds) - counts.begin());
    const auto to = static_cast<std::size_t>(std::find_if(counts.rbegin(), counts.rend(), holds).base() - counts.begin());
    for (std::size_t i = from; i < to; ++i) {
        const bool last = i + 1 == bounds.size();
        Bar bar = barOf({bounds[i], last ? 0 : bounds[i + 1], last});
        bar.count = counts[i];
        plot.bars.push_back(std::move(bar));
    }
    return plot;
}

QString meanOf(const Histogram& histogram) { return QLocale().toString(histogram.mean(), 'f', 1); }

QString wholeName(const Bin& bin) {
    const QString number = QLocale().toString(qint64(bin.from));
    return bin.last ? tr("%1+").arg(number) : number;
}

QString percent(double share) {
    const double value = share * 100;
    return tr("%1 %").arg(QLocale().toString(value, 'g', value < 1 ? 1 : value < 10 ? 2 : 3));
}

/// "1:4" for what is four times as high as wide.
QString ratio(double value) {
    const auto number = [](double one) { return QLocale().toString(one, 'g', 2); };
    return value < 1 ? QStringLiteral("1:") + number(1 / value) : number(value) + QStringLiteral(":1");
}

} // namespace

Plot wordsPlot(const Histogram& words) {
    return columns(tr("Caption length"), tr("%1 words on average").arg(meanOf(words)), words, [](const Bin& bin) {
        const QString length = (bin.last ? QStringLiteral("words:>=") : QStringLiteral("words:")) + QString::number(bin.from);
        // Rejected captions are not counted, so the query leaves them out, too.
        return Bar{wholeName(bin), {}, 0, length + QStringLiteral(" -state:rejected")};
    });
}

Plot regionsPlot(const Histogram& regionsPerMedium) {
    return columns(tr("Regions of a picture"), tr("%1 on average").arg(meanOf(regionsPerMedium)), regionsPerMedium,
                   [](const Bin& bin) { return Bar{wholeName(bin), {}, 0, {}}; });
}

Plot boxSizePlot(const Histogram& shares) {
    return columns(tr("Area of a box"), tr("of its picture"), shares, [](const Bin& bin) {
        const QString meaning = bin.last ? tr("all of it") : tr("%1 to %2").arg(percent(bin.from), percent(bin.to));
        return Bar{percent(bin.from), meaning, 0, {}};
    });
}

Plot boxAspectPlot(const Histogram& aspects) {
    return columns(tr("Shape of a box"), tr("width to height"), aspects, [](const Bin& bin) {
        const QString from = ratio(bin.from);
        return Bar{from, bin.last ? tr("from %1").arg(from) : tr("%1 to %2").arg(from, ratio(bin.to)), 0, {}};
    });
}

} // namespace rb::ui
