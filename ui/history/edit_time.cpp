#include "ui/history/edit_time.h"

#include <QLocale>

namespace rb::ui {

QString editTime(const QDateTime& time, const QDateTime& now) {
    if (!time.isValid()) return {};
    const QDateTime here = time.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QLocale locale;
    if (here.date() == today) return locale.toString(here.time(), QLocale::ShortFormat);
    if (here.date().year() == today.year()) return locale.toString(here.date(), QStringLiteral("d MMM"));
    return locale.toString(here.date(), QLocale::ShortFormat);
}

QString longEditTime(const QDateTime& time) { return QLocale().toString(time.toLocalTime(), QLocale::LongFormat); }

} // namespace rb::ui
