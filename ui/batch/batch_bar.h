#pragma once

#include "core/jobs/batch_captioning.h"

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QToolButton;

namespace rb::ui {

/// The batch that runs, at the foot of the window: count, rate, time left, pause and stop. Hidden while
/// there is none.
class BatchBar : public QWidget {
    Q_OBJECT

public:
    explicit BatchBar(QWidget* parent = nullptr);
    ~BatchBar() override;

    /// Starts it; one that runs is stopped first.
    void run(std::unique_ptr<jobs::BatchCaptioning> batch);
    bool isRunning() const { return m_batch != nullptr; }
    void stop();

Q_SIGNALS:
    void failed(const rb::Error& error);
    /// `captions` were written; `stopped`: not all of the plan.
    void finished(int captions, bool stopped);

private:
    void showProgress();
    void pauseOrResume();
    void end();

    std::unique_ptr<jobs::BatchCaptioning> m_batch;
    QProgressBar* m_bar;
    QLabel* m_text;
    QToolButton* m_pause;
    QToolButton* m_stop;
    bool m_stopped = false;
};

} // namespace rb::ui
