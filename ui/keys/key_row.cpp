#include "ui/keys/key_row.h"

#include "ui/keys/key_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rb::ui {

KeyRow::KeyRow(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_chips(new QHBoxLayout), m_field(new KeyField),
      m_reset(new QPushButton(tr("Reset"))) {
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_reset->setToolTip(tr("Give this action its default keys again"));
    m_reset->setAutoDefault(false);
    m_field->setMinimumWidth(200);
    m_chips->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addLayout(m_chips);
    line->addWidget(m_field, 1);
    line->addWidget(m_reset);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addLayout(line);
    connect(m_field, &KeyField::pressed, this, &KeyRow::addRequested);
    connect(m_reset, &QPushButton::clicked, this, &KeyRow::resetRequested);
}

void KeyRow::show(const QString& title, const QList<QKeySequence>& keys, bool changed) {
    m_title->setText(title);
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        // A chip may be the very button whose click is being handled.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QKeySequence& sequence : keys) addChip(sequence);
    m_reset->setEnabled(changed);
}

void KeyRow::addChip(const QKeySequence& keys) {
    const QString text = keys.toString(QKeySequence::NativeText);
    auto* chip = new QPushButton(text + QStringLiteral("   ✕"));
    chip->setAutoDefault(false);
    chip->setAccessibleName(tr("Remove %1").arg(text));
    chip->setToolTip(tr("Remove %1").arg(text));
    connect(chip, &QPushButton::clicked, this, [this, keys] { Q_EMIT removeRequested(keys); });
    m_chips->addWidget(chip);
}

} // namespace rb::ui
