#pragma once

#include "ui/workspace/background.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>

class QDialogButtonBox;
class QLabel;

namespace rb::ui {

/// Stands before the window while something runs on a thread of its own: a count, and a button that stops it. It closes when
/// that has ended: what was asked to stop a moment too late is done all the same, and its answer tells.
class ProgressDialog : public QDialog {
    Q_OBJECT

public:
    struct Texts {
        QString title;
        QString count; ///< "%1 pictures"
        QString note;  ///< what stopping means
    };
    using Count = std::shared_ptr<std::atomic<int>>; ///< set by the work, shown here

    explicit ProgressDialog(const Texts& texts, QWidget* parent = nullptr);

    /// Begins `work(stop, count)`; `take` gets its answer.
    template <typename Work, typename Take>
    void start(Work work, Take take) {
        m_background.run([work = std::move(work), count = m_done](const std::stop_token& stop) mutable { return work(stop, count); },
                         [this, take = std::move(take)](auto answer) {
                             take(std::move(answer));
                             accept();
                         });
    }
    bool isRunning() const { return m_background.isBusy(); }

protected:
    void reject() override; ///< asks it to stop

private:
    QLabel* m_count;
    QDialogButtonBox* m_buttons;
    QTimer m_timer;
    Count m_done;
    Background m_background;
};

} // namespace rb::ui
