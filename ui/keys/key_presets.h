#pragma once

#include "ui/keys/key_map.h"

namespace rb::ui {

/// The keys of another program, as far as it has our actions: what differs from our defaults.
struct KeyPreset {
    QString name; ///< of that program
    KeyMap changes;
};

/// Our own first.
const QList<KeyPreset>& keyPresets();

/// Which preset `keys` is, -1 when it is none.
int presetOf(const KeyMap& keys, const KeyMap& defaults);

} // namespace rb::ui
