#include "ui/help/crash_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rb::ui {

static constexpr QSize kSize(680, 420);

CrashDialog::CrashDialog(const QString& note, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("The program ended unexpectedly"));
    auto* text = new QLabel(tr("RegionBLIP Studio ended unexpectedly the last time. Your edits are safe: each was on disk when "
                               "it was made. This note says where it happened. It stays on this computer; copy it if you want to "
                               "report the fault."));
    text->setWordWrap(true);
    auto* view = new QPlainTextEdit(note);
    view->setReadOnly(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setAccessibleName(tr("Note of the crash"));
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [copy, note] {
        QGuiApplication::clipboard()->setText(note);
        copy->setText(tr("Copied"));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(text);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    resize(kSize);
}

} // namespace rb::ui
