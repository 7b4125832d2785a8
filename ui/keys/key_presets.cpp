#include "ui/keys/key_presets.h"

namespace rb::ui {

namespace {

/// Keys in portable text with a space between them.
struct Row {
    const char* action;
    const char* keys;
};

KeyMap changesOf(std::initializer_list<Row> rows) {
    KeyMap changes;
    for (const Row& row : rows)
        for (const QString& keys : QString::fromLatin1(row.keys).split(QLatin1Char(' ')))
            changes[QString::fromLatin1(row.action)].append(QKeySequence(keys, QKeySequence::PortableText));
    return changes;
}

// An action whose last key another one needs gets a key of its own, so that none is out of reach.
KeyPreset labelme() {
    return {QStringLiteral("labelme"), changesOf({
        {"boxTool", "Ctrl+R"},
        {"polygonTool", "Ctrl+N"},
        {"newProject", "Ctrl+Alt+N"},
        {"selectTool", "Ctrl+J"},
        {"editCaption", "Ctrl+E F2"},
        {"exportData", "Ctrl+Shift+E"},
        {"fit", "Ctrl+F"},
        {"find", "Ctrl+K"},
    })};
}

KeyPreset cvat() {
    return {QStringLiteral("CVAT"), changesOf({
        {"nextPicture", "F PgDown"},
        {"previousPicture", "D PgUp"},
        {"fit", "Home"},
        {"boxTool", "N"},
        {"pasteOnNext", "Ctrl+B"},
        {"captionMany", "Ctrl+Alt+B"},
    })};
}

KeyPreset xAnyLabeling() {
    return {QStringLiteral("X-AnyLabeling"), changesOf({
        {"boxTool", "R"},
        {"selectTool", "Ctrl+J"},
        {"editCaption", "Ctrl+E F2"},
        {"exportData", "Ctrl+Shift+E"},
        {"acceptAndNext", "Ctrl+Alt+K Ctrl+Return Ctrl+Enter"},
        {"fit", "Ctrl+F"},
        {"find", "Ctrl+K"},
        {"actualSize", "Ctrl+="},
        {"hideRegion", "Ctrl+H"},
    })};
}

} // namespace

const QList<KeyPreset>& keyPresets() {
    static const QList<KeyPreset> presets{{QStringLiteral("RegionBLIP Studio"), {}}, labelme(), cvat(), xAnyLabeling()};
    return presets;
}

int presetOf(const KeyMap& keys, const KeyMap& defaults) {
    for (int i = 0; i < keyPresets().size(); ++i)
        if (withChanges(defaults, keyPresets()[i].changes) == keys) return i;
    return -1;
}

} // namespace rb::ui
