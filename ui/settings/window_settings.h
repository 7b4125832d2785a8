#pragma once

#include "ui/settings/setting.h"

#include <QByteArray>
#include <QStringList>

namespace rb::ui::settings {

inline const Setting<int> theme{"window/theme", 0};                ///< a ThemeChoice
inline const Setting<QByteArray> geometry{"window/geometry", {}};
inline const Setting<QByteArray> layout{"window/state", {}};       ///< docks and tool bar
inline const Setting<QStringList> recentProjects{"recent/projects", {}}; ///< latest first
inline const Setting<bool> stayInDrawMode{"canvas/stayInDrawMode", false};
inline const Setting<bool> wheelScrolls{"canvas/wheelScrolls", false};
inline const Setting<int> captionDisplay{"canvas/captions", 0};    ///< a CaptionDisplay

} // namespace rb::ui::settings
