#pragma once

#include <QLoggingCategory>

namespace rb::app {

/// Keeps the picture readers' own warnings from the terminal: whoever opens a broken picture is told so in one sentence of
/// ours. QT_LOGGING_RULES brings them back.
inline void quietPictureReaders() { QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false")); }

} // namespace rb::app
