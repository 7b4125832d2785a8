#include "ui/keys/key_field.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace rb::ui {

KeyField::KeyField(QWidget* parent) : QKeySequenceEdit(parent), m_text(findChild<QLineEdit*>()) {
    setAccessibleName(tr("Press keys to add them"));
    m_text->setMinimumHeight(28);
    m_text->setPlaceholderText(accessibleName());
}

bool KeyField::event(QEvent* event) {
    const bool handled = QKeySequenceEdit::event(event);
    m_text->setPlaceholderText(accessibleName()); // whatever starts a new sequence puts Qt's own words there
    return handled;
}

void KeyField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        event->ignore();
        return;
    }
    QKeySequenceEdit::keyPressEvent(event);
    if (keySequence().isEmpty()) return; // a modifier alone
    const QKeySequence first(keySequence()[0]);
    clear();
    Q_EMIT pressed(first);
}

} // namespace rb::ui
