#pragma once

#include "core/jobs/training_process.h"
#include "core/runs/run_verdict.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rb::ui {

/// The training that goes on: how far it is, what the figures say, and what can be asked of it. Shows; asks by signals.
class TrainingControls : public QWidget {
    Q_OBJECT

public:
    explicit TrainingControls(QWidget* parent = nullptr);

    void showName(const QString& name);
    void showState(jobs::TrainingState state, bool resumable, const QString& failure);
    void showRecord(const runs::RunRecord& record);

Q_SIGNALS:
    void requested(rb::jobs::TrainingRequest request);
    /// Goes on behind a stop or a crash.
    void resumeRequested();

private:
    QPushButton* button(const QString& text, const QString& tip);
    void pauseOrGoOn();

    jobs::TrainingState m_state = jobs::TrainingState::None;
    bool m_resumable = false;
    QLabel* m_name;
    QLabel* m_text;
    QLabel* m_verdict;
    QPushButton* m_stopThere;
    QProgressBar* m_bar;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_checkpoint;
    QPushButton* m_sample;
};

} // namespace rb::ui
