#pragma once

#include "ui/batch/place_choice.h"
#include "ui/workspace/background.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace rb::ui {

/// Asks what to caption, and tells beforehand how many captions that writes and what stays as it is.
class BatchDialog : public QDialog {
    Q_OBJECT

public:
    /// `secondsACaption`: of the model so far, for the estimate; 0 while nobody knows.
    BatchDialog(const QString& projectFile, std::vector<PlaceChoice> choices, double secondsACaption, QWidget* parent = nullptr);

    /// What was chosen; nothing while it is counted.
    const jobs::BatchPlan& plan() const { return m_plan; }

private:
    /// On a thread of its own: that takes seconds for a million regions.
    void makePlan();
    void showCounts();

    QString m_project;
    std::vector<PlaceChoice> m_choices;
    double m_secondsACaption;
    QComboBox* m_what;
    QComboBox* m_scope;
    QCheckBox* m_pictures;
    QLabel* m_counts;
    QPushButton* m_start;
    jobs::BatchPlan m_plan;
    Background m_background;
};

} // namespace rb::ui
