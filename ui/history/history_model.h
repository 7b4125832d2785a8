#pragma once

#include "core/project/project.h"

#include <QAbstractListModel>

namespace rb::ui {

/// The latest edits, newest first, those taken back on top; when these are all, a last line stands for
/// the project before them.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        EntryRole = Qt::UserRole, ///< for Project::goTo()
        TimeRole,                 ///< QDateTime, invalid for the last line
        UndoneRole,
        PresentRole               ///< whether the project is as after this line
    };
    static constexpr int kMost = 200;

    explicit HistoryModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void read(const project::Project& project);
    QModelIndex indexOf(project::Id entry) const;
    QModelIndex present() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<project::EditLine> m_lines;
    int m_present = -1; ///< a row; -1 when the present state is older than all lines
};

} // namespace rb::ui
