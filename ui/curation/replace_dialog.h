#pragma once

#include "ui/curation/replace_model.h"
#include "ui/workspace/workspace.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace rb::ui {

/// Find and replace in captions: shows every caption before and after, and changes them all in one edit. May stay open
/// beside the window; it closes with the project.
class ReplaceDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReplaceDialog(Workspace& workspace, QWidget* parent = nullptr);

    /// Where to replace, as a search; empty: everywhere.
    void setQuery(const QString& query);

Q_SIGNALS:
    /// A caption of the preview was double-clicked, or Enter pressed on it.
    void regionRequested(rb::project::Id media, rb::project::Id region);

private:
    void setUpTable();
    void layOut();
    void connectAll();
    void planLater();
    void planNow();
    void takePlan(Result<query::ReplacePlan> plan);
    void showPlan(query::ReplacePlan plan);
    void apply();
    void ask(const QModelIndex& index);

    Workspace& m_workspace;
    QLineEdit* m_find;
    QLineEdit* m_replace;
    QCheckBox* m_matchCase;
    QCheckBox* m_wholeWords;
    QCheckBox* m_expression;
    QLineEdit* m_where;
    QLabel* m_counts;  ///< what would change, or why nothing can be looked for
    QTableView* m_table;
    QLabel* m_outcome; ///< what the last replacement did
    QPushButton* m_apply;
    ReplaceModel m_model;
    QTimer m_pause; ///< while someone types
};

} // namespace rb::ui
