#pragma once

#include "core/jobs/batch_plan.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace rb::ui {

/// Asks what to caption, and tells beforehand how many captions that writes and what stays as it is.
class BatchDialog : public QDialog {
    Q_OBJECT

public:
    /// A choice of places: "The 3 selected regions", "This picture", …
    struct Choice {
        QString name;
        std::function<std::vector<jobs::CaptionTarget>()> targets;
    };
    /// `secondsACaption`: of the model so far, for the estimate; 0 while nobody knows.
    BatchDialog(const project::Project& project, std::vector<Choice> choices, double secondsACaption, QWidget* parent = nullptr);

    /// What was chosen; made anew, as the project may have changed.
    jobs::BatchPlan plan() const;

private:
    void showCounts();

    const project::Project& m_project;
    std::vector<Choice> m_choices;
    double m_secondsACaption;
    QComboBox* m_what;
    QComboBox* m_scope;
    QCheckBox* m_pictures;
    QLabel* m_counts;
    QPushButton* m_start;
};

} // namespace rb::ui
