#pragma once

#include "ui/curation/lint_model.h"
#include "ui/curation/panel_refresh.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace rb::ui {

/// A dock's content: what seems wrong with captions, by kind. A click on a finding, or Enter, asks for its region.
class LintPanel : public QWidget {
    Q_OBJECT

public:
    explicit LintPanel(Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    /// `region` is 0 for a caption of the whole picture.
    void regionRequested(rb::project::Id media, rb::project::Id region);
    /// The search `query` should be shown: "lint:repetition".
    void queryRequested(const QString& query);

private:
    void layOut();
    void connectAll();
    void refresh();
    void findNearDuplicates();
    void showGroups(std::vector<FindingGroup> groups);
    void ask(const QModelIndex& index);
    qint64 findings() const;
    void showCounts();

    Workspace& m_workspace;
    PanelRefresh* m_refresh;
    LintModel m_model;
    QPushButton* m_again;
    QPushButton* m_duplicates;
    QPushButton* m_search;
    QCheckBox* m_equalToo;
    QLabel* m_note;
    QTreeView* m_view;
    std::optional<FindingGroup> m_alike; ///< since someone looked for them
};

} // namespace rb::ui
