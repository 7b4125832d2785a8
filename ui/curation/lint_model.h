#pragma once

#include "core/project/project.h"
#include "ui/curation/lint_groups.h"

#include <QAbstractItemModel>

namespace rb::ui {

/// Groups of findings with their captions below; the captions' texts are read when they are asked for.
class LintModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        CaptionRole = Qt::UserRole, ///< the caption's id; 0 of a group
        QueryRole,                  ///< of the group, or of the group that a caption is in
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// `project` outlives what is shown of it; null when there are no groups.
    void show(const project::Project* project, std::vector<FindingGroup> groups);
    const std::vector<FindingGroup>& groups() const { return m_groups; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant groupText(const FindingGroup& group, int column) const;
    QString captionText(project::Id caption) const;

    const project::Project* m_project = nullptr;
    std::vector<FindingGroup> m_groups;
};

} // namespace rb::ui
