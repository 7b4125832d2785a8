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
inline const Setting<bool> snapping{"canvas/snapping", true};
inline const Setting<bool> liveCaptions{"canvas/liveCaptions", true};
inline const Setting<bool> miniMap{"canvas/miniMap", true};
inline const Setting<bool> colorByLabel{"canvas/colorByLabel", false};
inline const Setting<bool> pictureList{"gallery/list", false};
inline const Setting<int> captionDisplay{"canvas/captions", 0};    ///< a CaptionDisplay

} // namespace rb::ui::settings
