#include "ui/training/undo_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace rb::ui {

UndoStrip::UndoStrip(QWidget* parent) : QWidget(parent), m_text(new QLabel) {
    auto* button = new QPushButton(tr("Undo"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this] {
        hide();
        m_undo();
    });
    hide();
}

void UndoStrip::offer(const QString& sentence, std::function<void()> undo) {
    m_text->setText(sentence);
    m_undo = std::move(undo);
    show();
}

} // namespace rb::ui
