#include "ui/keys/shortcut_editor.h"

#include "ui/keys/key_presets.h"
#include "ui/keys/key_row.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

namespace rb::ui {

static constexpr QSize kSize(680, 640);
static constexpr int kKeysWidth = 200;

void ShortcutEditor::layOut() {
    m_list->setModel(&m_filtered);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Actions and their keys"));
    QHeaderView* header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ShortcutModel::ActionColumn, QHeaderView::Stretch);
    header->resizeSection(ShortcutModel::KeysColumn, kKeysWidth);
    header->resizeSection(ShortcutModel::DefaultColumn, kKeysWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(makeTop());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_row);
    layout->addLayout(makeNote());
    layout->addLayout(makeButtons());
    resize(kSize);
    m_search->setFocus();
}

QLayout* ShortcutEditor::makeTop() {
    m_search->setPlaceholderText(tr("Search by name or key"));
    m_search->setAccessibleName(tr("Search by name or key"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumHeight(28);
    for (const KeyPreset& preset : keyPresets()) m_preset->addItem(preset.name);
    m_preset->addItem(tr("Your own"));
    m_preset->setMinimumHeight(28);
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* label = new QLabel(tr("Keys &of:"));
    label->setBuddy(m_preset);
    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addSpacing(8);
    top->addWidget(label);
    top->addWidget(m_preset);
    return top;
}

QLayout* ShortcutEditor::makeNote() {
    m_note->setWordWrap(true);
    m_takeOver->setAutoDefault(false);
    m_takeOver->setMinimumSize(112, 28);
    m_takeOver->hide();
    auto* note = new QHBoxLayout;
    note->addWidget(m_note, 1);
    note->addWidget(m_takeOver);
    note->addStrut(32); // the list keeps its height when the button comes
    return note;
}

QLayout* ShortcutEditor::makeButtons() {
    m_resetAll->setAutoDefault(false);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    box->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    connect(box, &QDialogButtonBox::accepted, this, &ShortcutEditor::accept);
    connect(box, &QDialogButtonBox::rejected, this, &ShortcutEditor::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_resetAll);
    buttons->addStretch(1);
    buttons->addWidget(box);
    return buttons;
}

} // namespace rb::ui
