#pragma once

#include "core/query/splits.h"
#include "ui/workspace/workspace.h"

#include <QDialog>
#include <QTimer>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace rb::ui {

class LeakTable;
class SplitTable;

/// Assigns pictures to train, val and test: shows how many each would get and what the splits know of each other now,
/// and assigns in one edit.
class SplitsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SplitsDialog(Workspace& workspace, QWidget* parent = nullptr);

    query::SplitOptions options() const;

private:
    QLayout* makeShares();
    void layOut();
    void connectAll();
    void planLater();
    void planNow();
    void takePlan(Result<query::SplitPlan> plan);
    void showPlan();
    void findLeaks();
    bool canWrite() const;
    void apply();

    Workspace& m_workspace;
    std::array<QSpinBox*, 3> m_shares; ///< train, val, test
    QSpinBox* m_seed;
    QComboBox* m_together;
    QCheckBox* m_keep;
    SplitTable* m_counts;
    QLabel* m_summary;
    QLabel* m_leakSummary;
    LeakTable* m_leaks;
    QLabel* m_outcome;
    QPushButton* m_apply;
    query::SplitPlan m_plan;
    QTimer m_pause;
};

} // namespace rb::ui
