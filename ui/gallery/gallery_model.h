#pragma once

#include "ui/gallery/thumbnail_store.h"
#include "ui/workspace/workspace.h"

#include <QAbstractListModel>

namespace rb::ui {

/// The project's pictures: name, thumbnail, and how far their captions are.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, RegionCountRole, DraftCountRole, AcceptedCountRole };

    explicit GalleryModel(Workspace& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QModelIndex indexOf(project::Id media) const;

private:
    struct Row {
        project::Media media;
        QString file;
        int regions = 0, drafts = 0, accepted = 0;
    };
    Row rowFor(const project::Media& media) const;
    void reload();
    void refresh(const project::ChangeSummary& summary);

    Workspace& m_workspace;
    mutable ThumbnailStore m_thumbnails;
    std::vector<Row> m_rows;
};

} // namespace rb::ui
