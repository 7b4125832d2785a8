#pragma once

#include "ui/history/history_model.h"
#include "ui/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QListView;

namespace rb::ui {

/// The history of the open project. A click on a line, or Enter, takes the project to the state after
/// that edit, back or forward; nothing is lost by it, so nothing is asked.
class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    /// `workspace` outlives this; it may have no project yet.
    explicit HistoryPanel(Workspace& workspace, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void goTo(const QModelIndex& index);
    project::Id entryAtTop() const;

    Workspace& m_workspace;
    HistoryModel m_model;
    QListView* m_list;
    QTimer m_late; ///< one reading for many changes
};

} // namespace rb::ui
