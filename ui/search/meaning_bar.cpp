#include "ui/search/meaning_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace rb::ui {

// A bar of Qt counts in int, and a project may hold more.
static constexpr int kSteps = 1000;

MeaningBar::MeaningBar(QWidget* parent) : QWidget(parent), m_text(new QLabel), m_progress(new QProgressBar), m_button(new QToolButton) {
    m_text->setWordWrap(true);
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Regions prepared for the search by meaning"));
    m_button->setAccessibleName(tr("Prepare the search by meaning"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_progress);
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_preparing) Q_EMIT stopRequested();
        else Q_EMIT prepareRequested();
    });
    hide();
}

void MeaningBar::show(const QString& text, bool preparing) {
    m_preparing = preparing;
    m_text->setText(text);
    m_progress->setVisible(preparing);
    m_button->setText(preparing ? tr("Stop") : tr("Prepare"));
    m_button->setToolTip(preparing ? tr("Stop preparing; what is ready stays")
                                   : tr("Let the model look at every region once, so that regions are found by what they show"));
    m_button->setAccessibleName(m_button->text());
    setVisible(true);
}

void MeaningBar::showReady(qint64 ready, qint64 total) {
    if (ready >= total) return hide();
    const QLocale locale;
    show(tr("%1 of %2 are ready to be found by meaning").arg(locale.toString(ready), locale.toString(total)), false);
}

void MeaningBar::showProgress(qint64 done, qint64 total) {
    const QLocale locale;
    show(tr("Preparing: %1 of %2").arg(locale.toString(done), locale.toString(total)), true);
    m_progress->setValue(total > 0 ? static_cast<int>(done * kSteps / total) : kSteps);
}

} // namespace rb::ui
