#include "ui/keys/shortcut_editor.h"

#include "ui/keys/key_presets.h"
#include "ui/keys/key_row.h"
#include "ui/keys/shortcut_store.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

namespace rb::ui {

ShortcutEditor::ShortcutEditor(ShortcutStore& store, QWidget* parent)
    : QDialog(parent), m_store(store), m_model(store.actions(), store.defaults()), m_search(new QLineEdit),
      m_preset(new QComboBox), m_list(new QTreeView), m_row(new KeyRow), m_note(new QLabel),
      m_takeOver(new QPushButton(tr("Take it over"))), m_resetAll(new QPushButton(tr("Reset all"))) {
    setWindowTitle(tr("Keys"));
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterKeyColumn(-1);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    layOut();
    connectAll();
    filter({});
    showPreset();
}

void ShortcutEditor::connectAll() {
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutEditor::filter);
    connect(m_preset, &QComboBox::activated, this, [this](int index) {
        if (index < keyPresets().size()) setKeys(withChanges(m_store.defaults(), keyPresets()[index].changes));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        say({});
        showCurrent();
    });
    connect(m_row, &KeyRow::addRequested, this, &ShortcutEditor::add);
    connect(m_row, &KeyRow::removeRequested, this, &ShortcutEditor::remove);
    connect(m_row, &KeyRow::resetRequested, this, &ShortcutEditor::resetCurrent);
    connect(m_takeOver, &QPushButton::clicked, this, &ShortcutEditor::takeOverPressed);
    connect(m_resetAll, &QPushButton::clicked, this, [this] { setKeys(m_store.defaults()); });
}

void ShortcutEditor::filter(const QString& text) {
    m_filtered.setFilterFixedString(text);
    if (!m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_filtered.index(0, 0));
    showCurrent();
}

QString ShortcutEditor::current() const {
    const QModelIndex index = m_filtered.mapToSource(m_list->currentIndex());
    return index.isValid() ? m_model.nameAt(index.row()) : QString();
}

void ShortcutEditor::setKeys(const KeyMap& keys, const QString& note) {
    m_model.setKeys(keys);
    say(note);
    showCurrent();
    showPreset();
}

void ShortcutEditor::showCurrent() {
    const QString name = current();
    m_row->setEnabled(!name.isEmpty());
    const QList<QKeySequence> keys = m_model.keys().value(name);
    m_row->show(name.isEmpty() ? tr("No action has this name or key") : m_model.titleOf(name), keys,
                keys != m_store.defaults().value(name));
}

void ShortcutEditor::showPreset() {
    const int preset = presetOf(m_model.keys(), m_store.defaults());
    m_preset->setCurrentIndex(preset < 0 ? m_preset->count() - 1 : preset);
    m_resetAll->setEnabled(m_model.keys() != m_store.defaults());
}

void ShortcutEditor::add(const QKeySequence& keys) {
    const QString holder = holderOf(m_model.keys(), keys, current());
    if (holder.isEmpty()) {
        KeyMap changed = m_model.keys();
        takeOver(changed, keys, current());
        setKeys(changed);
        return;
    }
    say(tr("%1 belongs to “%2”.").arg(keys.toString(QKeySequence::NativeText), m_model.titleOf(holder)));
    m_pressed = keys;
    m_takeOver->show();
}

void ShortcutEditor::takeOverPressed() {
    KeyMap changed = m_model.keys();
    takeOver(changed, m_pressed, current());
    setKeys(changed);
}

void ShortcutEditor::remove(const QKeySequence& keys) {
    KeyMap changed = m_model.keys();
    changed[current()].removeAll(keys);
    setKeys(changed);
}

void ShortcutEditor::resetCurrent() {
    KeyMap changed = m_model.keys();
    changed[current()].clear();
    QStringList robbed;
    for (const QKeySequence& keys : m_store.defaults().value(current())) {
        if (const QString holder = holderOf(changed, keys, current()); !holder.isEmpty())
            robbed << tr("%1 was taken from “%2”.").arg(keys.toString(QKeySequence::NativeText), m_model.titleOf(holder));
        takeOver(changed, keys, current());
    }
    setKeys(changed, robbed.join(QLatin1Char(' ')));
}

void ShortcutEditor::say(const QString& note) {
    m_note->setText(note);
    m_takeOver->hide();
}

void ShortcutEditor::accept() {
    m_store.apply(m_model.keys());
    QDialog::accept();
}

} // namespace rb::ui
