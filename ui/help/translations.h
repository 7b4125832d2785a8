#pragma once

#include <QString>

class QApplication;

namespace rb::ui {

/// Makes the program speak `language` ("de", "zh", "en"; empty: the desktop's first one), in place of the
/// one installed before. Call it before widgets are made. False when there is no translation into it:
/// then it speaks English. `folder` holds regionblip_<language>.qm.
bool installTranslations(QApplication& app, const QString& language, const QString& folder = QStringLiteral(":/i18n"));

} // namespace rb::ui
