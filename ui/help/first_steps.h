#pragma once

#include "ui/help/tour_step.h"

#include <QFrame>

#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QSettings;

namespace rb::ui {

class StepDots;

/// A tour for the first run: a card over the window that tells one step at a time. It takes no focus and
/// blocks nothing; a step is over when the user did it (also out of order), or skipped it.
class FirstSteps : public QFrame {
    Q_OBJECT

public:
    /// The card stands beside `anchor`, a panel of `window` such as the caption editor, and follows it.
    /// All outlive this; `window` owns it.
    FirstSteps(const MainActions& actions, QSettings& settings, QWidget& window, QWidget& anchor);

    /// Whether to start at the program's start: until the tour was finished or put away for good.
    static bool wanted(const QSettings& settings);

    /// Shows the card at the first step.
    void start();
    TourStep step() const;

public Q_SLOTS:
    void boxDrawn() { finish(TourStep::DrawBox); }
    void captionWritten() { finish(TourStep::ReadCaption); }
    void alternativeChosen() { finish(TourStep::ChooseWords); }
    void captionEdited() { finish(TourStep::ChooseWords); }
    void accepted() { finish(TourStep::Accept); }
    void undone() { finish(TourStep::TakeBack); }
    void searched() { finish(TourStep::FindAndExport); }
    void exported() { finish(TourStep::FindAndExport); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void finish(TourStep step);
    void showStep();
    void place();

    const MainActions& m_actions;
    QSettings& m_settings;
    QWidget& m_anchor;
    std::vector<bool> m_done;
    QLabel *m_title, *m_count, *m_text;
    StepDots* m_dots;
    QCheckBox* m_never;
    QPushButton *m_skip, *m_close;
};

} // namespace rb::ui
