#pragma once

#include "core/jobs/grow_job.h"
#include "ui/batch/place_choice.h"
#include "ui/workspace/background.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace rb::ui {

class GrowExamples;

/// Asks how to grow the data set, tells beforehand what that will come to, and tries it on a few pictures. Thresholds may be
/// moved afterwards: what was tried is judged anew at once.
class GrowDialog : public QDialog {
    Q_OBJECT

public:
    struct Sources {
        project::Project& project;
        jobs::InferenceThread& inference;
        vlm::ModelDescription model;               ///< the open one
        std::vector<PlaceChoice> choices;          ///< of places, as for captioning many
    };
    explicit GrowDialog(Sources sources, QWidget* parent = nullptr);
    ~GrowDialog() override;

    /// What was chosen; nothing while it is counted.
    const jobs::GrowPlan& plan() const { return m_plan; }
    /// How the model writes: one caption each.
    vlm::GenerationOptions generation() const;

private:
    void addChoices(QFormLayout& form);
    void addButtons();
    jobs::GrowOptions options() const;
    void choose();  ///< another plan, made on a thread of its own: what was tried no longer counts
    void take(Result<jobs::GrowPlan> plan);
    void weigh();   ///< other thresholds for what was tried
    void tryOut();
    void showCounts();

    Sources m_sources;
    QComboBox* m_source;
    QComboBox* m_where;
    QComboBox* m_view;
    QSpinBox* m_boxes;
    QDoubleSpinBox* m_itm;
    QDoubleSpinBox* m_itc;
    QSpinBox* m_perPicture;
    QLabel* m_counts;
    QLabel* m_estimate;
    QPushButton* m_try;
    QPushButton* m_start;
    GrowExamples* m_examples;
    std::unique_ptr<jobs::GrowJob> m_job;
    jobs::GrowPlan m_plan;
    Background m_background;
};

} // namespace rb::ui
