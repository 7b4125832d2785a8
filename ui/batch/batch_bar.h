#pragma once

#include "core/jobs/long_job.h"

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QToolButton;

namespace rb::ui {

/// The job that runs, at the foot of the window: count, rate, time left, pause and stop. Hidden while
/// there is none.
class BatchBar : public QWidget {
    Q_OBJECT

public:
    explicit BatchBar(QWidget* parent = nullptr);
    ~BatchBar() override;

    /// Starts it; one that runs is stopped first.
    void run(std::unique_ptr<jobs::LongJob> job);
    bool isRunning() const { return m_job != nullptr; }
    void stop();

Q_SIGNALS:
    void failed(const rb::Error& error);
    /// `captions` were written; `stopped`: not all of the plan.
    void finished(qint64 captions, bool stopped);

private:
    void showProgress();
    void pauseOrResume();
    void end();

    std::unique_ptr<jobs::LongJob> m_job;
    QProgressBar* m_bar;
    QLabel* m_text;
    QToolButton* m_pause;
    QToolButton* m_stop;
    bool m_stopped = false;
};

} // namespace rb::ui
