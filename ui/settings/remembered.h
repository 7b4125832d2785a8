#pragma once

#include "ui/settings/setting.h"

#include <QList>

#include <functional>

class QAction;
class QObject;

namespace rb::ui {

// Ties actions to choices that are remembered, and applies what was remembered at once. Settings and `context` live as
// long as the actions are used; `setting` is one of the constants.

/// A checkable action: `apply(checked)`, which may be empty.
void remember(QAction& action, const Setting<bool>& setting, QSettings& settings, QObject* context, const std::function<void(bool)>& apply);

/// Actions of which one is checked: `apply(place)`.
void rememberChoice(const QList<QAction*>& actions, const Setting<int>& setting, QSettings& settings, QObject* context,
                    const std::function<void(int)>& apply);

} // namespace rb::ui
