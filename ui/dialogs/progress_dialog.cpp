#include "ui/dialogs/progress_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace rb::ui {

static constexpr int kLookEveryMs = 100;

ProgressDialog::ProgressDialog(const Texts& texts, QWidget* parent) : QDialog(parent), m_count(new QLabel(tr("It begins…"))), m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel)),
      m_done(std::make_shared<std::atomic<int>>(0)) {
    setWindowTitle(texts.title);
    auto* bar = new QProgressBar;
    bar->setRange(0, 0); // how much there is shows only at the end
    bar->setAccessibleName(texts.title);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(new QLabel(texts.title));
    layout->addWidget(m_count);
    layout->addWidget(bar);
    layout->addWidget(new QLabel(texts.note));
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ProgressDialog::reject);
    connect(&m_timer, &QTimer::timeout, this, [this, text = texts.count] {
        if (const int done = m_done->load()) m_count->setText(text.arg(QLocale().toString(done)));
    });
    m_timer.start(kLookEveryMs);
}

void ProgressDialog::reject() {
    m_background.askToStop();
    m_buttons->setEnabled(false);
}

} // namespace rb::ui
