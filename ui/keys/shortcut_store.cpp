#include "ui/keys/shortcut_store.h"

#include "ui/keys/key_text.h"
#include "ui/settings/setting.h"

#include <QAction>

namespace rb::ui {

static QByteArray settingKey(const QString& name) { return "keys/" + name.toLatin1(); }

static QStringList toTexts(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& sequence : keys) texts << sequence.toString(QKeySequence::PortableText);
    return texts;
}

static QList<QKeySequence> fromTexts(const QStringList& texts) {
    QList<QKeySequence> keys;
    for (const QString& text : texts) keys << QKeySequence(text, QKeySequence::PortableText);
    keys.removeAll(QKeySequence());
    return keys;
}

ShortcutStore::ShortcutStore(const QList<QAction*>& actions, QSettings& settings) : m_actions(actions), m_settings(settings) {
    m_actions.removeIf([](const QAction* action) { return action->objectName().isEmpty(); });
    m_defaults = keysOf(m_actions);
    KeyMap kept;
    for (auto entry = m_defaults.cbegin(); entry != m_defaults.cend(); ++entry) {
        const QByteArray key = settingKey(entry.key());
        if (settings.contains(QLatin1String(key)))
            kept.insert(entry.key(), fromTexts(Setting<QStringList>{key.constData(), {}}.read(settings)));
    }
    if (!kept.isEmpty()) set(withChanges(m_defaults, kept));
}

void ShortcutStore::apply(const KeyMap& keys) {
    set(keys);
    for (auto entry = keys.begin(); entry != keys.end(); ++entry) {
        const QByteArray key = settingKey(entry.key());
        Setting<QStringList>{key.constData(), toTexts(m_defaults.value(entry.key()))}.write(m_settings, toTexts(*entry));
    }
}

void ShortcutStore::set(const KeyMap& keys) {
    for (QAction* action : m_actions) {
        action->setShortcuts(keys.value(action->objectName()));
        action->setToolTip(toolTipWithKeys(*action));
    }
}

} // namespace rb::ui
