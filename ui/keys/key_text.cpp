#include "ui/keys/key_text.h"

#include <QAction>

namespace rb::ui {

QString plainName(const QAction& action) { return action.text().remove(QLatin1Char('&')); }

QString keysText(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& sequence : keys) texts << sequence.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral("  ·  "));
}

QString toolTipWithKeys(const QAction& action) {
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? plainName(action) : plainName(action) + QStringLiteral("  ") + keys;
}

} // namespace rb::ui
