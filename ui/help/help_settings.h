#pragma once

#include "ui/settings/setting.h"

#include <QString>

namespace rb::ui::settings {

inline const Setting<bool> firstSteps{"help/firstSteps", true}; ///< whether they are shown at the start
inline const Setting<QString> language{"window/language", {}};  ///< of installTranslations(); empty: the system's

} // namespace rb::ui::settings
