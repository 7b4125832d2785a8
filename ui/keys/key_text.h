#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;

namespace rb::ui {

/// An action's name without the mark of its menu key.
QString plainName(const QAction& action);

/// As the desktop writes keys: "R  ·  Ctrl+R".
QString keysText(const QList<QKeySequence>& keys);

/// Its name, and its first keys where it has any.
QString toolTipWithKeys(const QAction& action);

} // namespace rb::ui
