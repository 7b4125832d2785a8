#include "ui/training/training_controls.h"

#include "ui/training/training_texts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace rb::ui {

using jobs::TrainingRequest;
using jobs::TrainingState;

static constexpr int kFine = 1000; // parts of the progress bar

TrainingControls::TrainingControls(QWidget* parent)
    : QWidget(parent), m_name(new QLabel), m_text(new QLabel), m_verdict(new QLabel), m_stopThere(new QPushButton(tr("Stop here"))), m_bar(new QProgressBar) {
    m_pause = button(tr("Pause"), tr("The model stays in memory, the processor is free"));
    m_stop = button(tr("Stop"), tr("Keeps a checkpoint; it can go on later"));
    m_checkpoint = button(tr("Checkpoint now"), tr("Keeps what was learnt so far on disk"));
    m_sample = button(tr("Sample now"), tr("Captions some held-out regions with the model as it is"));
    QFont bold = m_name->font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_verdict->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setWordWrap(true);
    m_bar->setRange(0, kFine);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_bar->setAccessibleName(tr("Progress of the training"));

    auto* buttons = new QHBoxLayout;
    for (QPushButton* one : {m_pause, m_stop, m_checkpoint, m_sample}) buttons->addWidget(one);
    auto* said = new QHBoxLayout;
    said->addWidget(m_verdict, 1);
    said->addWidget(m_stopThere, 0, Qt::AlignTop);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_name, 0, 0);
    grid->addLayout(buttons, 0, 1);
    grid->addWidget(m_bar, 1, 0, 1, 2);
    grid->addWidget(m_text, 2, 0, 1, 2);
    grid->addLayout(said, 3, 0, 1, 2);
    connect(m_pause, &QPushButton::clicked, this, &TrainingControls::pauseOrGoOn);
    for (QPushButton* stop : {m_stop, m_stopThere}) connect(stop, &QPushButton::clicked, this, [this] { Q_EMIT requested(TrainingRequest::Stop); });
    connect(m_checkpoint, &QPushButton::clicked, this, [this] { Q_EMIT requested(TrainingRequest::Checkpoint); });
    connect(m_sample, &QPushButton::clicked, this, [this] { Q_EMIT requested(TrainingRequest::Sample); });
    showState(TrainingState::None, false, {});
    showRecord({});
}

QPushButton* TrainingControls::button(const QString& text, const QString& tip) {
    auto* made = new QPushButton(text);
    made->setToolTip(tip);
    made->setAccessibleDescription(tip);
    return made;
}

void TrainingControls::pauseOrGoOn() {
    if (m_state == TrainingState::Paused) Q_EMIT requested(TrainingRequest::Resume);
    else if (m_state == TrainingState::Running) Q_EMIT requested(TrainingRequest::Pause);
    else Q_EMIT resumeRequested();
}

void TrainingControls::showName(const QString& name) { m_name->setText(name.isEmpty() ? tr("No training yet") : name); }

void TrainingControls::showState(TrainingState state, bool resumable, const QString& failure) {
    m_state = state;
    m_resumable = resumable;
    const bool active = jobs::isActive(state), hears = state == TrainingState::Running || state == TrainingState::Paused;
    m_pause->setText(hears && state == TrainingState::Running ? tr("Pause") : tr("Go on"));
    m_pause->setEnabled(hears || resumable);
    m_stop->setEnabled(active);
    m_checkpoint->setEnabled(state == TrainingState::Running);
    m_sample->setEnabled(hears);
    QString text = stateText(state);
    if (!failure.isEmpty() && (state == TrainingState::Failed || state == TrainingState::Crashed)) text += QStringLiteral(": ") + failure;
    if (resumable && state == TrainingState::Crashed) text += QLatin1Char(' ') + tr("“Go on” continues from the last checkpoint.");
    m_text->setProperty("state", text);
    m_text->setText(text);
}

void TrainingControls::showRecord(const runs::RunRecord& record) {
    const QString progress = progressText(record), state = m_text->property("state").toString();
    m_text->setText(progress.isEmpty() ? state : tr("%1. %2").arg(state, progress));
    m_bar->setValue(record.steps().empty() ? 0 : static_cast<int>(record.steps().back().progress * kFine));
    const runs::Verdict verdict = runs::verdictOf(record);
    const bool bad = verdict == runs::Verdict::NotLearning || verdict == runs::Verdict::WorseThanBase;
    const QString said = verdictText(verdict, record);
    m_verdict->setText(bad ? QStringLiteral("⚠ ") + said : said);
    m_verdict->setVisible(!said.isEmpty());
    m_stopThere->setVisible(bad && jobs::isActive(m_state));
}

} // namespace rb::ui
