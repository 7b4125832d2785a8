#pragma once

#include <QDateTime>
#include <QString>

namespace rb::ui {

/// When an edit was made, as short as it stays clear: the time of today, the day of this year, else the
/// date. Both in the time of this place and the user's way to write it.
QString editTime(const QDateTime& time, const QDateTime& now);

/// Day and time in full.
QString longEditTime(const QDateTime& time);

} // namespace rb::ui
