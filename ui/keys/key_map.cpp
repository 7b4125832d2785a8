#include "ui/keys/key_map.h"

#include <QAction>

namespace rb::ui {

static bool collide(const QKeySequence& a, const QKeySequence& b) {
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

KeyMap keysOf(const QList<QAction*>& actions) {
    KeyMap map;
    for (const QAction* action : actions) {
        if (action->objectName().isEmpty()) continue;
        QList<QKeySequence> keys = action->shortcuts();
        keys.removeAll(QKeySequence()); // a standard key that this desktop does not have
        map.insert(action->objectName(), keys);
    }
    return map;
}

QString holderOf(const KeyMap& map, const QKeySequence& keys, const QString& except) {
    for (auto entry = map.begin(); entry != map.end(); ++entry) {
        if (entry.key() == except) continue;
        for (const QKeySequence& other : *entry)
            if (collide(keys, other)) return entry.key();
    }
    return {};
}

void takeOver(KeyMap& map, const QKeySequence& keys, const QString& name) {
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        if (entry.key() != name) entry->removeIf([&](const QKeySequence& other) { return collide(keys, other); });
    if (!map[name].contains(keys)) map[name].append(keys);
}

KeyMap withChanges(const KeyMap& defaults, const KeyMap& changes) {
    KeyMap result = defaults;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (!defaults.contains(change.key())) continue;
        result[change.key()].clear();
        for (const QKeySequence& keys : *change) takeOver(result, keys, change.key());
    }
    return result;
}

} // namespace rb::ui
