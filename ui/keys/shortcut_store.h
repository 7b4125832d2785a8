#pragma once

#include "ui/keys/key_map.h"

class QSettings;

namespace rb::ui {

/// The user's own keys. Only what differs from the defaults is kept, so that a later version may choose
/// better ones.
class ShortcutStore {
public:
    /// Takes the keys that the actions have now for the defaults, and gives them the kept ones. Actions
    /// are known by their object names; those without one keep their keys. All outlive this.
    ShortcutStore(const QList<QAction*>& actions, QSettings& settings);

    const QList<QAction*>& actions() const { return m_actions; }
    const KeyMap& defaults() const { return m_defaults; }
    KeyMap present() const { return keysOf(m_actions); }

    /// Gives the actions these keys, with tool tips that name them, and keeps them.
    void apply(const KeyMap& keys);

private:
    void set(const KeyMap& keys);

    QList<QAction*> m_actions; ///< those with an object name
    QSettings& m_settings;
    KeyMap m_defaults;
};

} // namespace rb::ui
