#pragma once

#include "core/query/select.h"
#include "ui/gallery/thumbnail_store.h"
#include "ui/workspace/workspace.h"

#include <QAbstractListModel>
#include <QCache>

namespace rb::ui {

/// The regions (and whole pictures) that a query finds, a million of them if need be: a row costs three
/// ids until it is looked at.
class ResultModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { MediaRole = Qt::UserRole, RegionRole, CaptionTextRole, StateRole, LabelRole, BoxRole, PictureSizeRole, ScoreRole };

    ResultModel(Workspace& workspace, ThumbnailStore& thumbnails, QObject* parent = nullptr);

    void setRows(std::vector<query::Row> rows);
    const std::vector<query::Row>& rows() const { return m_rows; }
    int rowOf(project::Id media, project::Id region) const; ///< -1: not among them

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    /// What is shown of one row.
    struct Shown {
        project::Media media;
        std::optional<project::Region> region;
        std::optional<project::Caption> caption;
        QString file;
    };
    const Shown& shown(int row) const;
    void forget(const project::ChangeSummary& summary);

    Workspace& m_workspace;
    ThumbnailStore& m_thumbnails;
    std::vector<query::Row> m_rows;
    mutable QCache<int, Shown> m_shown;
};

} // namespace rb::ui
