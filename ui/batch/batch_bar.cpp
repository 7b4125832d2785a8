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

void BatchBar::run(std::unique_ptr<jobs::BatchCaptioning> batch) {
    m_batch.reset(); // one that runs ends here; what it wrote stays
    m_batch = std::move(batch);
    m_stopped = false;
    m_pause->setText(tr("Pause"));
    connect(m_batch.get(), &jobs::BatchCaptioning::progressed, this, &BatchBar::showProgress);
    connect(m_batch.get(), &jobs::BatchCaptioning::failed, this, &BatchBar::failed);
    connect(m_batch.get(), &jobs::BatchCaptioning::finished, this, &BatchBar::end, Qt::QueuedConnection);
    show();
    m_batch->start();
}

void BatchBar::stop() {
    if (!m_batch) return;
    m_stopped = true;
    m_batch->stop();
}

void BatchBar::end() {
    if (!m_batch) return;
    const int written = m_batch->done() - m_batch->failures();
    m_batch.reset();
    hide();
    Q_EMIT finished(written, m_stopped);
}

void BatchBar::pauseOrResume() {
    if (!m_batch) return;
    if (m_batch->isPaused()) m_batch->resume();
    else m_batch->pause();
    m_pause->setText(m_batch->isPaused() ? tr("Go on") : tr("Pause"));
    showProgress();
}

void BatchBar::showProgress() {
    if (!m_batch) return;
    m_bar->setRange(0, m_batch->total());
    m_bar->setValue(m_batch->done());
    QString text = tr("%1 of %2").arg(m_batch->done()).arg(m_batch->total());
    if (m_batch->isPaused()) text += tr(", paused");
    else if (m_batch->done() > 0) {
        const QTime left = QTime(0, 0).addSecs(qRound(std::clamp(m_batch->secondsLeft(), 0.0, 86399.0)));
        text += tr(", %1 a second, %2 left").arg(m_batch->regionsASecond(), 0, 'f', 1).arg(left.toString(left.hour() ? QStringLiteral("h:mm:ss") : QStringLiteral("m:ss")));
    }
    m_text->setText(text);
}

} // namespace rb::ui
