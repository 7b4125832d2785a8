#include "core/query/values.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace rb::query {
namespace {

/// A number is one point; a day lasts from its start to the start of the next.
struct Span {
    double start = 0, end = 0;
};

std::optional<Span> spanOf(KeyKind kind, QStringView text) {
    if (kind == KeyKind::Date) {
        const QDate day = QDate::fromString(text.toString(), Qt::ISODate);
        if (!day.isValid()) return std::nullopt;
        return Span{static_cast<double>(day.startOfDay().toMSecsSinceEpoch()),
                    static_cast<double>(day.addDays(1).startOfDay().toMSecsSinceEpoch())};
    }
    bool good = false;
    const double number = QLocale::c().toDouble(text, &good);
    if (!good || !std::isfinite(number)) return std::nullopt;
    return Span{number, number};
}

QString advice(KeyKind kind, QStringView text) {
    const QString how = kind == KeyKind::Date ? QStringLiteral("a day such as 2026-01-31, >2026-01-31 or 2026-01-01..2026-01-31")
                                              : QStringLiteral("a number such as 12, >12, <=0.5 or 3..8");
    return QStringLiteral("“%1” should be %2").arg(text.toString(), how);
}

std::variant<Range, QString> between(KeyKind kind, QStringView text, qsizetype dots) {
    const QStringView from = text.first(dots), to = text.sliced(dots + 2);
    const auto low = spanOf(kind, from), high = spanOf(kind, to);
    if ((!low && !from.isEmpty()) || (!high && !to.isEmpty()) || (!low && !high)) return advice(kind, text);
    if (low && high && low->start > high->start) return QStringLiteral("“%1” ends before it begins").arg(text.toString());
    Range range;
    if (low) range.low = low->start;
    if (high) range.high = high->end;
    range.highOpen = high && high->end > high->start;
    return range;
}

} // namespace

std::variant<Range, QString> rangeOf(KeyKind kind, const QString& whole) {
    const QStringView text(whole);
    if (const qsizetype dots = text.indexOf(QLatin1String("..")); dots >= 0) return between(kind, text, dots);
    const bool more = text.startsWith(u'>'), less = text.startsWith(u'<');
    const bool equal = text.startsWith(u'=') || ((more || less) && text.sliced(1).startsWith(u'='));
    const auto span = spanOf(kind, text.sliced((more || less ? 1 : 0) + (equal ? 1 : 0)));
    if (!span) return advice(kind, text);
    const bool lasts = span->end > span->start;
    Range range;
    if (more) range.low = equal ? span->start : span->end, range.lowOpen = !equal && !lasts;
    else if (less) range.high = equal ? span->end : span->start, range.highOpen = !equal || lasts;
    else range = {span->start, span->end, false, lasts};
    return range;
}

} // namespace rb::query
