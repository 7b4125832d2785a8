#pragma once

#include <QString>

namespace rb::ui {

/// `one` or `many` with the number at its `%1`. The program speaks English without a translation file,
/// so that Qt's own plural forms are not at hand.
inline QString counted(qint64 number, const QString& one, const QString& many) {
    return (number == 1 ? one : many).arg(number);
}

} // namespace rb::ui
