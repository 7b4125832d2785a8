#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>

class QAction;

namespace rb::ui {

/// The keys of actions, by the actions' object names.
using KeyMap = QMap<QString, QList<QKeySequence>>;

/// What the actions have now; those without an object name are left out.
KeyMap keysOf(const QList<QAction*>& actions);

/// Name of the action other than `except` that could not be told from `keys`: it has the same ones, or
/// one begins with the other. Empty when there is none.
QString holderOf(const KeyMap& map, const QKeySequence& keys, const QString& except = {});

/// Gives `keys` to the action `name` too, and takes them from all others.
void takeOver(KeyMap& map, const QKeySequence& keys, const QString& name);

/// `defaults`, with the actions of `changes` having the keys given there and nobody else having them.
/// Actions that `defaults` does not know are passed over.
KeyMap withChanges(const KeyMap& defaults, const KeyMap& changes);

} // namespace rb::ui
