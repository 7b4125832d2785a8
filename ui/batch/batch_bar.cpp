#include "ui/batch/batch_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTime>
#include <QToolButton>

#include <algorithm>

namespace rb::ui {

BatchBar::BatchBar(QWidget* parent)
    : QWidget(parent), m_bar(new QProgressBar), m_text(new QLabel), m_pause(new QToolButton), m_stop(new QToolButton) {
    m_bar->setAccessibleName(tr("Captions written"));
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Let the model rest; what is under way is still stored"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("End at once; the captions that are there stay"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_text);
    layout->addWidget(m_pause);
    layout->addWidget(m_stop);
    connect(m_pause, &QToolButton::clicked, this, &BatchBar::pauseOrResume);
    connect(m_stop, &QToolButton::clicked, this, &BatchBar::stop);
    hide();
}

BatchBar::~BatchBar() = default;

void BatchBar::run(std::unique_ptr<jobs::LongJob> job) {
    m_job.reset(); // one that runs ends here; what it wrote stays
    m_job = std::move(job);
    m_stopped = false;
    m_pause->setText(tr("Pause"));
    connect(m_job.get(), &jobs::LongJob::progressed, this, &BatchBar::showProgress);
    connect(m_job.get(), &jobs::LongJob::failed, this, &BatchBar::failed);
    connect(m_job.get(), &jobs::LongJob::finished, this, &BatchBar::end, Qt::QueuedConnection);
    show();
    m_job->start();
}

void BatchBar::stop() {
    if (!m_job) return;
    m_stopped = true;
    m_job->stop();
}

void BatchBar::end() {
    if (!m_job) return;
    const qint64 written = m_job->written();
    m_job.reset();
    hide();
    Q_EMIT finished(written, m_stopped);
}

void BatchBar::pauseOrResume() {
    if (!m_job) return;
    if (m_job->isPaused()) m_job->resume();
    else m_job->pause();
    m_pause->setText(m_job->isPaused() ? tr("Go on") : tr("Pause"));
    showProgress();
}

void BatchBar::showProgress() {
    if (!m_job) return;
    m_bar->setRange(0, m_job->total());
    m_bar->setValue(m_job->done());
    QString text = tr("%1 of %2").arg(m_job->done()).arg(m_job->total());
    if (m_job->isPaused()) text += tr(", paused");
    else if (m_job->done() > 0) {
        const QTime left = QTime(0, 0).addSecs(qRound(std::clamp(m_job->secondsLeft(), 0.0, 86399.0)));
        text += tr(", %1 a second, %2 left").arg(m_job->rate(), 0, 'f', 1).arg(left.toString(left.hour() ? QStringLiteral("h:mm:ss") : QStringLiteral("m:ss")));
    }
    m_text->setText(text);
}

} // namespace rb::ui
