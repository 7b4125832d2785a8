#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace rb::ui {

/// Tells how many regions and pictures are prepared for the search by meaning, offers to prepare the rest, and shows how
/// far that is. Hidden while there is nothing to prepare.
class MeaningBar : public QWidget {
    Q_OBJECT

public:
    explicit MeaningBar(QWidget* parent = nullptr);

    /// What is ready of all that can be; while nothing is being prepared.
    void showReady(qint64 ready, qint64 total);
    /// Preparing has come so far.
    void showProgress(qint64 done, qint64 total);

Q_SIGNALS:
    void prepareRequested();
    void stopRequested();

private:
    void show(const QString& text, bool preparing);

    QLabel* m_text;
    QProgressBar* m_progress;
    QToolButton* m_button;
    bool m_preparing = false;
};

} // namespace rb::ui
