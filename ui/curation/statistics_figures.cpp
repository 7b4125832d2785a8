#include "ui/curation/statistics_figures.h"

#include "core/query/markdown.h"
#include "ui/counted_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace rb::ui {
namespace {

// Less than three minutes say nothing about a speed.
constexpr double kLeastHours = 0.05;

QString tr(const char* text) { return QCoreApplication::translate("StatisticsFigures", text); }

QString number(qint64 count) { return QLocale().toString(count); }
QString number(double value) { return QLocale().toString(value, 'f', 1); }
QString unlessNone(qint64 count) { return count ? number(count) : QString(); }

QString untouched(const query::Statistics& s) {
    if (s.acceptedByModel == 0) return {};
    return tr("%1 of %2").arg(query::share(s.acceptedUntouched, s.acceptedByModel), number(s.acceptedByModel));
}

QString editDistance(const query::Statistics& s) {
    if (s.edited == 0) return {};
    return tr("%1 words in %2 captions").arg(number(s.meanEditDistance), number(s.edited));
}

QString work(const query::Statistics& s) {
    if (s.workHours < kLeastHours) return {};
    const QString hours = tr("%1 hours in ").arg(number(s.workHours));
    return hours + counted(s.workSessions, tr("%1 sitting"), tr("%1 sittings"));
}

} // namespace

std::vector<Figure> figuresOf(const query::Statistics& s) {
    return {
        {tr("Pictures"), number(s.pictures)},
        {tr("Point clouds"), unlessNone(s.clouds)},
        {tr("Regions"), number(s.regions)},
        {tr("Captions"), number(s.captions)},
        {tr("Of whole pictures"), unlessNone(s.wholePictureCaptions)},
        {tr("Alternatives"), unlessNone(s.alternatives)},
        {tr("Accepted untouched"), untouched(s)},
        {tr("Mean edit"), editDistance(s)},
        {tr("Work by hand"), work(s)},
        {tr("Regions an hour"), s.workHours >= kLeastHours ? number(qRound64(s.regionsPerHour)) : QString()},
    };
}

} // namespace rb::ui
