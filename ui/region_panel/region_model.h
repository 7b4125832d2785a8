#pragma once

#include "ui/workspace/caption_flow.h"
#include "ui/workspace/workspace.h"

#include <QAbstractListModel>

namespace rb::ui {

/// The regions of the current picture with their shown captions, in their order.
class RegionModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, StateRole, ScoreRole };

    RegionModel(Workspace& workspace, CaptionFlow& flow, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QModelIndex indexOf(project::Id region) const;

private:
    struct Row {
        project::Region region;
        std::optional<project::Caption> caption;
        QString growing;
    };
    void reload();
    QString captionText(const Row& row) const;

    Workspace& m_workspace;
    CaptionFlow& m_flow;
    std::vector<Row> m_rows;
};

} // namespace rb::ui
